package fr.medecinproche.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

import fr.medecinproche.schedule.SchedulingRefusedException.Reason;

/**
 * A day that comes back, such as "le 2e mardi de chaque mois jusqu'en juin". It is a way
 * of choosing half-days: once taken they are half-days like any other, and nothing
 * remembers that they came together.
 *
 * @param rhythm how often
 * @param weekday which day of the week
 * @param extent the whole day or a half
 * @param from the first day looked at
 * @param last the last month, included
 */
public record RepeatedDay(Rhythm rhythm, DayOfWeek weekday, Extent extent, LocalDate from, YearMonth last) {

	/** How many months ahead of the present one a repetition may go. */
	public static final int MONTHS_AHEAD = 12;

	/**
	 * Its days, public holidays included: what becomes of each is told.
	 * @return in order
	 */
	public List<LocalDate> days() {
		return this.rhythm.days(this.weekday, this.from, this.last.atEndOfMonth()).toList();
	}

	/**
	 * Refuses what makes no sense today.
	 * @param today the present day
	 * @throws SchedulingRefusedException when it ends before it begins, has no day, or
	 * goes too far
	 */
	void refuseUnlessSensible(LocalDate today) {
		if (this.last.isAfter(YearMonth.from(today).plusMonths(MONTHS_AHEAD))) {
			throw new SchedulingRefusedException(Reason.PATTERN_TOO_LONG);
		}
		if (this.from.isBefore(today) || this.from.isAfter(this.last.atEndOfMonth()) || days().isEmpty()) {
			throw new SchedulingRefusedException(Reason.EMPTY_PATTERN);
		}
	}

}
