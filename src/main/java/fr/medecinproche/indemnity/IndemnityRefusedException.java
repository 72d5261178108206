package fr.medecinproche.indemnity;

import fr.medecinproche.web.Refusal;

/**
 * What the ledger does not take. The reason is also the key of the sentence the user
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

		/** Nobody had taken that half-day, or it is not over. */
		NOT_HELD,
		/** The half-day is in the ledger already. */
		ALREADY_ENTERED,
		/** Doctors do not confirm their own half-days. */
		OWN_HALF_DAY,
		/** The month's statement is closed, and closed statements never change. */
		STATEMENT_CLOSED,
		/** The month is not over, or its statement is still being prepared. */
		NOT_READY,
		/** A line was entered or withdrawn since the doctor saw the statement. */
		CHANGED_MEANWHILE,
		/** Something in the statement is disputed and not answered. */
		DISPUTE_OPEN,
		/** The doctor has not confirmed, and still has time to. */
		NOT_CONFIRMED,
		/** That half-day is disputed already. */
		ALREADY_DISPUTED,
		/** The disputed half-day is not in the statement, or not of its month. */
		NOT_IN_STATEMENT,
		/** The half-day said to be missing is in the statement. */
		NOT_MISSING,
		/** The dispute was answered already. */
		ALREADY_ANSWERED,
		/** The doctor has no half-day in the calendar then: it cannot be entered. */
		NO_SUCH_HALF_DAY,
		/** The line is not of a closed statement: its half-day is decided anew. */
		NOT_CLOSED,
		/** A correction of nothing, or that takes back more than was given. */
		WRONG_AMOUNT,
		/** The month is not over. */
		MONTH_NOT_OVER,
		/** The month is closed already. */
		MONTH_CLOSED,
		/**
		 * Something of the month is left open: it is closed as a whole, or not at all.
		 */
		MONTH_NOT_DONE,
		/** There is no such region. */
		NO_SUCH_REGION,
		/** Every line of closed statements is in a batch already. */
		NOTHING_TO_SEND

	}

}
