package fr.medecinproche.appointment;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * What a patient reads aloud on the phone: six letters and digits that neither look nor
 * sound alike in French.
 *
 * @param value six characters of {@link #ALPHABET}
 */
public record BookingCode(String value) {

	/**
	 * Without 0/O, 1/I/L, 5/S, 2/Z, 8/B, and letters heard for others (B, D, G, P, T, V;
	 * M, N; F, S).
	 */
	static final String ALPHABET = "ACEFHJKMQRUXY34679";

	private static final int LENGTH = 6;

	public BookingCode {
		if (!holds(value)) {
			throw new IllegalArgumentException("not a booking code");
		}
	}

	/**
	 * A code at random.
	 * @param random where the six characters come from; whoever draws sees to it that no
	 * other appointment has the code
	 * @return the code
	 */
	public static BookingCode draw(RandomGenerator random) {
		return new BookingCode(random.ints(LENGTH, 0, ALPHABET.length())
			.mapToObj((i) -> String.valueOf(ALPHABET.charAt(i)))
			.collect(Collectors.joining()));
	}

	/**
	 * Reads a code as people type it.
	 * @param typed in any case, with or without spaces and hyphens
	 * @return the code, or empty when it cannot be one
	 */
	public static Optional<BookingCode> parse(String typed) {
		var value = typed.replaceAll("[\\s\\u00A0\\u202F-]", "").toUpperCase(Locale.ROOT);
		return holds(value) ? Optional.of(new BookingCode(value)) : Optional.empty();
	}

	private static boolean holds(String value) {
		return value.length() == LENGTH && value.chars().allMatch((c) -> ALPHABET.indexOf(c) >= 0);
	}

	/**
	 * As it is printed and read: two groups of three.
	 */
	@Override
	public String toString() {
		return this.value.substring(0, 3) + "\u00A0" + this.value.substring(3);
	}

}
