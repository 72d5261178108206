package fr.medecinproche.appointment;

import java.util.Locale;

import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * A time that cannot be held, booked or cancelled. The reason is also the key of the
 * sentence the user reads: {@code appointment.refusal.<REASON>}.
 */
@ResponseStatus(HttpStatus.CONFLICT)
public class BookingRefusedException extends RuntimeException implements MessageSourceResolvable {

	private final Reason reason;

	public BookingRefusedException(Reason reason) {
		super(reason.name().toLowerCase(Locale.ROOT).replace('_', ' '));
		this.reason = reason;
	}

	public Reason reason() {
		return this.reason;
	}

	@Override
	public String[] getCodes() {
		return new String[] { "appointment.refusal." + this.reason };
	}

	/**
	 * Why the time was refused.
	 */
	public enum Reason {

		/** Somebody else has it, or holds it for the moment. */
		TAKEN_MEANWHILE,
		/** The doctor no longer comes, or the site is closed. */
		NO_LONGER_OFFERED,
		/** It begins too soon, or is past. */
		TOO_LATE,
		/** The hold ended, and somebody else has the time. */
		HOLD_ENDED,
		/** It was cancelled, or has taken place. */
		NOT_BOOKED,
		/** It is kept for others until it opens to all. */
		KEPT_FOR_OTHERS,
		/** Too near the visit to change it without calling. */
		CHANGES_CLOSED,
		/** The person has a visit on that half-day already. */
		SAME_HALF_DAY,
		/** The person has as many coming visits as one may. */
		ENOUGH_COMING

	}

}
