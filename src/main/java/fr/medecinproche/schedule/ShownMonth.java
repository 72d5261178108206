package fr.medecinproche.schedule;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;

import org.jspecify.annotations.Nullable;

/**
 * The month a page shows, among those it can show.
 *
 * @param month the month shown
 * @param first the earliest that can be shown
 * @param last the latest that can be shown
 */
public record ShownMonth(YearMonth month, YearMonth first, YearMonth last) {

	/** Half-days are opened for a year at most. */
	public static final int MONTHS_AHEAD = 12;

	/**
	 * Reads the month from an address.
	 * @param typed such as "2027-01"; anything else, or a month out of bounds, is the
	 * present month
	 * @param present the present month
	 * @param monthsBack how far back the page goes
	 * @return the month to show
	 */
	public static ShownMonth of(@Nullable String typed, YearMonth present, int monthsBack) {
		var first = present.minusMonths(monthsBack);
		var last = present.plusMonths(MONTHS_AHEAD);
		var asked = parse(typed, present);
		boolean within = !asked.isBefore(first) && !asked.isAfter(last);
		return new ShownMonth(within ? asked : present, first, last);
	}

	private static YearMonth parse(@Nullable String typed, YearMonth present) {
		try {
			return (typed != null) ? YearMonth.parse(typed) : present;
		}
		catch (DateTimeParseException ex) {
			return present;
		}
	}

	/**
	 * The month before.
	 * @return null when it cannot be shown
	 */
	public @Nullable YearMonth previous() {
		return this.month.isAfter(this.first) ? this.month.minusMonths(1) : null;
	}

	/**
	 * The month after.
	 * @return null when it cannot be shown
	 */
	public @Nullable YearMonth next() {
		return this.month.isBefore(this.last) ? this.month.plusMonths(1) : null;
	}

	/**
	 * Whether nothing of the month is to come.
	 * @return true for the months before the present one
	 */
	public boolean isPast() {
		return this.month.isBefore(this.last.minusMonths(MONTHS_AHEAD));
	}

}
