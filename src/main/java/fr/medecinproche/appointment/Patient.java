package fr.medecinproche.appointment;

import java.time.LocalDate;
import java.util.Optional;

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

	/** How the day's list names them: « Mme Jeanne … » is not asked, so name only. */
	public String fullName() {
		return this.givenName + " " + this.familyName;
	}

	public Optional<PhoneNumber> phoneNumber() {
		return Optional.ofNullable(this.phone).map(PhoneNumber::new);
	}

	public Optional<EmailAddress> emailAddress() {
		return Optional.ofNullable(this.email).map(EmailAddress::new);
	}

}
