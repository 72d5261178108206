package fr.medecinproche.volunteer.intake;

/**
 * What becomes of a line.
 */
enum Outcome {

	/** A file is made of it. */
	ACCEPTED,
	/** A file is made of it, after something was put right. */
	CORRECTED,
	/** Nothing can be made of it as it stands. */
	REFUSED,
	/** The doctor has a file already: nothing is done, whatever else the line says. */
	KNOWN;

	/** What counts of the two. */
	Outcome or(Outcome other) {
		return (compareTo(other) >= 0) ? this : other;
	}

	boolean isGood() {
		return this == ACCEPTED || this == CORRECTED;
	}

}
