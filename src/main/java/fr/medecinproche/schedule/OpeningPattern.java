package fr.medecinproche.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Half-days to open at a site: the given weekdays and periods over a span of days, in the
 * given rooms. Public holidays are left out.
 *
 * @param from the first day
 * @param until the last day, included
 * @param weekdays on which days of the week
 * @param periods mornings, afternoons or both
 * @param rooms which rooms, counted from 1
 */
public record OpeningPattern(LocalDate from, LocalDate until, Set<DayOfWeek> weekdays, Set<Period> periods,
		Set<Integer> rooms) {

	/** One half-day in one room. */
	public static OpeningPattern single(HalfDay halfDay, int room) {
		return new OpeningPattern(halfDay.day(), halfDay.day(), Set.of(halfDay.day().getDayOfWeek()),
				Set.of(halfDay.period()), Set.of(room));
	}

	/**
	 * The places the pattern asks for, in the order of time.
	 * @return half-days and rooms, public holidays left out
	 */
	public List<Place> places() {
		return days().filter((day) -> !PublicHolidays.falls(day))
			.flatMap((day) -> new TreeSet<>(this.periods).stream().map((period) -> new HalfDay(day, period)))
			.flatMap((halfDay) -> new TreeSet<>(this.rooms).stream().map((room) -> new Place(halfDay, room)))
			.toList();
	}

	/**
	 * The public holidays that fall on the pattern's days.
	 * @return in the order of time
	 */
	public List<LocalDate> holidays() {
		return days().filter(PublicHolidays::falls).toList();
	}

	private Stream<LocalDate> days() {
		return this.from.datesUntil(this.until.plusDays(1)).filter((day) -> this.weekdays.contains(day.getDayOfWeek()));
	}

	/**
	 * A room during a half-day.
	 *
	 * @param halfDay when
	 * @param room the room, counted from 1
	 */
	public record Place(HalfDay halfDay, int room) {

	}

}
