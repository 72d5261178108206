package fr.medecinproche.volunteer.web;

import org.jspecify.annotations.Nullable;

/**
 * For how long a file has stood at a step.
 */
enum AgeBand {

	WEEK(0, 6), FORTNIGHT(7, 13), MONTH(14, 27), LONGER(28, null);

	private final int from;

	private final @Nullable Integer to;

	AgeBand(int from, @Nullable Integer to) {
		this.from = from;
		this.to = to;
	}

	/** From how many days on. */
	public int from() {
		return this.from;
	}

	/** Up to how many days, null for any. */
	public @Nullable Integer to() {
		return this.to;
	}

}
