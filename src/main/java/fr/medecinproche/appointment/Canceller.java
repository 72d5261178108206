package fr.medecinproche.appointment;

/**
 * Who cancelled an appointment.
 */
public enum Canceller {

	PATIENT, VOLUNTEER, HOST, REGULATOR, AGENCY

}
