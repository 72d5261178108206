package fr.medecinproche.schedule;

import java.util.Set;

/**
 * An open day put before a doctor, and why that one.
 *
 * @param offer the day at a place
 * @param reasons what speaks for it, in the order they are said; may be empty
 */
public record Suggestion(OfferedDay offer, Set<Reason> reasons) {

	/**
	 * What speaks for a day. Each counts the same; of as many, the nearest place wins.
	 */
	public enum Reason {

		/** Of all places with an open half-day, the nearest. */
		NEAREST,
		/** Where the doctor was last. */
		SAME_PLACE,
		/** Morning and afternoon. */
		WHOLE_DAY,
		/** On halves of days the doctor has said suit. */
		YOUR_DAYS,
		/** No doctor has taken anything in the zone that month. */
		NOBODY_PLANNED

	}

}
