package fr.medecinproche.indemnity;

import java.util.Locale;

import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * An entry the ledger does not take. The reason is also the key of the sentence the user
 * reads: {@code indemnity.refusal.<REASON>}.
 */
@ResponseStatus(HttpStatus.CONFLICT)
public class IndemnityRefusedException extends RuntimeException implements MessageSourceResolvable {

	private final Reason reason;

	public IndemnityRefusedException(Reason reason) {
		super(reason.name().toLowerCase(Locale.ROOT).replace('_', ' '));
		this.reason = reason;
	}

	public Reason reason() {
		return this.reason;
	}

	@Override
	public String[] getCodes() {
		return new String[] { "indemnity.refusal." + this.reason };
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
