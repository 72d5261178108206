package fr.medecinproche.joining;

/**
 * The pages of an application, in their order: three steps, then reading it through and
 * sending.
 */
public enum DraftStep {

	IDENTITY, PRACTICE, WISHES, SENDING

}
