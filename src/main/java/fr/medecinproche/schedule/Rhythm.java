package fr.medecinproche.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.stream.Stream;

/**
 * How often a day comes back: every so many weeks, or once a month by its rank among the
 * days of its name. The fifth of a month is its last; a month without a fifth has a last
 * all the same.
 */
public enum Rhythm {

	EVERY_WEEK(1, 0), EVERY_TWO_WEEKS(2, 0), EVERY_THREE_WEEKS(3, 0), EVERY_FOUR_WEEKS(4, 0), FIRST(0, 1), SECOND(0, 2),
	THIRD(0, 3), FOURTH(0, 4), LAST(0, -1);

	private final int weeks;

	/** From 1; -1 for the last. */
	private final int rank;

	Rhythm(int weeks, int rank) {
		this.weeks = weeks;
		this.rank = rank;
	}

	/**
	 * Whether a day is one of its days, whatever the weekday. Weeks are those of the
	 * calendar: with several weekdays, all fall in the same weeks.
	 * @param day a day
	 * @param countedFrom a day of a week that counts
	 * @return true when it is
	 */
	boolean falls(LocalDate day, LocalDate countedFrom) {
		if (this.weeks == 0) {
			return day.equals(day.with(TemporalAdjusters.dayOfWeekInMonth(this.rank, day.getDayOfWeek())));
		}
		var between = ChronoUnit.WEEKS.between(monday(countedFrom), monday(day));
		return Math.floorMod(between, this.weeks) == 0;
	}

	private static LocalDate monday(LocalDate day) {
		return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
	}

	/**
	 * Its days.
	 * @param weekday which day of the week
	 * @param from the first day looked at; weeks are counted from the first such day
	 * @param until the last day looked at
	 * @return in order, none when there is none
	 */
	Stream<LocalDate> days(DayOfWeek weekday, LocalDate from, LocalDate until) {
		var days = (this.weeks > 0)
				? Stream.iterate(from.with(TemporalAdjusters.nextOrSame(weekday)), (day) -> !day.isAfter(until),
						(day) -> day.plusWeeks(this.weeks))
				: Stream
					.iterate(YearMonth.from(from), (month) -> !month.atDay(1).isAfter(until),
							(month) -> month.plusMonths(1))
					.map((month) -> month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(this.rank, weekday)));
		return days.filter((day) -> !day.isBefore(from) && !day.isAfter(until));
	}

}
