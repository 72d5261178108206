package fr.medecinproche.people;

import fr.medecinproche.web.Refusal;

/**
 * What may not be done to the people who work here. The reason is also the key of the
 * sentence the user reads: {@code people.refusal.<REASON>}.
 */
public class PeopleRefusedException extends Refusal {

	private final Reason reason;

	public PeopleRefusedException(Reason reason) {
		super("people", reason);
		this.reason = reason;
	}

	public Reason reason() {
		return this.reason;
	}

	/**
	 * Why it may not be done.
	 */
	public enum Reason {

		/** Nobody gives as much as they have: see {@link Reach}. */
		OUT_OF_REACH,
		/** That address has an account already. */
		KNOWN_ADDRESS,
		/** That address has an invitation that waits. */
		ALREADY_INVITED,
		/** The invitation was sent often enough. */
		SENT_TOO_OFTEN,
		/** The invitation was accepted or withdrawn. */
		INVITATION_OVER,
		/** The invitation has had its time. */
		INVITATION_EXPIRED,
		/** The link is not that of any invitation. */
		NO_SUCH_INVITATION,
		/**
		 * Nobody suspends themselves nor changes their own role: there would be nobody to
		 * undo it.
		 */
		YOURSELF,
		/** Without this account nobody could administer the service. */
		LAST_ADMIN,
		/** Without this account no agent would see all of a region. */
		LAST_OF_REGION,
		/** Only a host is at a site. */
		NOT_A_HOST,
		/** A host is given sites and loses them one by one, not with the role. */
		HOST_ALREADY,
		/** A role goes with all sites, and one of them is not within reach. */
		SITE_OUT_OF_REACH,
		/** A host has one site at least. */
		LAST_SITE

	}

}
