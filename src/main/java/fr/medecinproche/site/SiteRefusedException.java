package fr.medecinproche.site;

import fr.medecinproche.web.Refusal;

/**
 * A change to a site that cannot be made. The reason is also the key of the sentence the
 * user reads: {@code site.refusal.<REASON>}.
 */
public class SiteRefusedException extends Refusal {

	private final Reason reason;

	private final Object[] arguments;

	/**
	 * Says no.
	 * @param reason why
	 * @param arguments texts and numbers for the sentence
	 */
	public SiteRefusedException(Reason reason, Object... arguments) {
		super("site", reason);
		this.reason = reason;
		this.arguments = arguments.clone();
	}

	public Reason reason() {
		return this.reason;
	}

	@Override
	public Object[] getArguments() {
		return this.arguments.clone();
	}

	/**
	 * Why the site refused.
	 */
	public enum Reason {

		/** Its commune belongs to no priority intercommunalité. */
		OUTSIDE_PRIORITY_ZONE,
		/** A closed site does not open again. */
		CLOSED_FOR_GOOD,
		/** Only an open site is suspended. */
		NOT_OPEN,
		/** Something every site must have is missing; how much of it is the argument. */
		NOT_READY,
		/** No step leads from where the site stands to there. */
		NO_SUCH_MOVE,
		/** Nothing is the people's of the place to do. */
		NOTHING_TO_REMIND_OF,
		/** Nobody of the place has an account. */
		NOBODY_TO_REMIND,
		/** They were written to a short while ago. */
		REMINDED_LATELY,
		/** What every site must have is not needed, and nobody said why. */
		NOT_NEEDED_WITHOUT_REASON,
		/** A stop in a commune of another zone. */
		STOP_OUTSIDE_ZONE,
		/** Only a « médicobus » stops somewhere. */
		NOT_ITINERANT,
		/** A half-day is open or a doctor expected there; how many, and patients. */
		STOP_EXPECTED,
		/** More doctors or patients are expected than whoever closes it was told. */
		MORE_EXPECTED,
		/** It stops somewhere in the days to come. */
		HAS_STOPS,
		/** A day that is over, or a period that ends before it begins. */
		DAYS_OUT_OF_ORDER,
		/** Nobody is proposed any more: decided, or forgotten. */
		PROPOSAL_DECIDED,
		/** Too much was sent from one place today. */
		TOO_MANY_PROPOSALS,
		/** Hours that overlap or end before they begin. */
		HOURS_OUT_OF_ORDER,
		/** Somebody else changed the site meanwhile. */
		CHANGED_MEANWHILE

	}

}
