package fr.medecinproche.schedule;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import fr.medecinproche.site.ConsultationSite;

/**
 * What becomes of each date of a repeated day: taken, or not and why.
 *
 * @param site where
 * @param dates one for each day of the repetition, in order
 * @param left how many half-days are left in each month once all that can be is taken
 */
public record RepeatedPlan(ConsultationSite site, List<Date> dates, Map<YearMonth, Integer> left) {

	/**
	 * What can be taken.
	 * @return the dates, in order
	 */
	public List<Date> toTake() {
		return with(Fate.TO_TAKE);
	}

	/**
	 * The dates of one fate.
	 * @param fate what becomes of them
	 * @return in order
	 */
	public List<Date> with(Fate fate) {
		return this.dates.stream().filter((date) -> date.fate() == fate).toList();
	}

	/**
	 * The dates by month, as a page shows them.
	 * @return months in order
	 */
	public Map<YearMonth, List<Date>> byMonth() {
		return this.dates.stream()
			.collect(Collectors.groupingBy((date) -> YearMonth.from(date.day()), TreeMap::new, Collectors.toList()));
	}

	/**
	 * How many half-days would be taken.
	 * @return at most four a month
	 */
	public int halfDays() {
		return toTake().stream().mapToInt((date) -> date.slotIds().size()).sum();
	}

	/**
	 * One date.
	 *
	 * @param day when
	 * @param fate what becomes of it
	 * @param slotIds the half-days that would be taken, empty unless it is to be taken
	 */
	public record Date(LocalDate day, Fate fate, List<Long> slotIds) {
	}

	/**
	 * What becomes of a date. A whole day is taken whole or not at all.
	 */
	public enum Fate {

		/** Open, and within the cap. */
		TO_TAKE,
		/** The doctor has taken it already, at this place. */
		MINE,
		/** The month has no room for it any more. */
		CAP_REACHED,
		/** The doctor has taken the half-day at another place. */
		ELSEWHERE,
		/** A day was asked for and only one of its halves is open. */
		ONLY_HALF,
		/** Another doctor has taken it. */
		ANOTHER_DOCTOR,
		/** The agency has closed it. */
		CLOSED,
		/** A public holiday without an open half-day. */
		HOLIDAY,
		/** The agency has not opened it. */
		NOT_OPENED,
		/** It has begun or is over. */
		TOO_LATE

	}

}
