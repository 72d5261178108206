package fr.medecinproche.territory;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number of an intercommunalité in the State's register of organisations.
 *
 * @param value nine digits, the last of which checks the others
 */
public record Siren(String value) {

	private static final Pattern FORM = Pattern.compile("\\d{9}");

	/**
	 * Refuses what is no such number.
	 * @throws IllegalArgumentException if it has not nine digits or its check digit is
	 * wrong
	 */
	public Siren {
		if (!isWellFormed(value) || !hasCheckDigit(value)) {
			throw new IllegalArgumentException("no SIREN number: " + value);
		}
	}

	/**
	 * Reads what somebody typed.
	 * @param typed digits, with spaces or not
	 * @return the number, if it is one
	 */
	public static Optional<Siren> parse(String typed) {
		var digits = typed.replaceAll("[\\s\\u00a0\\u202f]", "");
		return (isWellFormed(digits) && hasCheckDigit(digits)) ? Optional.of(new Siren(digits)) : Optional.empty();
	}

	/**
	 * Whether it looks like such a number.
	 * @param text any text
	 * @return whether it is nine digits
	 */
	public static boolean isWellFormed(String text) {
		return FORM.matcher(text).matches();
	}

	/**
	 * Whether the last digit is right, by the formula of Luhn.
	 * @param digits nine digits
	 * @return {@code false} when one of them was mistyped
	 */
	public static boolean hasCheckDigit(String digits) {
		int sum = 0;
		for (int i = 0; i < digits.length(); i++) {
			int weighed = Character.digit(digits.charAt(digits.length() - 1 - i), 10) * (1 + i % 2);
			sum += weighed / 10 + weighed % 10;
		}
		return sum % 10 == 0;
	}

	@Override
	public String toString() {
		return this.value;
	}

}
