package fr.medecinproche.matching;

/**
 * What a doctor who cannot come wants when no stand-in was found in time.
 */
public enum Fallback {

	/** The visits are called off, and other times held for each patient. */
	CANCEL,
	/** Nothing is done: the doctor is told, stays expected and chooses again. */
	ASK_ME

}
