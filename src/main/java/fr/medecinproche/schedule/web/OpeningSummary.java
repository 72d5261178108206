package fr.medecinproche.schedule.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.medecinproche.schedule.OpeningPattern.Place;
import fr.medecinproche.schedule.OpeningFate;
import fr.medecinproche.schedule.OpeningPlan;
import fr.medecinproche.schedule.PlannedHalfDay;

/**
 * A preview short enough for a page, however long the period.
 *
 * @param count how many half-days would be opened
 * @param months how many in each month
 * @param first the first of them
 * @param holidays the public holidays left out
 * @param leftOut those left out for a reason of the site or its zone, by reason
 * @param taken the first half-days that exist already
 * @param takenCount how many exist already
 * @param pastCount how many have begun
 */
record OpeningSummary(int count, List<Month> months, List<Place> first, List<LocalDate> holidays, PlanSummary leftOut,
		List<Place> taken, int takenCount, int pastCount) {

	private static final int SHOWN = 12;

	private static final Set<OpeningFate> SHUT = EnumSet.of(OpeningFate.CLOSURE, OpeningFate.NO_NEED,
			OpeningFate.NO_STOP, OpeningFate.NOT_PRIORITY);

	static OpeningSummary of(OpeningPlan plan) {
		var toOpen = places(plan, OpeningFate.TO_OPEN);
		var months = toOpen.stream()
			.collect(Collectors.groupingBy((place) -> place.halfDay().month(), TreeMap::new, Collectors.counting()));
		var taken = Stream
			.concat(places(plan, OpeningFate.OPEN_ALREADY).stream(), places(plan, OpeningFate.TAKEN_ALREADY).stream())
			.sorted()
			.toList();
		return new OpeningSummary(toOpen.size(),
				months.entrySet().stream().map((entry) -> new Month(entry.getKey(), entry.getValue())).toList(),
				start(toOpen), days(plan, OpeningFate.HOLIDAY), leftOut(plan), start(taken), taken.size(),
				plan.count(OpeningFate.PAST));
	}

	private static PlanSummary leftOut(OpeningPlan plan) {
		return PlanSummary
			.of(new OpeningPlan(plan.halfDays().stream().filter((halfDay) -> SHUT.contains(halfDay.fate())).toList()));
	}

	private static List<Place> places(OpeningPlan plan, OpeningFate fate) {
		return plan.with(fate).stream().map(PlannedHalfDay::place).toList();
	}

	private static List<LocalDate> days(OpeningPlan plan, OpeningFate fate) {
		return plan.with(fate).stream().map(PlannedHalfDay::day).distinct().toList();
	}

	private static List<Place> start(List<Place> places) {
		return places.subList(0, Math.min(SHOWN, places.size()));
	}

	/**
	 * A month and its share.
	 *
	 * @param month the month
	 * @param count its half-days
	 */
	record Month(YearMonth month, long count) {
	}

}
