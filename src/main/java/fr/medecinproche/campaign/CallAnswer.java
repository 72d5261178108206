package fr.medecinproche.campaign;

/**
 * What somebody says to a call.
 */
public enum CallAnswer {

	/** Nothing yet. */
	OPEN,
	/** They took half-days. */
	YES,
	/** They would come, and may not take half-days yet. */
	INTERESTED,
	/** Not this time. */
	NOT_NOW,
	/** Never again, for this call and any other. */
	NEVER

}
