package fr.medecinproche.matching;

/**
 * What became of the search for a stand-in.
 */
public enum StandInOutcome {

	/** Doctors are being invited. */
	OPEN,
	/** One of them comes. */
	ACCEPTED,
	/** Nobody accepted in time, or nobody is left to be invited. */
	UNANSWERED,
	/** The doctor who asked comes after all. */
	WITHDRAWN,
	/** The half-day was given back or closed. */
	OVER

}
