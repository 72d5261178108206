package fr.medecinproche.volunteer;

import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The number of a health professional in the « répertoire partagé des professionnels
 * intervenant dans le système de santé »: eleven digits, the last a Luhn key.
 *
 * @param digits eleven digits whose key holds
 */
public record Rpps(String digits) {

	private static final int LENGTH = 11;

	public Rpps {
		if (!holds(digits)) {
			throw new IllegalArgumentException("not an RPPS number");
		}
	}

	/**
	 * Reads a number as people type it.
	 * @param typed with or without spaces
	 * @return the number, or empty when it has not eleven digits or a digit is wrong
	 */
	public static Optional<Rpps> parse(String typed) {
		var digits = typed.replaceAll("[\\s.\\-\\u00A0\\u202F]", "");
		return holds(digits) ? Optional.of(new Rpps(digits)) : Optional.empty();
	}

	/**
	 * A number in the place of one that must be forgotten: no register gives one that
	 * begins with zeros.
	 * @param id tells it from all others
	 * @return a number whose key holds
	 */
	static Rpps ofNobody(long id) {
		var stem = "%010d".formatted(id);
		return IntStream.range(0, 10)
			.mapToObj((key) -> parse(stem + key))
			.flatMap(Optional::stream)
			.findFirst()
			.orElseThrow();
	}

	private static boolean holds(String digits) {
		return digits.length() == LENGTH && digits.chars().allMatch((c) -> c >= '0' && c <= '9')
				&& luhnSum(digits) % 10 == 0;
	}

	private static int luhnSum(String digits) {
		int sum = 0;
		for (int fromRight = 0; fromRight < digits.length(); fromRight++) {
			int digit = digits.charAt(digits.length() - 1 - fromRight) - '0';
			int weighted = (fromRight % 2 == 0) ? digit : digit * 2;
			sum += (weighted > 9) ? weighted - 9 : weighted;
		}
		return sum;
	}

	@Override
	public String toString() {
		return this.digits;
	}

}
