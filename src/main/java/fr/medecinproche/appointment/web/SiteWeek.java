package fr.medecinproche.appointment.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;

import fr.medecinproche.appointment.Offer;
import fr.medecinproche.schedule.HalfDaySlot;
import org.jspecify.annotations.Nullable;

/**
 * A week of a site's free times; weeks with none are stepped over.
 *
 * @param monday its first day
 * @param days the days with a free time
 * @param previous a day of the week before that has free times, if any
 * @param next a day of the week after that has free times, if any
 */
record SiteWeek(LocalDate monday, List<Day> days, @Nullable LocalDate previous, @Nullable LocalDate next) {

	/**
	 * Picks a week.
	 * @param free free times by day, at least one
	 * @param wanted any day of the week looked for, or null for the first
	 * @return that week, or the first or last there is
	 */
	static SiteWeek of(SequencedMap<LocalDate, List<Offer>> free, @Nullable LocalDate wanted) {
		var first = free.firstEntry().getKey();
		var last = free.lastEntry().getKey();
		var within = (wanted == null || wanted.isBefore(first)) ? first : wanted.isAfter(last) ? last : wanted;
		var monday = within.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
		var nextMonday = monday.plusWeeks(1);
		var days = free.entrySet()
			.stream()
			.filter((day) -> !day.getKey().isBefore(monday) && day.getKey().isBefore(nextMonday))
			.map((day) -> Day.of(day.getKey(), day.getValue()))
			.toList();
		var previous = free.keySet().stream().filter((day) -> day.isBefore(monday)).reduce((one, later) -> later);
		var next = free.keySet().stream().filter((day) -> !day.isBefore(nextMonday)).findFirst();
		return new SiteWeek(monday, days, previous.orElse(null), next.orElse(null));
	}

	/**
	 * Puts times together by half-day.
	 * @param offers times in their order
	 * @return half-days in the order of their first time
	 */
	static List<Sitting> sittings(List<Offer> offers) {
		var bySlot = offers.stream()
			.collect(Collectors.groupingBy((offer) -> offer.slot().getId(), LinkedHashMap::new, Collectors.toList()));
		return bySlot.values().stream().map((times) -> new Sitting(times.getFirst().slot(), times)).toList();
	}

	/**
	 * A day with free times.
	 *
	 * @param day the day
	 * @param sittings the half-days of it, one for each doctor
	 */
	record Day(LocalDate day, List<Sitting> sittings) {

		static Day of(LocalDate day, List<Offer> offers) {
			return new Day(day, SiteWeek.sittings(offers));
		}

	}

	/**
	 * A doctor's half-day.
	 *
	 * @param slot the half-day
	 * @param times what is free of it, by time
	 */
	record Sitting(HalfDaySlot slot, List<Offer> times) {
	}

}
