package fr.medecinproche.campaign;

/**
 * Whom a call may go to.
 */
public enum Audience {

	/** Doctors who may take half-days. */
	ACTIVE,
	/** Doctors whose file is on its way. */
	FILE_IN_PROGRESS,
	/** Doctors who said that they are retired and work. */
	RETIRED,
	/** Professional addresses that somebody passed on: of a CPTS, of the Ordre. */
	LIST

}
