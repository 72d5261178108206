package fr.medecinproche.matching;

/**
 * Why a doctor is invited before another, the strongest reason first.
 */
public enum StandInReason {

	/** Has consulted at this site before. */
	KNOWS_SITE,
	/** Says to be free on that day of the week. */
	FREE_THAT_DAY,
	/** The site is within the distance the doctor accepts. */
	WITHIN_REACH,
	/** No other reason than being nearer than the next. */
	NEAREST

}
