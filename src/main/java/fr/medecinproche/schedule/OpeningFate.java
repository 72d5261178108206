package fr.medecinproche.schedule;

/**
 * What becomes of a half-day when a pattern is opened, changed or ended.
 */
public enum OpeningFate {

	/** It is opened, perhaps again. */
	TO_OPEN,
	/** Opened by the pattern before, not taken: it only keeps other hours. */
	RETIMED,
	/** Opened by the pattern before: it stays as it is. */
	KEPT,
	/** Opened by the pattern, not taken, asked for no more: it is closed. */
	TO_CLOSE,
	/** Opened by the pattern, asked for no more, but a doctor has taken it: it stays. */
	TAKEN_STAYS,
	/** Left out: a public holiday. */
	HOLIDAY,
	/** Left out: the site is closed that day. */
	CLOSURE,
	/** Left out: the site wants no doctor that day. */
	NO_NEED,
	/** Left out: the itinerant site does not stop anywhere that day. */
	NO_STOP,
	/** Left out: the scheme does not apply to the zone that day. */
	NOT_PRIORITY,
	/** Left out: it is open already. */
	OPEN_ALREADY,
	/** Left out: a doctor has taken it already. */
	TAKEN_ALREADY,
	/** Left out: a doctor is expected in another room of the site. */
	OTHER_ROOM,
	/** Left out: the agency closed that one by itself. */
	SET_APART,
	/** Left out: it has begun. */
	PAST;

	/** Whether somebody or something changes. */
	public boolean isChange() {
		return this == TO_OPEN || this == RETIMED || this == TO_CLOSE;
	}

}
