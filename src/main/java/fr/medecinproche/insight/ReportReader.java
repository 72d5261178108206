package fr.medecinproche.insight;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads reports, with five queries whatever the number of zones and of months. All are
 * about the same rows of {@code half_day_fact}: zones, departments, months and the total
 * agree.
 */
@Component
public class ReportReader {

	/**
	 * The zones an agent sees: those of the scheme, and those that were when something
	 * happened there.
	 */
	private static final String SEEN = """
			with seen as (
			  select z.siren, z.nom_ars as nom, z.departement, d.nom as departement_nom, z.population
			  from intercommunalite z join departement d on d.code = z.departement
			  where (z.priority or exists (select from half_day_fact f
			      where f.zone = z.siren and f.day >= :from and f.day < :until))
			    and (cast(:perimeter as text) is null or exists (select from intercommunalite_departement p
			      join perimeter_departement mine on mine.departement = p.departement
			      where p.siren = z.siren and mine.perimeter = cast(:perimeter as text)))
			    and (cast(:departement as text) is null or exists (select from intercommunalite_departement p
			      where p.siren = z.siren and p.departement = cast(:departement as text))))
			""";

	private static final String ZONES = """
			select siren, nom, departement, departement_nom, population, first_free_day(siren, :now) as free_day
			from seen order by departement, nom""";

	private static final String SUMS = "select f.zone, f.month, " + Tally.COLUMNS + """
			from half_day_fact f join seen z on z.siren = f.zone where f.day >= :from and f.day < :until
			group by f.zone, f.month""";

	private static final String DOCTORS = """
			, came as (
			  select distinct f.zone, f.month, f.volunteer_id from half_day_fact f
			  where f.taken and f.ends_at <= :now and f.held is not false and f.day >= :from),
			months as (
			  select volunteer_id, month, lead(month) over (partition by volunteer_id order by month) as next
			  from (select distinct volunteer_id, month from came) each),
			marked as (
			  select c.zone, z.departement, c.month, c.volunteer_id, c.month < :measured as measured,
			    c.month < :measured and m.next <= c.month + make_interval(months => :patience) as came_back
			  from came c join months m using (volunteer_id, month) join seen z on z.siren = c.zone
			  where c.month < :until)
			select zone, departement, month, count(distinct volunteer_id) as came,
			  count(distinct (volunteer_id, month)) filter (where measured) as measured,
			  count(distinct (volunteer_id, month)) filter (where came_back) as came_back
			from marked group by grouping sets ((zone), (departement), (month), ())""";

	private static final String WAITS = """
			, noted as (
			  select s.zone, z.departement, date_trunc('month', s.day)::date as month, s.free_day - s.day as delay
			  from zone_snapshot s join seen z on z.siren = s.zone where s.day >= :from and s.day < :until)
			select zone, departement, month, count(*) as noted, count(delay) as with_time,
			  percentile_cont(0.5) within group (order by delay) as median
			from noted group by grouping sets ((zone), (departement), (month), ())""";

	/** The last day noted of each week. */
	private static final String DELAYS = """
			select s.day, count(*) as zones, count(s.free_day) as with_time,
			  percentile_cont(0.5) within group (order by s.free_day - s.day) as median
			from zone_snapshot s join seen z on z.siren = s.zone
			where s.day in (select max(day) from zone_snapshot where day >= :from and day < :until
			  group by date_trunc('week', day))
			group by s.day order by s.day""";

	private final JdbcClient jdbc;

	private final Clock clock;

	ReportReader(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Reads a report.
	 * @param period the months
	 * @param scope the zones
	 * @return their figures; of the present month and those to come, what is known so far
	 */
	@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
	public Report read(ReportPeriod period, ReportScope scope) {
		var query = new Query(period, scope, OffsetDateTime.now(this.clock));
		var zones = query.of(ZONES).query(ReportAssembly.Zone.class).list();
		var sums = query.of(SUMS).query(ReportAssembly.Sum::of).list();
		var doctors = new HashMap<String, Doctors>();
		query.of(DOCTORS).query((row) -> {
			doctors.put(ReportAssembly.code(row),
					new Doctors(row.getLong("came"), row.getLong("measured"), row.getLong("came_back")));
		});
		var waits = new HashMap<String, Waits>();
		query.of(WAITS).query((row) -> {
			waits.put(ReportAssembly.code(row),
					new Waits(row.getLong("noted"), row.getLong("with_time"), row.getObject("median", Double.class)));
		});
		var delays = query.of(DELAYS).query(Report.Delay.class).list();
		return new ReportAssembly(period, zones, sums, doctors, waits, LocalDate.now(this.clock)).report(delays);
	}

	/** A question about some months and zones. */
	private final class Query {

		private final Map<String, @Nullable Object> parameters = new HashMap<>();

		Query(ReportPeriod period, ReportScope scope, OffsetDateTime now) {
			this.parameters.put("from", period.firstDay());
			this.parameters.put("until", period.end());
			this.parameters.put("perimeter", scope.perimeter());
			this.parameters.put("departement", scope.departement());
			this.parameters.put("now", now);
			this.parameters.put("patience", Doctors.MONTHS_TO_COME_BACK);
			this.parameters.put("measured",
					YearMonth.now(ReportReader.this.clock).minusMonths(Doctors.MONTHS_TO_COME_BACK).atDay(1));
		}

		JdbcClient.StatementSpec of(String sql) {
			return ReportReader.this.jdbc.sql(SEEN + sql).params(this.parameters);
		}

	}

}
