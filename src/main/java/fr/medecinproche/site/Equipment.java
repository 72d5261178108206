package fr.medecinproche.site;

/**
 * What a doctor finds in the room.
 */
public enum Equipment {

	EXAMINATION_TABLE, BLOOD_PRESSURE_MONITOR, ECG, CARD_READER, COMPUTER, PRINTER, INTERNET, PARKING

}
