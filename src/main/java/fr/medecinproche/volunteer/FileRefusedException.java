package fr.medecinproche.volunteer;

import fr.medecinproche.web.Refusal;

/**
 * Something about a volunteer's file that cannot be done. The reason is also the key of
 * the sentence the user reads: {@code volunteer.refusal.<REASON>}.
 */
public class FileRefusedException extends Refusal {

	private final Reason reason;

	public FileRefusedException(Reason reason) {
		super("volunteer", reason);
		this.reason = reason;
	}

	public Reason reason() {
		return this.reason;
	}

	/**
	 * Why the file was not moved on.
	 */
	public enum Reason {

		/** Another file carries the same RPPS number. */
		RPPS_KNOWN,
		/** The file was already decided. */
		ALREADY_DECIDED,
		/** The e-mail address is not confirmed yet. */
		EMAIL_UNCONFIRMED

	}

}
