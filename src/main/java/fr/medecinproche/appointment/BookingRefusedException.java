package fr.medecinproche.appointment;

import fr.medecinproche.web.Refusal;

/**
 * A time that cannot be held, booked or cancelled. The reason is also the key of the
 * sentence the user reads: {@code appointment.refusal.<REASON>}.
 */
public class BookingRefusedException extends Refusal {

	private final Reason reason;

	public BookingRefusedException(Reason reason) {
		super("appointment", reason);
		this.reason = reason;
	}

	public Reason reason() {
		return this.reason;
	}

	/**
	 * Whether another time would be refused too: the person has their share.
	 * @return false when it is about the time
	 */
	public boolean isOfThePerson() {
		return this.reason == Reason.SAME_HALF_DAY || this.reason == Reason.ENOUGH_COMING;
	}

	/**
	 * Whether another time may be had instead.
	 * @return false when it is about the person, or the way to reach them
	 */
	public boolean isOfTheTime() {
		return switch (this.reason) {
			case TAKEN_MEANWHILE, NO_LONGER_OFFERED, TOO_LATE, HOLD_ENDED, KEPT_FOR_OTHERS -> true;
			case NOT_BOOKED, CHANGES_CLOSED, SAME_HALF_DAY, ENOUGH_COMING, CODE_WRONG, CODE_EXPIRED, TOO_MANY_TRIES,
					TOO_MANY_CODES, MARKS_CLOSED, MARKED_MEANWHILE, PATIENTS_CHANGED ->
				false;
		};
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
		ENOUGH_COMING,
		/** Not the code that was sent. */
		CODE_WRONG,
		/** The code was sent too long ago. */
		CODE_EXPIRED,
		/** Too many wrong codes: another one must be sent. */
		TOO_MANY_TRIES,
		/** Too many codes were sent. */
		TOO_MANY_CODES,
		/** Whether somebody came is noted from their half-day on, and for some days. */
		MARKS_CLOSED,
		/** The doctor and the people of the site noted something else at one time. */
		MARKED_MEANWHILE,
		/** Patients booked or cancelled since their doctor read how many it touches. */
		PATIENTS_CHANGED

	}

}
