package fr.medecinproche.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * What a link that acts carries: 144 random bits that only the recipient knows. The
 * database keeps nothing but its {@link #hash()}.
 */
public final class Secret {

	private static final int BYTES = 18;

	private static final SecureRandom RANDOM = new SecureRandom();

	private final String value;

	private Secret(String value) {
		this.value = value;
	}

	/**
	 * Draws a new secret.
	 * @return one that nobody can guess
	 */
	public static Secret random() {
		var bytes = new byte[BYTES];
		RANDOM.nextBytes(bytes);
		return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
	}

	/**
	 * Takes a secret as it came back in a link.
	 * @param value anything; what was never drawn matches no hash
	 * @return the secret
	 */
	public static Secret of(String value) {
		return new Secret(value);
	}

	/**
	 * The secret itself, to be put in a link and nowhere else.
	 * @return 24 letters, digits, "-" and "_"
	 */
	public String value() {
		return this.value;
	}

	/**
	 * What the database keeps.
	 * @return the SHA-256 of the secret, 64 hexadecimal digits
	 */
	public String hash() {
		try {
			var digest = MessageDigest.getInstance("SHA-256").digest(this.value.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex); // every Java platform has it
		}
	}

	/** Never the secret: this may end in a log. */
	@Override
	public String toString() {
		return "Secret";
	}

}
