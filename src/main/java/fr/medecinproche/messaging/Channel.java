package fr.medecinproche.messaging;

/**
 * How a message travels.
 */
public enum Channel {

	EMAIL, SMS,
	/** Somebody of the site reads it to the patient on the phone. */
	CALL

}
