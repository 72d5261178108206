package fr.medecinproche.appointment;

/**
 * What remains to be done after a visit, as far as organising goes. A closed list: nobody
 * writes here what a patient has.
 */
public enum ContinuationKind {

	/** Something was asked for, and its answer is awaited. */
	RESULTS,
	/** The patient should be given another appointment. */
	SEE_AGAIN,
	/** A letter must leave. */
	LETTER

}
