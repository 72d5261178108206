package fr.medecinproche.account;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail address messages can be sent to. Two addresses that differ only by their
 * capitals are the same person's; the value keeps small letters.
 *
 * @param value the address in small letters
 */
@Embeddable
public record EmailAddress(@Column(name = "email") String value) {

	/** What the table and SMTP (RFC 5321) can hold. */
	private static final int LONGEST = 254;

	private static final Pattern FORM = Pattern.compile(
			"[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+(\\.[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*@([\\p{L}\\p{N}]([\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?\\.)+\\p{L}[\\p{L}\\p{N}-]*\\p{L}");

	/**
	 * Accepts an address such as "prenom.nom@exemple.fr".
	 * @throws IllegalArgumentException when no message could be sent to it
	 */
	public EmailAddress {
		value = value.strip().toLowerCase(Locale.ROOT);
		if (value.length() > LONGEST || !FORM.matcher(value).matches()) {
			throw new IllegalArgumentException("not an e-mail address");
		}
	}

	/**
	 * Reads what somebody typed.
	 * @param typed anything
	 * @return the address, or empty when no message could be sent to it
	 */
	public static Optional<EmailAddress> parse(@Nullable String typed) {
		try {
			return Optional.ofNullable(typed).map(EmailAddress::new);
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	/**
	 * The address itself, so that templates and messages can print it.
	 */
	@Override
	public String toString() {
		return this.value;
	}

}
