package fr.medecinproche.site;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * Days on which a site wants nobody.
 *
 * @param id its number
 * @param fromDay the first of them
 * @param untilDay the last of them
 * @param period only the mornings or the afternoons, null for whole days
 * @param reason why
 */
public record NoNeed(long id, LocalDate fromDay, LocalDate untilDay, @Nullable DayPart period, String reason) {

	/**
	 * Whether a half-day is one of them.
	 * @param day its day
	 * @param part which half
	 * @return true when nobody is wanted then
	 */
	public boolean covers(LocalDate day, DayPart part) {
		return !day.isBefore(this.fromDay) && !day.isAfter(this.untilDay)
				&& (this.period == null || this.period == part);
	}

}
