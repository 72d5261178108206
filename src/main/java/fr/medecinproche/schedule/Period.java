package fr.medecinproche.schedule;

/**
 * A half of a working day.
 */
public enum Period {

	MORNING, AFTERNOON

}
