package fr.medecinproche.indemnity;

/**
 * Which statements a list shows: those of one status, those that may be closed now, or
 * those a doctor still has time to check.
 */
public enum StatementFilter {

	/** See {@link StatementStatus}. */
	PREPARING,
	/** The doctor is asked to check it. */
	READY,
	/** The doctor agrees. */
	CONFIRMED,
	/** The doctor waits for an answer. */
	DISPUTED,
	/** It never changes any more. */
	CLOSED,
	/** Nothing keeps it from being closed. */
	CLOSABLE,
	/** The doctor still has time to check it. */
	WAITING;

	/** What their rows fulfil. */
	String condition() {
		return switch (this) {
			case CLOSABLE -> Statements.CLOSABLE;
			case WAITING -> Statements.STATUS + " in ('READY', 'CONFIRMED') and not (" + Statements.CLOSABLE + ")";
			default -> Statements.STATUS + " = '" + name() + "'";
		};
	}

}
