package fr.medecinproche.appointment;

/**
 * Who notes whether a patient came. Each sees what the other noted.
 */
public enum Marker {

	VOLUNTEER, HOST

}
