package fr.medecinproche.site;

/**
 * What a doctor finds at a site: in the room, and whose help.
 */
public enum Equipment {

	EXAMINATION_TABLE, BLOOD_PRESSURE_MONITOR, ECG, CARD_READER, COMPUTER, PRINTER, INTERNET, PARKING, MEDICAL_ASSISTANT

}
