package fr.medecinproche.insight;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

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
			marked as (
			  select c.zone, z.departement, c.month, c.volunteer_id, c.month < :measured as measured,
			    c.month < :measured and exists (select from came later where later.volunteer_id = c.volunteer_id
			      and later.month > c.month and later.month <= c.month + make_interval(months => :patience)) as came_back
			  from came c join seen z on z.siren = c.zone where c.month < :until)
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
		var zones = query.of(ZONES).query(Zone.class).list();
		var sums = query.of(SUMS).query(Sum.class).list();
		var doctors = byCode(query.of(DOCTORS).query(Came.class).list(), Came::code);
		var waits = byCode(query.of(WAITS).query(Noted.class).list(), Noted::code);
		var delays = query.of(DELAYS).query(Report.Delay.class).list();
		return new Assembly(period, zones, sums, doctors, waits, LocalDate.now(this.clock)).report(delays);
	}

	private static <R> Map<String, R> byCode(List<R> rows, Function<R, String> code) {
		return rows.stream().collect(Collectors.toMap(code, Function.identity()));
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

	/** Puts the answers together. */
	private record Assembly(ReportPeriod period, List<Zone> zones, List<Sum> sums, Map<String, Came> doctors,
			Map<String, Noted> waits, LocalDate today) {

		Report report(List<Report.Delay> delays) {
			return new Report(this.period, line("", "", this.zones, this.sums), months(), departements(), zoneLines(),
					delays);
		}

		private List<ReportLine> months() {
			var byMonth = this.sums.stream().collect(Collectors.groupingBy((sum) -> YearMonth.from(sum.month())));
			return this.period.months()
				.stream()
				.map((month) -> line(month.toString(), "", this.zones, byMonth.getOrDefault(month, List.of())))
				.toList();
		}

		private List<ReportLine> departements() {
			var byDepartement = this.zones.stream()
				.collect(Collectors.groupingBy(Zone::departement, LinkedHashMap::new, Collectors.toList()));
			return byDepartement.entrySet().stream().map((each) -> {
				var within = each.getValue();
				var sirens = within.stream().map(Zone::siren).collect(Collectors.toSet());
				return line(each.getKey(), within.getFirst().departementNom(), within,
						this.sums.stream().filter((sum) -> sirens.contains(sum.zone())).toList());
			}).toList();
		}

		private List<ReportLine> zoneLines() {
			var byZone = this.sums.stream().collect(Collectors.groupingBy(Sum::zone));
			return this.zones.stream()
				.map((zone) -> line(zone.siren(), zone.nom(), List.of(zone),
						byZone.getOrDefault(zone.siren(), List.of())))
				.toList();
		}

		private ReportLine line(String code, String nom, List<Zone> zones, List<Sum> sums) {
			var tally = sums.stream().map(Sum::tally).reduce(Tally.NONE, Tally::plus);
			var came = this.doctors.get(code);
			var noted = this.waits.get(code);
			var one = (zones.size() == 1 && zones.getFirst().siren().equals(code)) ? zones.getFirst() : null;
			return new ReportLine(code, nom, (one != null) ? one.departement() : null,
					zones.stream().mapToLong(Zone::population).sum(), tally,
					(came != null) ? came.doctors() : Doctors.NONE, (noted != null) ? noted.waits() : Waits.NONE,
					(one != null && one.freeDay() != null) ? (int) ChronoUnit.DAYS.between(this.today, one.freeDay())
							: null);
		}

	}

	/** What rows are about: a zone, a department, a month or everything. */
	private static String code(@Nullable String zone, @Nullable String departement, @Nullable LocalDate month) {
		if (zone != null) {
			return zone;
		}
		if (departement != null) {
			return departement;
		}
		return (month != null) ? YearMonth.from(month).toString() : "";
	}

	record Zone(String siren, String nom, String departement, String departementNom, long population,
			@Nullable LocalDate freeDay) {
	}

	record Sum(String zone, LocalDate month, long opened, long taken, long held, long offered, long booked,
			long honoured, long absent, long withoutRegularDoctor, long minutes, long bookedMinutes) {

		Tally tally() {
			return new Tally(this.opened, this.taken, this.held, this.offered, this.booked, this.honoured, this.absent,
					this.withoutRegularDoctor, this.minutes, this.bookedMinutes);
		}

	}

	record Came(@Nullable String zone, @Nullable String departement, @Nullable LocalDate month, long came,
			long measured, long cameBack) {

		String code() {
			return ReportReader.code(this.zone, this.departement, this.month);
		}

		Doctors doctors() {
			return new Doctors(this.came, this.measured, this.cameBack);
		}

	}

	record Noted(@Nullable String zone, @Nullable String departement, @Nullable LocalDate month, long noted,
			long withTime, @Nullable Double median) {

		String code() {
			return ReportReader.code(this.zone, this.departement, this.month);
		}

		Waits waits() {
			return new Waits(this.noted, this.withTime, this.median);
		}

	}

}
