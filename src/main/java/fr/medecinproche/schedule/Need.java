package fr.medecinproche.schedule;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

/**
 * What makes a doctor needed at a place on a day, in figures anybody can count again:
 * never a score.
 *
 * @param day the day offered
 * @param planned half-days doctors have taken in the zone that month
 * @param lastDoctor the last day of a doctor at the place, that day or before; null when
 * none ever came
 * @param waiting how many patients wait for a time around the place
 */
public record Need(LocalDate day, int planned, @Nullable LocalDate lastDoctor, int waiting) {

	/**
	 * The month the zone's half-days are counted in.
	 * @return the month of the day offered
	 */
	public YearMonth month() {
		return YearMonth.from(this.day);
	}

	/**
	 * How long the place will have been without a doctor.
	 * @return days, 0 when a colleague is there the same day; null when none ever came
	 */
	public @Nullable Long daysWithout() {
		return (this.lastDoctor != null) ? ChronoUnit.DAYS.between(this.lastDoctor, this.day) : null;
	}

}
