package fr.medecinproche.schedule.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

import fr.medecinproche.schedule.OpeningPattern.Place;
import fr.medecinproche.schedule.OpeningPreview;

/**
 * A preview short enough for a page, however long the period.
 *
 * @param count how many half-days would be opened
 * @param months how many in each month
 * @param first the first of them
 * @param holidays the public holidays left out
 * @param taken the first half-days that exist already
 * @param takenCount how many exist already
 * @param pastCount how many have begun
 */
record OpeningSummary(int count, List<Month> months, List<Place> first, List<LocalDate> holidays, List<Place> taken,
		int takenCount, int pastCount) {

	private static final int SHOWN = 12;

	static OpeningSummary of(OpeningPreview preview) {
		var months = preview.toOpen()
			.stream()
			.collect(Collectors.groupingBy((place) -> place.halfDay().month(), TreeMap::new, Collectors.counting()));
		return new OpeningSummary(preview.count(),
				months.entrySet().stream().map((entry) -> new Month(entry.getKey(), entry.getValue())).toList(),
				start(preview.toOpen()), preview.holidays(), start(preview.taken()), preview.taken().size(),
				preview.past().size());
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
