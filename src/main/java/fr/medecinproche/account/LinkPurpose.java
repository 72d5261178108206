package fr.medecinproche.account;

import java.time.Duration;

/**
 * What a link sent by e-mail lets its holder do, and for how long.
 */
public enum LinkPurpose {

	/** Prove that the address is the person's. */
	CONFIRM_EMAIL(Duration.ofDays(3)),
	/** Choose a new password. */
	RESET_PASSWORD(Duration.ofHours(1)),
	/** Be the second factor of a sign-in under way. */
	SIGN_IN(Duration.ofMinutes(15)),
	/** Turn the second factor off: the phone is lost. */
	DROP_SECOND_FACTOR(Duration.ofHours(1)),
	/** Come in for the first time: the account was opened for its holder. */
	WELCOME(Duration.ofDays(30));

	private final Duration lifetime;

	LinkPurpose(Duration lifetime) {
		this.lifetime = lifetime;
	}

	/**
	 * How long a link of this purpose works.
	 * @return from a quarter of an hour to thirty days
	 */
	public Duration lifetime() {
		return this.lifetime;
	}

}
