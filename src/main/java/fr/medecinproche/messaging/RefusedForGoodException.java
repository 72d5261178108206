package fr.medecinproche.messaging;

import org.jspecify.annotations.Nullable;

/**
 * A server refuses a message and always will: a number that does not exist, a mailbox
 * nobody has. Trying again would change nothing.
 */
public class RefusedForGoodException extends RuntimeException {

	/**
	 * Says why.
	 * @param reason as the server gave it
	 * @param cause what it threw, or null
	 */
	public RefusedForGoodException(String reason, @Nullable Throwable cause) {
		super(reason, cause);
	}

}
