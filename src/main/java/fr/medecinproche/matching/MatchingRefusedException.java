package fr.medecinproche.matching;

import fr.medecinproche.web.Refusal;

/**
 * What cannot be done about a half-day whose doctor is away. The reason is also the key
 * of the sentence the user reads: {@code matching.refusal.<REASON>}.
 */
public class MatchingRefusedException extends Refusal {

	private final Reason reason;

	public MatchingRefusedException(Reason reason) {
		super("matching", reason);
		this.reason = reason;
	}

	public Reason reason() {
		return this.reason;
	}

	/**
	 * Why it was refused.
	 */
	public enum Reason {

		/** Patients booked or cancelled since the page was read. */
		NUMBERS_CHANGED,
		/** Too near the half-day to look for a stand-in. */
		TOO_NEAR,
		/** No doctor may take the half-day. */
		NOBODY_SUITS,
		/** A stand-in is being looked for already. */
		ASKED_ALREADY,
		/** Another doctor accepted first. */
		PROVIDED_FOR,
		/** The time to answer is over. */
		EXPIRED,
		/** The half-day was given back or closed, or its doctor comes after all. */
		NOT_NEEDED

	}

}
