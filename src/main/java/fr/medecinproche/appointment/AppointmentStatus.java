package fr.medecinproche.appointment;

/**
 * Where an appointment stands. A held one is being written; a released one was held and
 * never confirmed.
 */
public enum AppointmentStatus {

	HELD, BOOKED, HONOURED, ABSENT, CANCELLED, RELEASED, MOVED

}
