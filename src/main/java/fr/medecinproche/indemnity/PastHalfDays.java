package fr.medecinproche.indemnity;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
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
 * The half-days that are over and had a doctor, and what is known of them. Whoever asks
 * is given those of their site or of their department only.
 */
@Component
@Transactional(readOnly = true)
public class PastHalfDays {

	/** How many half-days are shown, and decided, at once. */
	public static final int PAGE_SIZE = 20;

	/** What nobody confirmed in a year is history. */
	private static final int MONTHS_BACK = 12;

	private static final String OVER = """
			from half_day_slot h join consultation_site s on s.id = h.site_id
			left join half_day_presence p on p.slot_id = h.id
			where h.status = 'TAKEN' and h.day >= :from and h.day < :until
			  and (h.day + h.ends_at) at time zone 'Europe/Paris' <= :now
			  and (cast(:site as bigint) is null or h.site_id = cast(:site as bigint))
			  and (cast(:doctor as bigint) is null or h.volunteer_id = cast(:doctor as bigint))
			  and (cast(:perimeter as text) is null or exists (select from intercommunalite_departement d
			    where d.siren = s.zone and d.departement in (select departement from perimeter_departement
			    where perimeter = cast(:perimeter as text))))
			""";

	private static final String ROW = """
			select h.id, h.day, h.period, h.starts_at, h.ends_at, s.nom as site, p.held,
			  coalesce(h.stop_town, (select c.nom from commune c where c.insee = s.commune)) as commune,
			  (select 'Dr ' || v.given_name || ' ' || v.family_name from volunteer v
			    where v.id = h.volunteer_id) as doctor
			""" + OVER;

	private static final String UNDECIDED = " and p.slot_id is null ";

	/** Decided, and the month's statement is not closed: it may still be changed. */
	private static final String CHANGEABLE = """
			 and p.slot_id is not null and not exists (select from indemnity_line l
			   join indemnity_statement t on t.id = l.statement_id
			   where l.slot_id = h.id and t.closed_at is not null)
			""";

	private static final String OLDEST_FIRST = " order by h.day, h.period desc, s.nom, h.id ";

	private final JdbcClient jdbc;

	private final Clock clock;

	PastHalfDays(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * How many half-days of a site wait for somebody to say whether the doctor came.
	 * @param siteId a site
	 * @return a number
	 */
	public int countToDecideAt(long siteId) {
		return count(UNDECIDED, atSite(siteId));
	}

	/**
	 * The half-days of a site that wait for somebody to say whether the doctor came.
	 * @param siteId a site
	 * @param page which page, from 0
	 * @return oldest first
	 */
	public Page<PastHalfDay> toDecideAt(long siteId, int page) {
		return page(UNDECIDED, atSite(siteId), page);
	}

	/**
	 * The half-days of a site decided last, which may still be decided otherwise.
	 * @param siteId a site
	 * @return at most a page, latest first
	 */
	public List<PastHalfDay> decidedAt(long siteId) {
		return this.jdbc.sql(ROW + CHANGEABLE + " order by h.day desc, h.period, h.id limit :limit")
			.params(atSite(siteId))
			.param("limit", PAGE_SIZE)
			.query(PastHalfDay.class)
			.list();
	}

	/**
	 * How many half-days of a month, within a perimeter, wait for somebody to say whether
	 * the doctor came.
	 * @param perimeter a region or a department, null for everything
	 * @param month which
	 * @return a number
	 */
	public int countToDecideIn(@Nullable String perimeter, YearMonth month) {
		return count(UNDECIDED, parameters(perimeter, month.atDay(1), month.plusMonths(1).atDay(1)));
	}

	/**
	 * The half-days nobody has decided, of a month, within a perimeter.
	 * @param perimeter a region or a department, null for everything
	 * @param month which
	 * @param page which page, from 0
	 * @return oldest first
	 */
	public Page<PastHalfDay> toDecideIn(@Nullable String perimeter, YearMonth month, int page) {
		return page(UNDECIDED, parameters(perimeter, month.atDay(1), month.plusMonths(1).atDay(1)), page);
	}

	/**
	 * The half-days decided, of a month, within a perimeter, which may still be decided
	 * otherwise.
	 * @param perimeter a region or a department, null for everything
	 * @param month which
	 * @param page which page, from 0
	 * @return oldest first
	 */
	public Page<PastHalfDay> decidedIn(@Nullable String perimeter, YearMonth month, int page) {
		return page(CHANGEABLE, parameters(perimeter, month.atDay(1), month.plusMonths(1).atDay(1)), page);
	}

	/**
	 * The months with half-days nobody has decided.
	 * @param perimeter a region or a department, null for everything
	 * @return oldest first
	 */
	public List<MonthToDecide> monthsToDecideIn(@Nullable String perimeter) {
		var tomorrow = LocalDate.now(this.clock).plusDays(1);
		return this.jdbc
			.sql("select h.month as first_day, count(*) as half_days " + OVER + UNDECIDED
					+ "group by h.month order by h.month")
			.params(parameters(perimeter, tomorrow.minusMonths(MONTHS_BACK), tomorrow))
			.query(MonthToDecide.class)
			.list();
	}

	/**
	 * The half-days of a doctor's month that are over and not owed: not confirmed yet, or
	 * noted as not held.
	 * @param volunteerId the doctor
	 * @param month which
	 * @return oldest first
	 */
	public List<PastHalfDay> notOwed(long volunteerId, YearMonth month) {
		var parameters = parameters(null, month.atDay(1), month.plusMonths(1).atDay(1));
		parameters.put("doctor", volunteerId);
		return this.jdbc.sql(ROW + " and p.held is not true" + OLDEST_FIRST)
			.params(parameters)
			.query(PastHalfDay.class)
			.list();
	}

	/**
	 * A half-day, if it is within somebody's sight.
	 * @param id the half-day
	 * @param siteId the only site looked at, null for all
	 * @param perimeter a region or a department, null for everything
	 * @return empty when it is elsewhere, not over, or had no doctor
	 */
	public Optional<PastHalfDay> find(long id, @Nullable Long siteId, @Nullable String perimeter) {
		var parameters = parameters(perimeter, LocalDate.EPOCH, LocalDate.now(this.clock).plusDays(1));
		parameters.put("site", siteId);
		return this.jdbc.sql(ROW + " and h.id = :id")
			.params(parameters)
			.param("id", id)
			.query(PastHalfDay.class)
			.optional();
	}

	private Page<PastHalfDay> page(String filter, Map<String, @Nullable Object> parameters, int number) {
		int total = count(filter, parameters);
		var page = AskedPage.of(number, total, PAGE_SIZE);
		var rows = this.jdbc.sql(ROW + filter + OLDEST_FIRST + "limit :limit offset :offset")
			.params(parameters)
			.param("limit", PAGE_SIZE)
			.param("offset", page.getOffset())
			.query(PastHalfDay.class)
			.list();
		return new PageImpl<>(rows, page, total);
	}

	private int count(String filter, Map<String, @Nullable Object> parameters) {
		return this.jdbc.sql("select count(*) " + OVER + filter).params(parameters).query(Integer.class).single();
	}

	private Map<String, @Nullable Object> atSite(long siteId) {
		var tomorrow = LocalDate.now(this.clock).plusDays(1);
		var parameters = parameters(null, tomorrow.minusMonths(MONTHS_BACK), tomorrow);
		parameters.put("site", siteId);
		return parameters;
	}

	private Map<String, @Nullable Object> parameters(@Nullable String perimeter, LocalDate from, LocalDate until) {
		var parameters = new HashMap<String, @Nullable Object>();
		parameters.put("now", OffsetDateTime.now(this.clock));
		parameters.put("from", from);
		parameters.put("until", until);
		parameters.put("site", null);
		parameters.put("doctor", null);
		parameters.put("perimeter", perimeter);
		return parameters;
	}

	/**
	 * A month with half-days to decide.
	 *
	 * @param firstDay its first day
	 * @param halfDays how many
	 */
	public record MonthToDecide(LocalDate firstDay, int halfDays) {

		public YearMonth month() {
			return YearMonth.from(this.firstDay);
		}

	}

}
