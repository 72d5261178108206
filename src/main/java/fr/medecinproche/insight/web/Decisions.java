package fr.medecinproche.insight.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What waits for an agent, read from the tables of several rooms: each count is the size
 * of the list its link leads to, within what the agent sees.
 */
@Component
class Decisions {

	private static final int FIRST = 5;

	/**
	 * What nobody confirmed in a year is history: as on the page of half-days to confirm.
	 */
	private static final int MONTHS_BACK = 12;

	/** Of doctors, the department where they practise counts. */
	private static final String FILES = """
			from volunteer v join commune c on c.insee = v.commune
			where v.file_status in ('SUBMITTED', 'CPAM_NUMBER_GIVEN') and (cast(:perimeter as text) is null
			  or c.departement in (select departement from perimeter_departement where perimeter = cast(:perimeter as text)))
			""";

	private static final String DISPUTES = """
			from indemnity_dispute d join indemnity_statement i on i.id = d.statement_id
			join volunteer v on v.id = i.volunteer_id join commune c on c.insee = v.commune
			where d.outcome is null and (cast(:perimeter as text) is null
			  or c.departement in (select departement from perimeter_departement where perimeter = cast(:perimeter as text)))
			""";

	private static final String ZONE_SEEN = """
			(cast(:perimeter as text) is null or exists (select from intercommunalite_departement p
			  join perimeter_departement seen on seen.departement = p.departement
			  where p.siren = s.zone and seen.perimeter = cast(:perimeter as text)))
			""";

	private static final String SITES = "from consultation_site s join commune c on c.insee = s.commune "
			+ "where s.status in ('IDENTIFIED', 'PREPARING', 'READY') and " + ZONE_SEEN;

	/** The day by itself lets an index pass over the closures that are history. */
	private static final String CLOSED = """
			from expected_while_closed x join consultation_site s on s.id = x.site_id
			where x.day >= :today and (x.day + x.starts_at) at time zone 'Europe/Paris' > :now and
			""" + ZONE_SEEN;

	private final JdbcClient jdbc;

	private final Clock clock;

	Decisions(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** The files the agency must do something about, the oldest first. */
	Found<WaitingFile> files(@Nullable String perimeter) {
		var rows = seen("select v.id, v.given_name, v.family_name, c.nom as commune, v.file_since as since " + FILES
				+ "order by v.file_since, v.id limit " + FIRST, perimeter)
			.query(WaitingFile.class)
			.list();
		return new Found<>(rows, count(FILES, perimeter));
	}

	/** The sites that were never open, the oldest first. */
	Found<UnreadySite> sites(@Nullable String perimeter) {
		var rows = seen("select s.id, s.nom, c.nom as commune, s.created_at as since " + SITES
				+ "order by s.created_at, s.id limit " + FIRST, perimeter)
			.query(UnreadySite.class)
			.list();
		return new Found<>(rows, count(SITES, perimeter));
	}

	/** The disputes nobody has answered, the oldest first. */
	Found<OpenDispute> disputes(@Nullable String perimeter) {
		var rows = seen("select d.id, d.statement_id, 'Dr ' || v.given_name || ' ' || v.family_name as doctor, "
				+ "i.month as first_day, d.raised_at as since " + DISPUTES + "order by d.raised_at, d.id limit "
				+ FIRST, perimeter)
			.query(OpenDispute.class)
			.list();
		return new Found<>(rows, count(DISPUTES, perimeter));
	}

	/** The months with half-days of which nobody has said whether the doctor came. */
	List<UnconfirmedMonth> unconfirmed(@Nullable String perimeter) {
		var tomorrow = LocalDate.now(this.clock).plusDays(1);
		return seen("""
				select f.month as first_day, count(*) as half_days
				from half_day_fact f join consultation_site s on s.id = f.site_id
				where f.taken and f.held is null and f.day >= :from and f.day < :until and f.ends_at <= :now and
				""" + ZONE_SEEN + "group by f.month order by f.month", perimeter)
			.param("from", tomorrow.minusMonths(MONTHS_BACK))
			.param("until", tomorrow)
			.param("now", OffsetDateTime.now(this.clock))
			.query(UnconfirmedMonth.class)
			.list();
	}

	/**
	 * The sites that say they are closed while doctors are expected, the nearest day
	 * first.
	 */
	Found<ClosedWhileExpected> closures(@Nullable String perimeter) {
		var rows = toCome("""
				select s.id as site_id, s.nom, x.closure_id, min(x.day) as first_day, count(*) as half_days
				""" + CLOSED + "group by s.id, s.nom, x.closure_id order by min(x.day), x.closure_id limit " + FIRST,
				perimeter)
			.query(ClosedWhileExpected.class)
			.list();
		var total = toCome("select count(distinct x.closure_id) " + CLOSED, perimeter).query(Long.class).single();
		return new Found<>(rows, total);
	}

	private JdbcClient.StatementSpec toCome(String sql, @Nullable String perimeter) {
		return seen(sql, perimeter).param("today", LocalDate.now(this.clock))
			.param("now", OffsetDateTime.now(this.clock));
	}

	/** The calls whose need was met, until doctors gave half-days back. */
	List<UnmetCall> calls(@Nullable String perimeter) {
		return seen("select s.id, z.nom_ars as zone, s.first_day, s.last_day, s.missing from campaign_unmet s "
				+ "join intercommunalite z on z.siren = s.zone where s.last_day >= :today and s.open_until > :now and "
				+ ZONE_SEEN + "order by s.last_day, s.id", perimeter)
			.param("today", LocalDate.now(this.clock))
			.param("now", OffsetDateTime.now(this.clock))
			.query(UnmetCall.class)
			.list();
	}

	private long count(String rows, @Nullable String perimeter) {
		return seen("select count(*) " + rows, perimeter).query(Long.class).single();
	}

	private JdbcClient.StatementSpec seen(String sql, @Nullable String perimeter) {
		Map<String, @Nullable Object> parameters = new HashMap<>();
		parameters.put("perimeter", perimeter);
		return this.jdbc.sql(sql).params(parameters);
	}

	/**
	 * A file that waits for the agency.
	 *
	 * @param id the volunteer
	 * @param givenName the doctor's
	 * @param familyName the doctor's
	 * @param commune where they practise
	 * @param since since when it waits
	 */
	record WaitingFile(long id, String givenName, String familyName, String commune, LocalDate since) {
	}

	/**
	 * A site that is not ready.
	 *
	 * @param id the site
	 * @param nom its name
	 * @param commune where it is
	 * @param since since when it is known
	 */
	record UnreadySite(long id, String nom, String commune, Instant since) {
	}

	/**
	 * A site that says it is closed on days doctors are expected.
	 *
	 * @param siteId the site
	 * @param nom its name
	 * @param closureId what it said
	 * @param firstDay the first of these days
	 * @param halfDays how many of their half-days
	 */
	record ClosedWhileExpected(long siteId, String nom, long closureId, LocalDate firstDay, long halfDays) {
	}

	/**
	 * A dispute without an answer.
	 *
	 * @param id the dispute
	 * @param statementId the statement it is about
	 * @param doctor how the doctor is called
	 * @param firstDay the first day of the statement's month
	 * @param since since when it waits
	 */
	record OpenDispute(long id, long statementId, String doctor, LocalDate firstDay, Instant since) {

		public YearMonth month() {
			return YearMonth.from(this.firstDay);
		}

	}

	/**
	 * A call that can be resumed.
	 *
	 * @param id the call
	 * @param zone the name of its zone
	 * @param firstDay its first day
	 * @param lastDay its last day
	 * @param missing how many half-days it is short of
	 */
	record UnmetCall(long id, String zone, LocalDate firstDay, LocalDate lastDay, int missing) {
	}

	/**
	 * A month with half-days to confirm.
	 *
	 * @param firstDay its first day
	 * @param halfDays how many
	 */
	record UnconfirmedMonth(LocalDate firstDay, long halfDays) {

		public YearMonth month() {
			return YearMonth.from(this.firstDay);
		}

	}

}
