package fr.medecinproche.appointment;

import java.time.LocalDate;
import java.util.Optional;

import fr.medecinproche.account.EmailAddress;
import fr.medecinproche.account.PhoneNumber;
import fr.medecinproche.territory.Commune;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;
import org.springframework.validation.Errors;

/**
 * Who comes, and how to reach them, as somebody typed it. Whatever form asks has fields
 * of these names, and the same rules.
 *
 * @param givenName as typed
 * @param familyName as typed
 * @param birthDate as typed, see {@link BirthDate}
 * @param phone as typed, see {@link PhoneNumber}
 * @param email as typed, see {@link EmailAddress}
 */
public record TypedPatient(@Nullable String givenName, @Nullable String familyName, @Nullable String birthDate,
		@Nullable String phone, @Nullable String email) {

	/**
	 * Says what is wrong, but for what is missing in a field of its own.
	 * @param errors where it goes
	 * @param today nobody is born later
	 * @param noContact the message when there is neither phone nor address
	 */
	public void check(Errors errors, LocalDate today, String noContact) {
		checkName("givenName", this.givenName, errors);
		checkName("familyName", this.familyName, errors);
		if (!errors.hasFieldErrors("birthDate")) {
			var born = BirthDate.parse(this.birthDate);
			if (born.isEmpty()) {
				errors.rejectValue("birthDate", "appointment.form.birthDate.invalid");
			}
			else if (!born.get().isPlausibleOn(today)) {
				errors.rejectValue("birthDate", "appointment.form.birthDate.implausible");
			}
		}
		checkContact(errors, noContact);
	}

	private static void checkName(String field, @Nullable String name, Errors errors) {
		if (!errors.hasFieldErrors(field) && clean(name).codePoints().noneMatch(Character::isLetter)) {
			errors.rejectValue(field, "appointment.form.name.invalid");
		}
	}

	private void checkContact(Errors errors, String noContact) {
		if (!StringUtils.hasText(this.phone) && !StringUtils.hasText(this.email)) {
			errors.rejectValue("phone", noContact);
		}
		if (StringUtils.hasText(this.phone) && phoneNumber().isEmpty()) {
			errors.rejectValue("phone", "appointment.form.phone.invalid");
		}
		if (StringUtils.hasText(this.email) && EmailAddress.parse(this.email).isEmpty()) {
			errors.rejectValue("email", "appointment.form.email.invalid");
		}
	}

	/** Whether all they gave is a phone that text messages do not reach. */
	public boolean isLandLineOnly() {
		return !StringUtils.hasText(this.email) && phoneNumber().filter((number) -> !number.isMobile()).isPresent();
	}

	private Optional<PhoneNumber> phoneNumber() {
		return PhoneNumber.parse(this.phone);
	}

	/**
	 * The patient, once nothing is wrong.
	 * @param lives the commune that was understood, null when it was not asked
	 * @param regularDoctor what they answered
	 * @param whom for whom somebody writes
	 * @return who comes
	 */
	public Patient patient(@Nullable Commune lives, RegularDoctor regularDoctor, Whom whom) {
		return new Patient(clean(this.givenName), clean(this.familyName),
				BirthDate.parse(this.birthDate).orElseThrow().value(),
				phoneNumber().map(PhoneNumber::e164).orElse(null),
				EmailAddress.parse(this.email).map(EmailAddress::value).orElse(null),
				(lives != null) ? lives.getInsee() : null, regularDoctor, whom == Whom.RELATIVE);
	}

	/** Spaces once, and nothing that no keyboard writes. */
	private static String clean(@Nullable String name) {
		return (name != null) ? name.replaceAll("[\\p{Cntrl}\\p{Cf}\\s\\u00A0]+", " ").strip() : "";
	}

	/**
	 * For whom somebody writes.
	 */
	public enum Whom {

		SELF, RELATIVE

	}

}
