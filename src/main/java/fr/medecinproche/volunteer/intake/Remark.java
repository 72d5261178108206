package fr.medecinproche.volunteer.intake;

import org.jspecify.annotations.Nullable;

/**
 * What is to be said of a line. It repeats nothing personal: only a line, a commune or
 * what stood for a step.
 *
 * @param reason why; the sentence is the message {@code volunteer.intake.<REASON>}
 * @param argument what fills it, or null
 */
record Remark(Reason reason, @Nullable String argument) {

	private static final int LONGEST = 200;

	static Remark of(Reason reason) {
		return new Remark(reason, null);
	}

	static Remark of(Reason reason, String argument) {
		return new Remark(reason, argument.substring(0, Math.min(LONGEST, argument.length())));
	}

	static Remark read(String written) {
		int bar = written.indexOf('|');
		return (bar < 0) ? of(Reason.valueOf(written))
				: new Remark(Reason.valueOf(written.substring(0, bar)), written.substring(bar + 1));
	}

	String written() {
		return (this.argument != null) ? this.reason + "|" + this.argument : this.reason.name();
	}

	public String key() {
		return "volunteer.intake." + this.reason;
	}

	/**
	 * Why.
	 */
	enum Reason {

		FORMULA(Outcome.REFUSED), TOO_MANY_CELLS(Outcome.REFUSED), TOO_LONG(Outcome.REFUSED),
		NAME_MISSING(Outcome.REFUSED), NAME_WRONG(Outcome.REFUSED), EMAIL_MISSING(Outcome.REFUSED),
		EMAIL_WRONG(Outcome.REFUSED), RPPS_MISSING(Outcome.REFUSED), RPPS_DIGITS(Outcome.REFUSED),
		RPPS_KEY(Outcome.REFUSED), COMMUNE_MISSING(Outcome.REFUSED), COMMUNE_UNKNOWN(Outcome.REFUSED),
		COMMUNE_SUGGESTED(Outcome.REFUSED), COMMUNE_AMBIGUOUS(Outcome.REFUSED), COMMUNE_OUTSIDE(Outcome.REFUSED),
		STATUS_WRONG(Outcome.REFUSED), DATE_WRONG(Outcome.REFUSED), DATE_FUTURE(Outcome.REFUSED),
		/** The line before it, of the same number or address. */
		TWICE(Outcome.REFUSED),
		/** Of somebody who is no volunteer, or of another number. */
		EMAIL_TAKEN(Outcome.REFUSED),

		KNOWN(Outcome.KNOWN),

		NAME_CAPITALS(Outcome.CORRECTED), PHONE_WRONG(Outcome.CORRECTED), COMMUNE_FORMER(Outcome.CORRECTED),
		PRACTICE_ASSUMED(Outcome.CORRECTED), SECTEUR_ASSUMED(Outcome.CORRECTED), DATE_ASSUMED(Outcome.CORRECTED);

		private final Outcome outcome;

		Reason(Outcome outcome) {
			this.outcome = outcome;
		}

		Outcome outcome() {
			return this.outcome;
		}

	}

}
