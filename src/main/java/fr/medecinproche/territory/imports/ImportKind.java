package fr.medecinproche.territory.imports;

/**
 * What a file is about.
 */
public enum ImportKind {

	/** Which zones there are, and their communes. */
	ZONES,
	/** The five national criteria of zones. */
	NEED

}
