package fr.medecinproche.volunteer;

/**
 * When a doctor would like to begin.
 */
public enum StartWish {

	AT_ONCE, IN_TWO_MONTHS, LATER

}
