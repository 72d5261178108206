package fr.medecinproche.appointment;

/**
 * Who made an appointment: the patient on the web, or somebody on the phone with them.
 */
public enum Channel {

	WEB, HOST, REGULATOR, VOLUNTEER

}
