package fr.medecinproche.indemnity;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import fr.medecinproche.web.AskedPage;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The statements, as they are read: a fixed number of queries, however many lines they
 * have.
 */
@Component
@Transactional(readOnly = true)
public class Statements {

	private static final int PAGE_SIZE = 20;

	private static final String HEAD = """
			select s.id, s.volunteer_id, s.month as first_day, s.ready_at, s.confirmed_at, s.closed_at
			from indemnity_statement s
			""";

	private static final String MONTHS = """
			select s.id, s.volunteer_id, 'Dr ' || v.given_name || ' ' || v.family_name as doctor, s.month as first_day,
			  (select count(*) from indemnity_line l where l.statement_id = s.id and l.kind = 'ENTRY') as half_days,
			  (select coalesce(sum(l.amount_cents), 0) from indemnity_line l where l.statement_id = s.id) as total_cents,
			  s.ready_at, s.confirmed_at, s.closed_at, exists (select from indemnity_dispute d
			    where d.statement_id = s.id and d.outcome is null) as disputed
			""";

	static final String KEPT_FROM = "from indemnity_statement s join volunteer v on v.id = s.volunteer_id\n";

	/** An agent sees the doctors who practise in the department, as with their files. */
	static final String KEPT_WHERE = """
			where (cast(:doctor as bigint) is null or s.volunteer_id = cast(:doctor as bigint))
			  and (cast(:month as date) is null or s.month = cast(:month as date))
			  and (cast(:perimeter as text) is null or exists (select from commune c
			    where c.insee = v.commune and c.departement in (select departement from perimeter_departement
			    where perimeter = cast(:perimeter as text))))
			""";

	private static final String KEPT = KEPT_FROM + KEPT_WHERE;

	/** Where a statement stands, as {@link StatementStatus#of} says it. */
	static final String STATUS = """
			case when s.closed_at is not null then 'CLOSED'
			  when exists (select from indemnity_dispute d where d.statement_id = s.id and d.outcome is null) then 'DISPUTED'
			  when s.confirmed_at is not null then 'CONFIRMED' when s.ready_at is not null then 'READY'
			  else 'PREPARING' end""";

	/** Nothing keeps it from being closed: the doctor agrees, or has been silent long. */
	static final String CLOSABLE = """
			s.closed_at is null and (s.confirmed_at is not null or coalesce(s.ready_at <= :silentSince, false))
			and not exists (select from indemnity_dispute d where d.statement_id = s.id and d.outcome is null)""";

	private final JdbcClient jdbc;

	private final IndemnitySettings settings;

	private final Clock clock;

	Statements(JdbcClient jdbc, IndemnitySettings settings, Clock clock) {
		this.jdbc = jdbc;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * A doctor's month.
	 * @param volunteerId whose
	 * @param month which
	 * @return its statement, an empty one when nothing was entered
	 */
	public Statement of(long volunteerId, YearMonth month) {
		return this.jdbc.sql(HEAD + "where s.volunteer_id = ? and s.month = ?")
			.params(volunteerId, month.atDay(1))
			.query(Head.class)
			.optional()
			.map(this::whole)
			.orElseGet(() -> Statement.empty(volunteerId, month));
	}

	/**
	 * A statement, if an agent may see it.
	 * @param id the statement
	 * @param perimeter the region or department where the doctor practises, null for
	 * everything
	 * @return empty when there is none
	 */
	public Optional<Statement> find(long id, @Nullable String perimeter) {
		return this.jdbc
			.sql(HEAD
					+ """
							join volunteer v on v.id = s.volunteer_id join commune c on c.insee = v.commune
							where s.id = :id and (cast(:perimeter as text) is null or c.departement in (select departement from perimeter_departement
							   where perimeter = cast(:perimeter as text)))""")
			.param("id", id)
			.param("perimeter", perimeter)
			.query(Head.class)
			.optional()
			.map(this::whole);
	}

	private Statement whole(Head head) {
		var lines = this.jdbc
			.sql("""
					select l.id, l.kind, l.day, l.period, p.nom as site, coalesce(h.stop_town, c.nom) as commune, l.amount_cents, l.reason,
					  a.role as confirmed_role, l.confirmed_at
					from indemnity_line l join half_day_slot h on h.id = l.slot_id
					join consultation_site p on p.id = h.site_id join commune c on c.insee = p.commune
					join account a on a.id = l.confirmed_by
					where l.statement_id = ? order by l.day, l.period desc, l.id""")
			.param(head.id())
			.query(StatementLine.class)
			.list();
		var disputes = this.jdbc.sql("""
				select id, statement_id, day, period, reason, comment, raised_at, outcome, answer, answered_at
				from indemnity_dispute where statement_id = ? order by id""")
			.param(head.id())
			.query(Dispute.class)
			.list();
		return head.with(lines, disputes);
	}

	/**
	 * A doctor's statements.
	 * @param volunteerId whose
	 * @param page which page, from 0
	 * @return latest first
	 */
	public Page<MonthOfDoctor> months(long volunteerId, int page) {
		return page(parameters(volunteerId, null, null), "", page);
	}

	/**
	 * The statements of a month, within a perimeter.
	 * @param perimeter the region or department where doctors practise, null for
	 * everything
	 * @param month which
	 * @param only where they stand, null for all
	 * @param page which page, from 0
	 * @return by the name of the doctor
	 */
	public Page<MonthOfDoctor> in(@Nullable String perimeter, YearMonth month, @Nullable StatementFilter only,
			int page) {
		var parameters = parameters(null, perimeter, month);
		parameters.put("silentSince", silentSince());
		return page(parameters, (only != null) ? " and " + only.condition() + ' ' : "", page);
	}

	private Page<MonthOfDoctor> page(Map<String, @Nullable Object> parameters, String filter, int number) {
		int total = this.jdbc.sql("select count(*) " + KEPT + filter).params(parameters).query(Integer.class).single();
		var page = AskedPage.of(number, total, PAGE_SIZE);
		var rows = this.jdbc
			.sql(MONTHS + KEPT + filter
					+ "order by s.month desc, v.family_name, v.given_name, s.id limit :limit offset :offset")
			.params(parameters)
			.param("limit", PAGE_SIZE)
			.param("offset", page.getOffset())
			.query(MonthOfDoctor.class)
			.list();
		return new PageImpl<>(rows, page, total);
	}

	private static Map<String, @Nullable Object> parameters(@Nullable Long volunteerId, @Nullable String perimeter,
			@Nullable YearMonth month) {
		var parameters = new HashMap<String, @Nullable Object>();
		parameters.put("doctor", volunteerId);
		parameters.put("perimeter", perimeter);
		parameters.put("month", (month != null) ? month.atDay(1) : null);
		return parameters;
	}

	private OffsetDateTime silentSince() {
		return this.clock.instant().minus(this.settings.answerWithin()).atOffset(ZoneOffset.UTC);
	}

	/**
	 * The statements of a month that nothing keeps from being closed.
	 * @param perimeter the region or department where doctors practise, null for
	 * everything
	 * @param month which
	 * @return their identifiers
	 */
	public List<Long> closable(@Nullable String perimeter, YearMonth month) {
		return this.jdbc.sql("select s.id " + KEPT + " and " + CLOSABLE + " order by s.id")
			.params(parameters(null, perimeter, month))
			.param("silentSince", silentSince())
			.query(Long.class)
			.list();
	}

	/**
	 * The oldest statement a doctor is asked to check.
	 * @param volunteerId the doctor
	 * @return its month, empty when none waits
	 */
	public Optional<YearMonth> toCheck(long volunteerId) {
		return this.jdbc.sql("""
				select min(month) from indemnity_statement s where s.volunteer_id = ? and s.ready_at is not null
				and s.confirmed_at is null and s.closed_at is null and not exists (select from indemnity_dispute d
				  where d.statement_id = s.id and d.outcome is null)""")
			.param(volunteerId)
			.query(LocalDate.class)
			.optional()
			.map(YearMonth::from);
	}

	/**
	 * Whether a month may have a statement at all.
	 * @param month a month
	 * @return false for months to come
	 */
	public boolean isPastOrPresent(YearMonth month) {
		return !month.isAfter(YearMonth.now(this.clock));
	}

	private record Head(long id, long volunteerId, LocalDate firstDay, @Nullable Instant readyAt,
			@Nullable Instant confirmedAt, @Nullable Instant closedAt) {

		Statement with(List<StatementLine> lines, List<Dispute> disputes) {
			return new Statement(this.id, this.volunteerId, YearMonth.from(this.firstDay), this.readyAt,
					this.confirmedAt, this.closedAt, lines, disputes);
		}

	}

}
