package fr.medecinproche.account;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Somebody came in, or tried to.
 *
 * @param triedAt when
 * @param means how
 * @param succeeded whether they came in
 * @param browser with what
 * @param device on what
 * @param network from where, its last part cut off; null when it was no address
 */
public record SignIn(Instant triedAt, Means means, boolean succeeded, Browser browser, Browser.Device device,
		@Nullable String network) {

	/**
	 * What somebody signs in with; of several, the last.
	 */
	public enum Means {

		PASSWORD, CODE, RECOVERY_CODE, LINK

	}

}
