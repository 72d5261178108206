package fr.medecinproche.territory;

import fr.medecinproche.web.Refusal;

/**
 * A change to the list of zones or to what is known of them that cannot be made. The
 * reason is also the key of the sentence people read: {@code territory.refusal.<REASON>}.
 */
public class TerritoryRefusedException extends Refusal {

	private final Reason reason;

	public TerritoryRefusedException(Reason reason) {
		super("territory", reason);
		this.reason = reason;
	}

	public Reason reason() {
		return this.reason;
	}

	/**
	 * Why it is refused.
	 */
	public enum Reason {

		/** Somebody applied or dropped the import already. */
		IMPORT_ENDED,
		/** What the import was judged against has changed since. */
		IMPORT_OUTDATED,
		/** A list that should be complete has lines that could not be read. */
		IMPORT_INCOMPLETE,
		/** A zone to be retired still has half-days or appointments to come. */
		HALF_DAYS_COMING,
		/** The zone is one already, or will be. */
		ALREADY_ZONE,
		/** The zone is none, or its end is known already. */
		ALREADY_RETIRED,
		/** Its end is past, or none is known. */
		NOT_RETIRED,
		/** Nothing is decided for a day that is past. */
		DAY_PAST,
		/** The department is unknown, or out of the agent's sight. */
		DEPARTEMENT_OUT_OF_SIGHT,
		/** Somebody else recorded values or weights meanwhile. */
		NEED_CHANGED

	}

}
