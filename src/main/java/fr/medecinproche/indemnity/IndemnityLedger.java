package fr.medecinproche.indemnity;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;

import fr.medecinproche.indemnity.IndemnityRefusedException.Reason;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.schedule.HalfDaySlots;
import fr.medecinproche.volunteer.Volunteer;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the half-days that were held come to, month by month. It prepares what the CPAM
 * pays; it pays nothing.
 */
@Service
@Transactional
public class IndemnityLedger {

	private final JdbcClient jdbc;

	private final HalfDaySlots slots;

	private final IndemnitySettings settings;

	private final Clock clock;

	IndemnityLedger(JdbcClient jdbc, HalfDaySlots slots, IndemnitySettings settings, Clock clock) {
		this.jdbc = jdbc;
		this.slots = slots;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Enters a half-day that was held.
	 * @param slotId the half-day
	 * @param agentId the account that confirms it
	 * @throws IndemnityRefusedException when nobody held it, it is entered already, or
	 * its month is closed
	 */
	public void enter(long slotId, long agentId) {
		var slot = this.slots.findById(slotId)
			.filter((half) -> half.ends().isBefore(this.clock.instant()))
			.orElseThrow(() -> new IndemnityRefusedException(Reason.NOT_HELD));
		var volunteer = slot.getVolunteer();
		if (volunteer == null) {
			throw new IndemnityRefusedException(Reason.NOT_HELD);
		}
		var statement = openStatement(volunteer.getId(), slot.getMonth());
		try {
			insert(slot, volunteer, statement, agentId);
		}
		catch (DuplicateKeyException ex) {
			throw new IndemnityRefusedException(Reason.ALREADY_ENTERED);
		}
	}

	private void insert(HalfDaySlot slot, Volunteer volunteer, long statement, long agentId) {
		this.jdbc.sql("""
				insert into indemnity_line (statement_id, slot_id, volunteer_id, day, period, amount_cents,
				confirmed_by, confirmed_at) values (?, ?, ?, ?, ?, ?, ?, ?)""")
			.params(statement, slot.getId(), volunteer.getId(), slot.getHalfDay().day(),
					slot.getHalfDay().period().name(), this.settings.halfDayCents(), agentId, now())
			.update();
	}

	/** The month's statement, made if need be and locked until the transaction ends. */
	private long openStatement(long volunteerId, YearMonth month) {
		this.jdbc.sql("""
				insert into indemnity_statement (volunteer_id, month) values (?, ?) on conflict do nothing""")
			.params(volunteerId, month.atDay(1))
			.update();
		return this.jdbc.sql("""
				select id from indemnity_statement where volunteer_id = ? and month = ? and closed_at is null
				for update""")
			.params(volunteerId, month.atDay(1))
			.query(Long.class)
			.optional()
			.orElseThrow(() -> new IndemnityRefusedException(Reason.STATEMENT_CLOSED));
	}

	/**
	 * Closes a volunteer's month: nothing in it changes any more.
	 * @param volunteerId whose month
	 * @param month which
	 * @throws IndemnityRefusedException when it is closed already
	 */
	public void close(long volunteerId, YearMonth month) {
		this.jdbc.sql("update indemnity_statement set closed_at = ? where id = ?")
			.params(now(), openStatement(volunteerId, month))
			.update();
	}

	/**
	 * What a month comes to.
	 * @param volunteerId whose month
	 * @param month which
	 * @return in cents of a euro, nothing when nothing was entered
	 */
	@Transactional(readOnly = true)
	public long total(long volunteerId, YearMonth month) {
		return this.jdbc.sql("""
				select coalesce(sum(l.amount_cents), 0) from indemnity_line l
				join indemnity_statement s on s.id = l.statement_id where s.volunteer_id = ? and s.month = ?""")
			.params(volunteerId, month.atDay(1))
			.query(Long.class)
			.single();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

}
