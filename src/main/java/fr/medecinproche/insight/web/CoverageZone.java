package fr.medecinproche.insight.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

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
 * @param freeDay the day of the first ordinary consultation nobody has, if any
 */
record CoverageZone(String siren, String nom, String departement, int population, int sites,
		@Nullable LocalDate lastDay, @Nullable LocalDate nextDay, @Nullable LocalDate freeDay) {

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
