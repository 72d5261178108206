package fr.medecinproche.indemnity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A month that is closed for a region: what it came to never changes.
 *
 * @param firstDay the first day of the month
 * @param region the region, "R76"
 * @param closedAt when
 * @param closedBy how whoever closed it is called
 * @param statements how many statements it has
 * @param halfDays how many half-days
 * @param totalCents what it came to
 */
public record ClosedMonth(LocalDate firstDay, String region, Instant closedAt, String closedBy, int statements,
		int halfDays, long totalCents) {

	public YearMonth month() {
		return YearMonth.from(this.firstDay);
	}

}
