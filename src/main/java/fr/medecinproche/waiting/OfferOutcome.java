package fr.medecinproche.waiting;

/**
 * What became of an offer.
 */
public enum OfferOutcome {

	/** The time is held. */
	OPEN,
	/** They took the time. */
	ACCEPTED,
	/** They said no. */
	DECLINED,
	/** The hold ended without an answer. */
	UNANSWERED,
	/** The doctor no longer comes. */
	WITHDRAWN

}
