package fr.medecinproche.schedule;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Set;

/**
 * The eleven public holidays of mainland France, computed for any year (Code du travail,
 * art. L3133-1).
 */
public final class PublicHolidays {

	private PublicHolidays() {
	}

	/**
	 * Whether offices are closed on that day.
	 * @param day a day
	 * @return true on a public holiday
	 */
	public static boolean falls(LocalDate day) {
		return of(day.getYear()).contains(day);
	}

	/**
	 * The holidays of a year.
	 * @param year a year of the Gregorian calendar
	 * @return eleven days, or ten when two fall on the same day
	 */
	public static Set<LocalDate> of(int year) {
		var easter = easter(year);
		return Set.copyOf(List.of(LocalDate.of(year, Month.JANUARY, 1), easter.plusDays(1),
				LocalDate.of(year, Month.MAY, 1), LocalDate.of(year, Month.MAY, 8), easter.plusDays(39),
				easter.plusDays(50), LocalDate.of(year, Month.JULY, 14), LocalDate.of(year, Month.AUGUST, 15),
				LocalDate.of(year, Month.NOVEMBER, 1), LocalDate.of(year, Month.NOVEMBER, 11),
				LocalDate.of(year, Month.DECEMBER, 25)));
	}

	/** Easter Sunday, by the computation of Meeus for the Gregorian calendar. */
	private static LocalDate easter(int year) {
		int golden = year % 19;
		int century = year / 100;
		int rest = year % 100;
		int epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
		int weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
		int shift = (golden + 11 * epact + 22 * weekday) / 451;
		int days = epact + weekday - 7 * shift + 114;
		return LocalDate.of(year, days / 31, days % 31 + 1);
	}

}
