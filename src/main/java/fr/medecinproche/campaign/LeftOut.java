package fr.medecinproche.campaign;

/**
 * Why somebody of the audience is not written to; the first that holds is given.
 */
public enum LeftOut {

	/** They want no calls. */
	NEVER,
	/** Their account is closed or suspended. */
	GONE,
	/** The call this one resumes was sent to them. */
	ASKED,
	/** They have four half-days in each of the months. */
	CAP_REACHED,
	/** They are somewhere already whenever a doctor is missing. */
	ELSEWHERE,
	/** A call was sent to them a short time ago. */
	TOO_RECENT,
	/** They have had as many calls as anybody should. */
	TOO_MANY

}
