package fr.medecinproche.site.need;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * What a site wishes for in a week, and what came of it.
 *
 * @param monday the first day of the week
 * @param wanted how many half-days of help, null when the site has said nothing
 * @param note what it said with it
 * @param opened half-days that are open or taken
 * @param taken half-days with a doctor
 */
public record WeekNeed(LocalDate monday, @Nullable Integer wanted, @Nullable String note, int opened, int taken) {

	/**
	 * Half-days of help that no doctor has taken yet.
	 * @return zero when nothing was asked for
	 */
	public int unmet() {
		return (this.wanted != null) ? Math.max(0, this.wanted - this.taken) : 0;
	}

	/**
	 * Half-days of help nobody could take, for they are not open.
	 * @return zero when enough are open
	 */
	public int toOpen() {
		return (this.wanted != null) ? Math.max(0, this.wanted - this.opened) : 0;
	}

}
