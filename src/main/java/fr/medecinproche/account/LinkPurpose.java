package fr.medecinproche.account;

import java.time.Duration;

/**
 * What a link sent by e-mail lets its holder do, and for how long.
 */
public enum LinkPurpose {

	/** Prove that the address is the person's. */
	CONFIRM_EMAIL(Duration.ofDays(3)),
	/** Choose a new password. */
	RESET_PASSWORD(Duration.ofHours(1));

	private final Duration lifetime;

	LinkPurpose(Duration lifetime) {
		this.lifetime = lifetime;
	}

	/**
	 * How long a link of this purpose works.
	 * @return three days or one hour
	 */
	public Duration lifetime() {
		return this.lifetime;
	}

}
