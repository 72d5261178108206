package fr.medecinproche.volunteer;

/**
 * What a doctor speaks besides French.
 */
public enum SpokenLanguage {

	ENGLISH, SPANISH, PORTUGUESE, ARABIC, GERMAN, CATALAN, SIGN_LANGUAGE

}
