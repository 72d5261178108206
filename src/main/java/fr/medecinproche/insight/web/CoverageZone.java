package fr.medecinproche.insight.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A zone of the board, whatever the week.
 *
 * @param siren its number
 * @param nom its name
 * @param departement the code of its main department
 * @param population its inhabitants
 * @param sites its open sites
 * @param lastDay the last day a doctor was there, if ever
 * @param nextDay the next day a doctor comes, if any; today while one is there
 * @param freeDay the day of the first ordinary consultation nobody has, if any and if
 * read: see {@link CoverageReader#withFreeDays}
 * @param scheme when the scheme applies to it
 */
record CoverageZone(String siren, String nom, String departement, int population, int sites,
		@Nullable LocalDate lastDay, @Nullable LocalDate nextDay, @Nullable LocalDate freeDay, SchemeTimes scheme) {

	static CoverageZone of(ResultSet row, int number) throws SQLException {
		return new CoverageZone(row.getString("siren"), row.getString("nom"), row.getString("departement"),
				row.getInt("population"), row.getInt("sites"), row.getObject("last_day", LocalDate.class),
				row.getObject("next_day", LocalDate.class), null, new SchemeTimes(List.of()));
	}

	/** The same zone, with when the scheme applies to it. */
	CoverageZone with(List<SchemeTimes.Period> times) {
		return new CoverageZone(this.siren, this.nom, this.departement, this.population, this.sites, this.lastDay,
				this.nextDay, this.freeDay, new SchemeTimes(times));
	}

	/** The same zone, with the day of its first free time. */
	CoverageZone freeOn(@Nullable LocalDate day) {
		return new CoverageZone(this.siren, this.nom, this.departement, this.population, this.sites, this.lastDay,
				this.nextDay, day, this.scheme);
	}

	/** Days since a doctor was there; null when none ever was. */
	public @Nullable Integer since(LocalDate today) {
		return (this.lastDay != null) ? (int) ChronoUnit.DAYS.between(this.lastDay, today) : null;
	}

	/** Days until a doctor comes; null when none is expected. */
	public @Nullable Integer until(LocalDate today) {
		return (this.nextDay != null) ? (int) ChronoUnit.DAYS.between(today, this.nextDay) : null;
	}

	/** Days until the first free time; null when there is none. */
	public @Nullable Integer delay(LocalDate today) {
		return (this.freeDay != null) ? (int) ChronoUnit.DAYS.between(today, this.freeDay) : null;
	}

}
