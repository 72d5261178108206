package fr.medecinproche.appointment;

/**
 * For whom a time is kept until it opens to all.
 */
public enum KeptFor {

	/** People who have no « médecin traitant », or cannot see theirs. */
	PRIORITY,
	/** People who call the site. */
	PHONE,
	/** People the regulators of the SAS send. */
	REGULATION

}
