package fr.medecinproche.appointment.web;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.schedule.Period;

/**
 * What a site's poster says of the days to come. Free times, which change by the hour,
 * and doctors, who may change, are not for paper.
 *
 * @param days the next days with a doctor
 * @param more whether there are others after them
 */
record Poster(List<Day> days, boolean more) {

	/** More would not be read from afar, nor fit on the page. */
	static final int DAYS = 6;

	/**
	 * Puts half-days together by day.
	 * @param taken coming half-days that have a doctor, of any room
	 * @return the poster
	 */
	static Poster of(List<HalfDaySlot> taken) {
		var periods = new TreeMap<LocalDate, Set<Period>>();
		var towns = new TreeMap<LocalDate, Set<String>>();
		for (var slot : taken) {
			towns.computeIfAbsent(slot.getHalfDay().day(), (day) -> new LinkedHashSet<>()).add(slot.getPlace().town());
			periods.computeIfAbsent(slot.getHalfDay().day(), (day) -> EnumSet.noneOf(Period.class))
				.add(slot.getHalfDay().period());
		}
		var days = periods.entrySet()
			.stream()
			.map((entry) -> Day.of(entry.getKey(), entry.getValue(),
					String.join(", ", towns.getOrDefault(entry.getKey(), Set.of()))))
			.toList();
		return new Poster(days.stream().limit(DAYS).toList(), days.size() > DAYS);
	}

	/**
	 * A day with a doctor.
	 *
	 * @param day the day
	 * @param presence when in the day
	 * @param towns where an itinerant site stands that day
	 */
	record Day(LocalDate day, Presence presence, String towns) {

		private static Day of(LocalDate day, Set<Period> periods, String towns) {
			return new Day(day, (periods.size() > 1) ? Presence.ALL_DAY
					: periods.contains(Period.MORNING) ? Presence.MORNING : Presence.AFTERNOON, towns);
		}

	}

	/** When in a day. */
	enum Presence {

		MORNING, AFTERNOON, ALL_DAY

	}

	/** The sizes town halls have a printer or a frame for. */
	enum Paper {

		A4, A3;

		/**
		 * Reads a size.
		 * @param asked anything
		 * @return A3 when that was asked, A4 otherwise
		 */
		static Paper of(String asked) {
			return asked.strip().toUpperCase(Locale.ROOT).equals(A3.name()) ? A3 : A4;
		}

	}

}
