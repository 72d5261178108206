package fr.medecinproche.indemnity;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Where a month's statement stands.
 */
public enum StatementStatus {

	/** The month runs, or its half-days are being confirmed. */
	PREPARING,
	/** The doctor is asked to check it. */
	READY,
	/** The doctor agrees. */
	CONFIRMED,
	/** The doctor disputes something, and waits for an answer. */
	DISPUTED,
	/** It never changes any more. */
	CLOSED;

	static StatementStatus of(@Nullable Instant readyAt, @Nullable Instant confirmedAt, @Nullable Instant closedAt,
			boolean disputed) {
		if (closedAt != null) {
			return CLOSED;
		}
		if (disputed) {
			return DISPUTED;
		}
		if (confirmedAt != null) {
			return CONFIRMED;
		}
		return (readyAt != null) ? READY : PREPARING;
	}

}
