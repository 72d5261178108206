package fr.medecinproche.appointment;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import fr.medecinproche.account.EmailAddress;
import fr.medecinproche.account.PhoneNumber;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * Who comes, and how to reach them. No more is asked than the visit needs: no reason, no
 * address, no social security number.
 *
 * @param givenName as the doctor calls them
 * @param familyName as the doctor calls them
 * @param birthDate tells two people of one name apart
 * @param phone in international form, null when an e-mail address is given
 * @param email null when a phone number is given
 * @param commune INSEE code of where they live, null when booked by phone without it
 * @param regularDoctor whether they have a « médecin traitant »
 * @param forRelative whether somebody else books for them
 */
@Embeddable
public record Patient(String givenName, String familyName, LocalDate birthDate, @Nullable String phone,
		@Nullable String email, @JdbcTypeCode(SqlTypes.CHAR) @Nullable String commune,
		@Enumerated(EnumType.STRING) RegularDoctor regularDoctor, boolean forRelative) {

	private static final Pattern MARKS = Pattern.compile("\\p{M}+");

	private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

	/** How the day's list names them: « Mme Jeanne … » is not asked, so name only. */
	public String fullName() {
		return this.givenName + " " + this.familyName;
	}

	/**
	 * The names without accents, hyphens or capitals, in one order: whoever types family
	 * name first is the same person.
	 * @return words in alphabetical order
	 */
	public String nameKey() {
		var letters = MARKS.matcher(Normalizer.normalize(fullName(), Normalizer.Form.NFKD)).replaceAll("");
		return BETWEEN_WORDS.splitAsStream(letters.toLowerCase(Locale.ROOT))
			.filter((word) -> !word.isEmpty())
			.sorted()
			.collect(Collectors.joining(" "));
	}

	/**
	 * What tells a person from most others: those it does not tell apart wait for each
	 * other.
	 */
	String person() {
		return this.birthDate + " " + nameKey();
	}

	/**
	 * Whether two bookings are for one person: same birth date, same names, and a phone
	 * number or an address in common. Without the last, two people of one name could not
	 * come on one day.
	 * @param other somebody
	 * @return false when nothing tells
	 */
	public boolean isSamePersonAs(Patient other) {
		return this.birthDate.equals(other.birthDate) && nameKey().equals(other.nameKey())
				&& (sharesPhone(other) || sharesEmail(other));
	}

	private boolean sharesPhone(Patient other) {
		return this.phone != null && this.phone.equals(other.phone);
	}

	private boolean sharesEmail(Patient other) {
		return this.email != null && this.email.equalsIgnoreCase(other.email);
	}

	public Optional<PhoneNumber> phoneNumber() {
		return Optional.ofNullable(this.phone).map(PhoneNumber::new);
	}

	public Optional<EmailAddress> emailAddress() {
		return Optional.ofNullable(this.email).map(EmailAddress::new);
	}

	/**
	 * Where a text message gets to them.
	 * @return empty with a landline only
	 */
	public Optional<PhoneNumber> mobile() {
		return phoneNumber().filter(PhoneNumber::isMobile);
	}

	/**
	 * Whether a message gets to them, by e-mail or as a text message.
	 * @return false for whoever must be called, having a landline only
	 */
	public boolean isReachableInWriting() {
		return this.email != null || mobile().isPresent();
	}

}
