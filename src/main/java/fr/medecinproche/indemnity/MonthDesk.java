package fr.medecinproche.indemnity;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import fr.medecinproche.indemnity.MonthEnd.Unnumbered;
import fr.medecinproche.indemnity.MonthFigures.Share;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the agency has before it each month: statements by where they stand, disputes to
 * answer, what keeps the month from being closed. Each number counts the rows of one
 * list.
 */
@Component
@Transactional(readOnly = true)
public class MonthDesk {

	/**
	 * The disputes to answer, of the doctors who practise within a perimeter.
	 */
	static final String OPEN_DISPUTES = """
			from indemnity_dispute d join indemnity_statement s on s.id = d.statement_id
			join volunteer v on v.id = s.volunteer_id join commune c on c.insee = v.commune
			where d.outcome is null and (cast(:perimeter as text) is null or c.departement in
			  (select departement from perimeter_departement where perimeter = cast(:perimeter as text)))
			""";

	private static final String UNDECIDED = """
			from half_day_slot h join consultation_site p on p.id = h.site_id
			join volunteer v on v.id = h.volunteer_id join commune c on c.insee = v.commune
			where h.status = 'TAKEN' and h.month = :month and (h.day + h.ends_at) at time zone 'Europe/Paris' <= :now
			  and not exists (select from half_day_presence r where r.slot_id = h.id)
			  and (cast(:perimeter as text) is null or c.departement in
			    (select departement from perimeter_departement where perimeter = cast(:perimeter as text)))
			""";

	private static final String ELSEWHERE = """
			 and cast(:perimeter as text) is not null and not exists (select from intercommunalite_departement z
			    where z.siren = p.zone and z.departement in
			      (select departement from perimeter_departement where perimeter = cast(:perimeter as text)))
			""";

	private final JdbcClient jdbc;

	private final IndemnitySettings settings;

	private final Clock clock;

	MonthDesk(JdbcClient jdbc, IndemnitySettings settings, Clock clock) {
		this.jdbc = jdbc;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * The statements of a month, counted and added up.
	 * @param perimeter the region or department where doctors practise, null for
	 * everything
	 * @param month which
	 * @return by where they stand
	 */
	public MonthFigures figures(@Nullable String perimeter, YearMonth month) {
		var rows = this.jdbc
			.sql("select status, closable, count(*) as statements, coalesce(sum(half_days), 0) as half_days, "
					+ "coalesce(sum(cents), 0) as cents from (select " + Statements.STATUS + " as status, ("
					+ Statements.CLOSABLE + ") as closable, l.half_days, l.cents " + Statements.KEPT_FROM + """
							left join lateral (select count(*) filter (where kind = 'ENTRY') as half_days,
							  sum(amount_cents) as cents from indemnity_line where statement_id = s.id) l on true
							""" + Statements.KEPT_WHERE + ") t group by status, closable")
			.params(parameters(perimeter, month))
			.query(Row.class)
			.list();
		var shares = new EnumMap<StatementStatus, Share>(StatementStatus.class);
		rows.forEach((row) -> shares.merge(row.status(), row.share(), Share::and));
		return new MonthFigures(month, shares,
				rows.stream().filter(Row::closable).map(Row::share).reduce(Share.NOTHING, Share::and));
	}

	/**
	 * Where a month stands.
	 * @param perimeter the region or department, null for everything
	 * @param month which
	 * @return what is left to do before it is closed; whether it is closed is told of a
	 * region only
	 */
	public MonthEnd end(@Nullable String perimeter, YearMonth month) {
		return new MonthEnd(figures(perimeter, month), month.isBefore(YearMonth.now(this.clock)),
				count(UNDECIDED, perimeter, month), count(UNDECIDED + ELSEWHERE, perimeter, month),
				unnumbered(perimeter, month), (perimeter != null) ? closed(perimeter, month).orElse(null) : null);
	}

	private List<Unnumbered> unnumbered(@Nullable String perimeter, YearMonth month) {
		return this.jdbc.sql("""
				select v.id, 'Dr ' || v.given_name || ' ' || v.family_name as doctor from volunteer v
				join commune c on c.insee = v.commune join region_departement r on r.departement = c.departement
				where v.billing_number is null and exists (select from indemnity_statement s
				  where s.volunteer_id = v.id and s.month = :month and (cast(:perimeter as text) is null
				    or coalesce(s.region, r.region) = cast(:perimeter as text)
				    or c.departement = cast(:perimeter as text)))
				order by v.family_name, v.given_name, v.id""")
			.param("month", month.atDay(1))
			.param("perimeter", perimeter)
			.query(Unnumbered.class)
			.list();
	}

	private int count(String sql, @Nullable String perimeter, YearMonth month) {
		return this.jdbc.sql("select count(*) " + sql)
			.param("month", month.atDay(1))
			.param("now", OffsetDateTime.now(this.clock))
			.param("perimeter", perimeter)
			.query(Integer.class)
			.single();
	}

	/**
	 * How a month was closed.
	 * @param region the region, "R76"; a department is told of its region's
	 * @param month which
	 * @return empty while it is not
	 */
	public Optional<ClosedMonth> closed(String region, YearMonth month) {
		return this.jdbc
			.sql("""
					select m.month as first_day, m.region, m.closed_at, a.display_name as closed_by, m.statements, m.half_days,
					  m.total_cents
					from indemnity_month m join account a on a.id = m.closed_by
					where m.month = :month and m.region in (cast(:region as text),
					  (select r.region from region_departement r where r.departement = cast(:region as text)))""")
			.param("month", month.atDay(1))
			.param("region", region)
			.query(ClosedMonth.class)
			.optional();
	}

	/**
	 * How many disputes wait for an answer, whatever their month.
	 * @param perimeter the region or department where doctors practise, null for
	 * everything
	 * @return a number
	 */
	public int openDisputes(@Nullable String perimeter) {
		return this.jdbc.sql("select count(*) " + OPEN_DISPUTES)
			.param("perimeter", perimeter)
			.query(Integer.class)
			.single();
	}

	/**
	 * The disputes that wait for an answer, whatever their month: few, and each keeps a
	 * doctor from being paid.
	 * @param perimeter the region or department where doctors practise, null for
	 * everything
	 * @return the oldest first
	 */
	public List<DisputeToAnswer> disputes(@Nullable String perimeter) {
		return this.jdbc
			.sql("select d.id, s.id as statement_id, 'Dr ' || v.given_name || ' ' || v.family_name as doctor, "
					+ "d.day, d.period, d.reason, d.raised_at " + OPEN_DISPUTES + " order by d.raised_at, d.id")
			.param("perimeter", perimeter)
			.query(DisputeToAnswer.class)
			.list();
	}

	/**
	 * The regions that have statements of a month, or a month closed.
	 * @param perimeter the only region or department looked at, null for all
	 * @param month which
	 * @return by code
	 */
	public List<RegionOfMonth> regions(@Nullable String perimeter, YearMonth month) {
		return this.jdbc.sql("""
				select r.code, r.nom from region r where (cast(:perimeter as text) is null or r.code = :perimeter)
				and (r.code = :perimeter or exists (select from indemnity_statement s
				  join volunteer v on v.id = s.volunteer_id join commune c on c.insee = v.commune
				  join region_departement d on d.departement = c.departement
				  where s.month = :month and coalesce(s.region, d.region) = r.code)) order by r.code""")
			.param("perimeter", perimeter)
			.param("month", month.atDay(1))
			.query(RegionOfMonth.class)
			.list();
	}

	private Map<String, @Nullable Object> parameters(@Nullable String perimeter, YearMonth month) {
		var parameters = new HashMap<String, @Nullable Object>();
		parameters.put("doctor", null);
		parameters.put("perimeter", perimeter);
		parameters.put("month", month.atDay(1));
		parameters.put("silentSince", OffsetDateTime.now(this.clock).minus(this.settings.answerWithin()));
		return parameters;
	}

	private record Row(StatementStatus status, boolean closable, int statements, int halfDays, long cents) {

		Share share() {
			return new Share(this.statements, this.halfDays, this.cents);
		}

	}

	/**
	 * A region that has something to close.
	 *
	 * @param code "R76"
	 * @param nom "Occitanie"
	 */
	public record RegionOfMonth(String code, String nom) {
	}

	/**
	 * A dispute somebody has to answer.
	 *
	 * @param id the dispute
	 * @param statementId where
	 * @param doctor how the doctor is called
	 * @param day the day of the half-day
	 * @param period its half
	 * @param reason what is wrong
	 * @param raisedAt since when the doctor waits
	 */
	public record DisputeToAnswer(long id, long statementId, String doctor, LocalDate day,
			fr.medecinproche.schedule.Period period, Dispute.Reason reason, java.time.Instant raisedAt) {
	}

}
