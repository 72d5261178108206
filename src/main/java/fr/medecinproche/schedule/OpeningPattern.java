package fr.medecinproche.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Half-days to open at a site: those a rule asks for, over a span of days. Public
 * holidays are left out unless the rule includes them.
 *
 * @param from the first day
 * @param until the last day, included
 * @param rule which half-days
 */
public record OpeningPattern(LocalDate from, LocalDate until, OpeningRule rule) {

	/** Every week, at the hours of the site, whoever is there. */
	public OpeningPattern(LocalDate from, LocalDate until, Set<DayOfWeek> weekdays, Set<Period> periods,
			Set<Integer> rooms) {
		this(from, until, new OpeningRule(Rhythm.EVERY_WEEK, from, weekdays, periods, rooms, false, true, null));
	}

	/** One half-day in one room. */
	public static OpeningPattern single(HalfDay halfDay, int room) {
		return new OpeningPattern(halfDay.day(), halfDay.day(), Set.of(halfDay.day().getDayOfWeek()),
				Set.of(halfDay.period()), Set.of(room));
	}

	/**
	 * All that the rhythm falls on, public holidays included.
	 * @return half-days and rooms, in the order of time
	 */
	List<Place> asked() {
		return days()
			.flatMap((day) -> new TreeSet<>(this.rule.periods()).stream().map((period) -> new HalfDay(day, period)))
			.flatMap((halfDay) -> new TreeSet<>(this.rule.rooms()).stream().map((room) -> new Place(halfDay, room)))
			.toList();
	}

	/**
	 * The places the pattern asks for, in the order of time.
	 * @return half-days and rooms, public holidays left out
	 */
	public List<Place> places() {
		return asked().stream().filter((place) -> !this.rule.leavesOut(place.halfDay().day())).toList();
	}

	/**
	 * The public holidays that fall on the pattern's days and are left out.
	 * @return in the order of time
	 */
	public List<LocalDate> holidays() {
		return days().filter(this.rule::leavesOut).toList();
	}

	private Stream<LocalDate> days() {
		return this.until.isBefore(this.from) ? Stream.empty()
				: this.from.datesUntil(this.until.plusDays(1)).filter(this.rule::asksFor);
	}

	/**
	 * A room during a half-day.
	 *
	 * @param halfDay when
	 * @param room the room, counted from 1
	 */
	public record Place(HalfDay halfDay, int room) implements Comparable<Place> {

		@Override
		public int compareTo(Place other) {
			int byTime = this.halfDay.compareTo(other.halfDay);
			return (byTime != 0) ? byTime : Integer.compare(this.room, other.room);
		}

	}

}
