package fr.medecinproche.volunteer;

import java.util.Locale;

import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Something about a volunteer's file that cannot be done. The reason is also the key of
 * the sentence the user reads: {@code volunteer.refusal.<REASON>}.
 */
@ResponseStatus(HttpStatus.CONFLICT)
public class FileRefusedException extends RuntimeException implements MessageSourceResolvable {

	private final Reason reason;

	public FileRefusedException(Reason reason) {
		super(reason.name().toLowerCase(Locale.ROOT).replace('_', ' '));
		this.reason = reason;
	}

	public Reason reason() {
		return this.reason;
	}

	@Override
	public String[] getCodes() {
		return new String[] { "volunteer.refusal." + this.reason };
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
