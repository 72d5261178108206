package fr.medecinproche.account;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * A phone number that can be called: French ones as people write them, foreign ones with
 * their "+" and country code. Kept in the international form (ITU-T E.164), at most
 * sixteen characters.
 *
 * @param e164 the international form, "+33639981234"
 */
@Embeddable
public record PhoneNumber(String e164) {

	private static final Pattern WRITING = Pattern.compile("[\\s.\\-/()\\u2010-\\u2014\\u2060]|\\(0\\)");

	private static final Pattern INTERNATIONAL = Pattern.compile("\\+[1-9][0-9]{6,14}");

	private static final Pattern FRENCH = Pattern.compile("\\+33[1-9][0-9]{8}");

	/** French mobiles, mainland then overseas (Arcep's numbering plan). */
	private static final Pattern FRENCH_MOBILE = Pattern
		.compile("\\+33[67][0-9]{8}|\\+(590|594|596|262|508|681|687|689)[67][0-9]*");

	/** Overseas numbers dialled nationally have a country code of their own. */
	private static final Map<String, String> OVERSEAS = Map.of("0590", "+590590", "0690", "+590690", "0691", "+590691",
			"0594", "+594594", "0694", "+594694", "0596", "+596596", "0696", "+596696", "0262", "+262262", "0692",
			"+262692");

	/**
	 * Accepts the international form only.
	 * @throws IllegalArgumentException when it is not a number that can be called; see
	 * {@link #parse} for what people type
	 */
	public PhoneNumber {
		if (!INTERNATIONAL.matcher(e164).matches() || (e164.startsWith("+33") && !FRENCH.matcher(e164).matches())) {
			throw new IllegalArgumentException("not a phone number");
		}
	}

	/**
	 * Reads what somebody typed: "06 39 98 12 34", "06.39.98.12.34", "+33 6 39 98 12 34",
	 * "0033 (0)6…", "+44 20 7946 0958".
	 * @param typed anything
	 * @return the number, or empty when it cannot be called
	 */
	public static Optional<PhoneNumber> parse(@Nullable String typed) {
		if (typed == null) {
			return Optional.empty();
		}
		try {
			return Optional.of(new PhoneNumber(international(typed)));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private static String international(String typed) {
		var digits = WRITING.matcher(typed.replace("(0)", "").replace('\u00a0', ' ').replace('\u202f', ' '))
			.replaceAll("");
		if (digits.startsWith("00")) {
			return "+" + digits.substring(2);
		}
		if (digits.length() == 10 && digits.startsWith("0")) {
			var overseas = OVERSEAS.get(digits.substring(0, 4));
			return (overseas != null) ? overseas + digits.substring(4) : "+33" + digits.substring(1);
		}
		return digits.startsWith("+330") ? "+33" + digits.substring(4) : digits;
	}

	/**
	 * Whether a text message is likely to reach it.
	 * @return true for French mobile numbers; other countries' are not told apart, so
	 * false
	 */
	public boolean isMobile() {
		return FRENCH_MOBILE.matcher(this.e164).matches();
	}

	/**
	 * The number as people read it.
	 * @return "06 39 98 12 34" for a French number, the international form otherwise
	 */
	@Override
	public String toString() {
		if (!FRENCH.matcher(this.e164).matches()) {
			return this.e164;
		}
		Matcher pairs = Pattern.compile("(..)(?=.)").matcher("0" + this.e164.substring(3));
		return pairs.replaceAll("$1\u00a0");
	}

}
