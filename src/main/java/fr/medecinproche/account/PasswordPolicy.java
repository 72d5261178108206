package fr.medecinproche.account;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which passwords are accepted: long ones nobody guesses first. Length is what counts
 * (OWASP ASVS 5.0 §6.2): no rule about capitals or signs. The upper limit is bcrypt's.
 */
public final class PasswordPolicy {

	/** The fewest characters a password has. */
	public static final int SHORTEST = 12;

	/** The most bytes (UTF-8) bcrypt looks at. */
	public static final int LONGEST_BYTES = 72;

	private static final int TELLING_PART = 4;

	/** The long ones among the passwords most often found in leaks, and our own words. */
	private static final Set<String> COMMON = Set.of("motdepasse", "password", "passw0rd", "azerty", "azertyuiop",
			"qwerty", "qwertyuiop", "123456789", "1234567890", "0123456789", "987654321", "0987654321", "loulou",
			"doudou", "soleil", "marseille", "chouchou", "jetaime", "bonjour", "toulouse", "occitanie", "medecin",
			"docteur", "administrateur", "admin", "welcome", "bienvenue", "iloveyou", "letmein", "secret", "changeme",
			"football", "princesse", "nicolas", "camille", "liverpool", "sunshine", "trustno", "dragon", "starwars",
			"unmedecinpresdechezvous", "medecinproche", "abcdefghijkl", "qsdfghjklm", "wxcvbn", "aqwzsxedc",
			"qazwsxedc", "zaqxsw");

	private PasswordPolicy() {
	}

	/**
	 * Says what is wrong with a password.
	 * @param password what the person wants
	 * @param known the person's name and address, which a guesser tries first
	 * @return the first thing that is wrong, or empty when it is accepted
	 */
	public static Optional<Weakness> weaknessOf(String password, String... known) {
		if (password.codePointCount(0, password.length()) < SHORTEST) {
			return Optional.of(Weakness.TOO_SHORT);
		}
		if (!fits(password)) {
			return Optional.of(Weakness.TOO_LONG);
		}
		if (guessedFirst(plain(password))) {
			return Optional.of(Weakness.COMMON);
		}
		return personal(plain(password), List.of(known)) ? Optional.of(Weakness.PERSONAL) : Optional.empty();
	}

	static boolean fits(String password) {
		return password.getBytes(StandardCharsets.UTF_8).length <= LONGEST_BYTES;
	}

	/**
	 * A common word with the usual digits and signs around it, or few characters
	 * repeated.
	 */
	private static boolean guessedFirst(String plain) {
		var word = plain.replaceAll("^[^a-z]+|[^a-z]+$", "");
		var digits = plain.replaceAll("[^0-9]", "");
		return plain.chars().distinct().count() < 5 || COMMON.contains(plain) || COMMON.contains(word)
				|| COMMON.stream().anyMatch((common) -> plain.equals(common + common))
				|| (digits.equals(plain) && "01234567890123456789098765432109876543210".contains(digits));
	}

	private static boolean personal(String plain, List<String> known) {
		return known.stream()
			.flatMap((words) -> Arrays.stream(plain(words).split("[^a-z0-9]+")))
			.filter((part) -> part.length() >= TELLING_PART)
			.anyMatch(plain::contains);
	}

	private static String plain(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
	}

	/**
	 * Why a password is refused; the sentence is {@code account.password.<WEAKNESS>}.
	 */
	public enum Weakness {

		TOO_SHORT, TOO_LONG, COMMON, PERSONAL;

		/**
		 * The key of the sentence that says it.
		 * @return a key of the messages
		 */
		public String key() {
			return "account.password." + name();
		}

	}

}
