package fr.medecinproche.appointment;

/**
 * Whose decision it was to cancel an appointment, whoever noted it.
 */
public enum Canceller {

	PATIENT, VOLUNTEER, HOST, REGULATOR, AGENCY

}
