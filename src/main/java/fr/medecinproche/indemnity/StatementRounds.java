package fr.medecinproche.indemnity;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the months that are over, and asks their doctors to check what is owed: once each
 * half-day is decided, or some days later as things stand. A statement another node has
 * locked is for later; each is asked about once.
 */
@Service
public class StatementRounds {

	private static final int PAGE = 50;

	/** A doctor is not asked to check what happened a season ago. */
	private static final int MONTHS_BACK = 3;

	private final JdbcClient jdbc;

	private final IndemnitySettings settings;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	StatementRounds(JdbcClient jdbc, IndemnitySettings settings, ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.settings = settings;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Asks about a few statements.
	 * @return whether there may be more to ask about now
	 */
	@Transactional
	public boolean makeSomeReady() {
		drawUp();
		var ready = this.jdbc.sql("""
				update indemnity_statement set ready_at = :now where id = any (array(
				  select s.id from indemnity_statement s
				  where s.ready_at is null and s.month < :thisMonth
				    and ((s.month + interval '1 month')::date <= :overdue or not exists (
				      select from half_day_slot h where h.volunteer_id = s.volunteer_id and h.month = s.month
				        and not exists (select from half_day_presence p where p.slot_id = h.id)))
				  order by s.id limit :page for update skip locked)) returning id""")
			.param("now", OffsetDateTime.now(this.clock))
			.param("thisMonth", YearMonth.now(this.clock).atDay(1))
			.param("overdue", LocalDate.now(this.clock).minusDays(this.settings.decideWithin().toDays()))
			.param("page", PAGE)
			.query(Long.class)
			.list();
		ready.forEach((id) -> this.events.publishEvent(new StatementReady(id)));
		return ready.size() == PAGE;
	}

	/** A month nobody has said anything about has a statement too: an empty one. */
	private void drawUp() {
		this.jdbc.sql("""
				insert into indemnity_statement (volunteer_id, month)
				select distinct h.volunteer_id, h.month from half_day_slot h
				where h.status = 'TAKEN' and h.month >= :since and h.month < :thisMonth
				  and not indemnity_month_closed(h.volunteer_id, h.month)
				  and not exists (select from indemnity_statement s
				    where s.volunteer_id = h.volunteer_id and s.month = h.month)
				order by 1, 2 on conflict do nothing""")
			.param("since", YearMonth.now(this.clock).minusMonths(MONTHS_BACK).atDay(1))
			.param("thisMonth", YearMonth.now(this.clock).atDay(1))
			.update();
	}

}
