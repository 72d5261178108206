package fr.medecinproche.site;

import fr.medecinproche.web.Refusal;

/**
 * A change to a site that cannot be made. The reason is also the key of the sentence the
 * user reads: {@code site.refusal.<REASON>}.
 */
public class SiteRefusedException extends Refusal {

	private final Reason reason;

	public SiteRefusedException(Reason reason) {
		super("site", reason);
		this.reason = reason;
	}

	public Reason reason() {
		return this.reason;
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
		/** Hours that overlap or end before they begin. */
		HOURS_OUT_OF_ORDER,
		/** Somebody else changed the site meanwhile. */
		CHANGED_MEANWHILE

	}

}
