package fr.medecinproche.joining;

/**
 * An application that is not sent yet cannot be gone on with. The reason is also the key
 * of the sentence the doctor reads where it can be found again:
 * {@code joining.refusal.<REASON>}.
 */
public class DraftRefusedException extends RuntimeException {

	private final Reason reason;

	DraftRefusedException(Reason reason) {
		super("application " + reason);
		this.reason = reason;
	}

	public Reason reason() {
		return this.reason;
	}

	/**
	 * Why the draft was not found or not changed.
	 */
	public enum Reason {

		/** Never was, too old, or continued by who reads its e-mail. */
		LOST,
		/** It was sent already. */
		SENT,
		/** A step is missing; the pages lead there first. */
		INCOMPLETE

	}

}
