package fr.medecinproche.territory.imports;

/**
 * Where an import stands.
 */
public enum ImportStatus {

	/** Judged; nothing is done yet. */
	READ,
	/** Done. */
	APPLIED,
	/** Given up. */
	DROPPED

}
