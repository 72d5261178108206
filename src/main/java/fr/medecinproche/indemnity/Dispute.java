package fr.medecinproche.indemnity;

import java.time.Instant;
import java.time.LocalDate;

import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.Period;
import org.jspecify.annotations.Nullable;

/**
 * What a doctor finds wrong in a statement, and what the agency answered.
 *
 * @param id the dispute
 * @param statementId where
 * @param day the day of the half-day
 * @param period its half
 * @param reason what is wrong
 * @param comment in the doctor's words
 * @param raisedAt when the doctor said so
 * @param outcome what came of it, null while it is open
 * @param answer in the agency's words
 * @param answeredAt when the agency answered
 */
public record Dispute(long id, long statementId, LocalDate day, Period period, Reason reason, @Nullable String comment,
		Instant raisedAt, @Nullable Outcome outcome, @Nullable String answer, @Nullable Instant answeredAt) {

	public HalfDay halfDay() {
		return new HalfDay(this.day, this.period);
	}

	public boolean isOpen() {
		return this.outcome == null;
	}

	/**
	 * What can be wrong with a half-day.
	 */
	public enum Reason {

		/** It is in the statement, and was not held. */
		NOT_HELD,
		/** It was held on another day or at another place. */
		DAY_OR_PLACE,
		/** The amount is not the one that is owed. */
		AMOUNT,
		/** It was held, and is not in the statement. */
		MISSING

	}

	/**
	 * What comes of a dispute.
	 */
	public enum Outcome {

		CORRECTED, MAINTAINED

	}

}
