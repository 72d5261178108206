package fr.medecinproche.account;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.springframework.stereotype.Component;

/**
 * The secrets shown once to phones. Between being shown and being confirmed, and ever
 * after, they are held sealed.
 */
@Component
public class PhoneSecrets {

	private final SecretSeal seal;

	PhoneSecrets(SecretSeal seal) {
		this.seal = seal;
	}

	/**
	 * Draws a secret.
	 * @return it, sealed
	 */
	public String draw() {
		return this.seal.seal(Totp.random().secret());
	}

	/**
	 * What to type into an application that cannot read the picture.
	 * @param sealed the secret
	 * @return letters and digits by fours, or empty when it was sealed with another key
	 */
	public Optional<String> typed(String sealed) {
		return open(sealed).map((totp) -> totp.base32().replaceAll("(.{4})(?=.)", "$1 "));
	}

	/**
	 * What the picture says to applications, in the form they all read. Algorithm, digits
	 * and period are those they take when none are said, and the picture is lighter.
	 * @param sealed the secret
	 * @param service how the application calls us
	 * @param email how it calls the account
	 * @return an {@code otpauth:} address, or empty when it was sealed with another key
	 */
	public Optional<String> address(String sealed, String service, String email) {
		return open(sealed).map((totp) -> "otpauth://totp/%s:%s?secret=%s&issuer=%s".formatted(encoded(service),
				encoded(email), totp.base32(), encoded(service)));
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
	}

	Optional<Totp> open(String sealed) {
		return this.seal.open(sealed).map(Totp::new);
	}

}
