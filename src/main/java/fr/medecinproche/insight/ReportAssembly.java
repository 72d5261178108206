package fr.medecinproche.insight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Puts together what {@link ReportReader} has read: sums that can be added up are, so
 * that zones, departments, months and the total agree; what cannot (different doctors,
 * medians) has been asked for each.
 *
 * @param period the months
 * @param zones the zones
 * @param sums of each zone and month with half-days
 * @param doctors of each zone, department and month, and of all, by code
 * @param waits the same
 * @param today the present
 */
record ReportAssembly(ReportPeriod period, List<Zone> zones, List<Sum> sums, Map<String, Doctors> doctors,
		Map<String, Waits> waits, LocalDate today) {

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
			.map((zone) -> line(zone.siren(), zone.nom(), List.of(zone), byZone.getOrDefault(zone.siren(), List.of())))
			.toList();
	}

	private ReportLine line(String code, String nom, List<Zone> zones, List<Sum> sums) {
		var tally = sums.stream().map(Sum::tally).reduce(Tally.NONE, Tally::plus);
		var one = (zones.size() == 1 && zones.getFirst().siren().equals(code)) ? zones.getFirst() : null;
		return new ReportLine(code, nom, (one != null) ? one.departement() : null,
				zones.stream().mapToLong(Zone::population).sum(), tally, this.doctors.getOrDefault(code, Doctors.NONE),
				this.waits.getOrDefault(code, Waits.NONE), (one != null && one.freeDay() != null)
						? (int) ChronoUnit.DAYS.between(this.today, one.freeDay()) : null);
	}

	/** What a row is about: a zone, a department, a month, or everything. */
	static String code(ResultSet row) throws SQLException {
		for (var name : List.of("zone", "departement")) {
			var code = row.getString(name);
			if (code != null) {
				return code;
			}
		}
		var month = row.getObject("month", LocalDate.class);
		return (month != null) ? YearMonth.from(month).toString() : "";
	}

	/**
	 * A zone.
	 *
	 * @param siren its number
	 * @param nom its name
	 * @param departement the code of its main department
	 * @param departementNom the name of that
	 * @param population its inhabitants
	 * @param freeDay the day of its first free time, if any
	 */
	record Zone(String siren, String nom, String departement, String departementNom, long population,
			@Nullable LocalDate freeDay) {
	}

	/**
	 * What the half-days of a zone in a month add up to.
	 *
	 * @param zone the zone
	 * @param month the first day of the month
	 * @param tally the sums
	 */
	record Sum(String zone, LocalDate month, Tally tally) {

		static Sum of(ResultSet row, int number) throws SQLException {
			return new Sum(row.getString("zone"), row.getObject("month", LocalDate.class), Tally.of(row));
		}

	}

}
