package fr.medecinproche.indemnity;

import fr.medecinproche.web.Refusal;

/**
 * An entry the ledger does not take. The reason is also the key of the sentence the user
 * reads: {@code indemnity.refusal.<REASON>}.
 */
public class IndemnityRefusedException extends Refusal {

	private final Reason reason;

	public IndemnityRefusedException(Reason reason) {
		super("indemnity", reason);
		this.reason = reason;
	}

	public Reason reason() {
		return this.reason;
	}

	/**
	 * Why the ledger refused.
	 */
	public enum Reason {

		/** Nobody held that half-day, or it is not over. */
		NOT_HELD,
		/** The half-day is in the ledger already. */
		ALREADY_ENTERED,
		/** The month's statement is closed, and closed statements never change. */
		STATEMENT_CLOSED

	}

}
