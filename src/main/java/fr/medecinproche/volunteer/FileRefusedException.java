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
		/** The number was checked already, and indemnities are paid under it. */
		RPPS_FIXED,
		/** Another doctor bills under that number. */
		BILLING_NUMBER_KNOWN,
		/** The file does not go there from where it stands. */
		NOT_FROM_HERE,
		/** The file has moved since the page was shown. */
		CHANGED_MEANWHILE,
		/** The doctor must read why. */
		NOT_EXPLAINED,
		/** A day that is still to come. */
		IN_THE_FUTURE,
		/** A day before that of the last step. */
		BEFORE_THE_LAST_STEP,
		/** The card came before it was asked for. */
		CARD_BEFORE_ASKED,
		/** The e-mail address is not confirmed yet. */
		EMAIL_UNCONFIRMED,
		/** The doctor has closed their account: there is nobody left to come. */
		ACCOUNT_CLOSED,
		/** The doctor is still expected somewhere. */
		HALF_DAYS_COMING,
		/** The doctor was written to a short while ago. */
		REMINDED_LATELY,
		/** The file waits for nobody but the agency. */
		NOTHING_TO_REMIND_OF,
		/** What was said of the doctor is no longer theirs to change: it was accepted. */
		NOT_TO_CORRECT,
		/** The list is not there any more, or nothing of it can still be imported. */
		LIST_FORGOTTEN,
		/** Files were made of the list already: it is not thrown away. */
		LIST_STARTED

	}

}
