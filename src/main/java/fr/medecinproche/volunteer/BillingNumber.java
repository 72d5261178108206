package fr.medecinproche.volunteer;

import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * The number the health insurance gives a doctor to bill consultations of this scheme,
 * and pays the indemnity under: nine digits. Whether its last digits are a key is not
 * published where we looked, so no key is checked.
 *
 * @param digits nine digits
 */
@Embeddable
public record BillingNumber(@Column(name = "billing_number") String digits) {

	private static final String FORM = "[0-9]{9}";

	public BillingNumber {
		if (!digits.matches(FORM)) {
			throw new IllegalArgumentException("not nine digits");
		}
	}

	/**
	 * Reads a number as people type it.
	 * @param typed with or without spaces
	 * @return the number, or empty when it has not nine digits
	 */
	public static Optional<BillingNumber> parse(String typed) {
		var digits = typed.replaceAll("[\\s.\\-\\u00A0\\u202F]", "");
		return digits.matches(FORM) ? Optional.of(new BillingNumber(digits)) : Optional.empty();
	}

	@Override
	public String toString() {
		return this.digits;
	}

}
