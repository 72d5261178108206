package fr.medecinproche.appointment;

/**
 * Who sees to what remains to be done.
 */
public enum Follower {

	/** Whichever doctor comes to the site next. */
	SITE_DOCTORS,
	/** The people of the site. */
	SECRETARY,
	/** The patient's « médecin traitant ». */
	REGULAR_DOCTOR,
	/** The doctor of the visit, when they come again. */
	SAME_DOCTOR

}
