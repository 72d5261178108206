package fr.medecinproche.waiting;

/**
 * Why somebody waits no more.
 */
public enum Ending {

	/** They left. */
	LEFT,
	/** They have an appointment. */
	BOOKED,
	/** They did not answer so many offers one after another. */
	UNANSWERED,
	/** They waited as long as one may without saying so again. */
	EXPIRED

}
