package fr.medecinproche.matching;

/**
 * What an invited doctor answered.
 */
public enum Answer {

	OPEN, ACCEPTED, DECLINED

}
