package fr.medecinproche.appointment;

/**
 * Who made an appointment: the patient on the web or from the waiting list, or somebody
 * on the phone with them.
 */
public enum Channel {

	WEB, WAITING_LIST, HOST, REGULATOR, VOLUNTEER

}
