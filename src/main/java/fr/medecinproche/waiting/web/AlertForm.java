package fr.medecinproche.waiting.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

import fr.medecinproche.account.EmailAddress;
import fr.medecinproche.account.PhoneNumber;
import fr.medecinproche.appointment.BirthDate;
import fr.medecinproche.appointment.Patient;
import fr.medecinproche.appointment.RegularDoctor;
import fr.medecinproche.appointment.VisitKind;
import fr.medecinproche.schedule.Period;
import fr.medecinproche.territory.Commune;
import fr.medecinproche.waiting.WaitingWish;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;
import org.springframework.validation.Errors;

/**
 * Who waits, where, for what, and how to tell them.
 */
record AlertForm(@Nullable String commune, @Nullable String communeCode,
		@NotNull(message = "{waiting.form.radius.missing}") @Nullable Integer radius,
		@NotNull(message = "{waiting.form.kind.missing}") @Nullable VisitKind kind,
		@NotNull(message = "{waiting.form.when.missing}") @Nullable When when,
		@NotNull(message = "{waiting.form.whom.missing}") @Nullable Whom whom,
		@NotBlank(message = "{appointment.form.givenName.missing}") @Size(max = 80,
				message = "{appointment.form.name.long}") @Nullable String givenName,
		@NotBlank(message = "{appointment.form.familyName.missing}") @Size(max = 80,
				message = "{appointment.form.name.long}") @Nullable String familyName,
		@NotBlank(message = "{appointment.form.birthDate.missing}") @Nullable String birthDate,
		@NotNull(message = "{waiting.form.regularDoctor.missing}") @Nullable RegularDoctor regularDoctor,
		@Nullable String phone, @Nullable String email) {

	private static final int USUAL_RADIUS = 30;

	/**
	 * A page not filled in yet.
	 * @param commune what was chosen on an earlier page, in words, or null
	 * @param kind the same
	 * @param regularDoctor the same
	 * @return the form
	 */
	static AlertForm empty(@Nullable String commune, @Nullable VisitKind kind, @Nullable RegularDoctor regularDoctor) {
		return new AlertForm(commune, null, USUAL_RADIUS, (kind != null) ? kind : VisitKind.CONSULTATION, When.ANY,
				null, null, null, null, regularDoctor, null, null);
	}

	/**
	 * Says what annotations cannot.
	 * @param errors where it goes
	 * @param clock the present
	 */
	void check(Errors errors, Clock clock) {
		if (this.radius != null && !WaitingWish.RADII.contains(this.radius)) {
			errors.rejectValue("radius", "waiting.form.radius.missing");
		}
		checkName("givenName", this.givenName, errors);
		checkName("familyName", this.familyName, errors);
		if (!errors.hasFieldErrors("birthDate")) {
			var born = BirthDate.parse(this.birthDate);
			if (born.isEmpty()) {
				errors.rejectValue("birthDate", "appointment.form.birthDate.invalid");
			}
			else if (!born.get().isPlausibleOn(LocalDate.now(clock))) {
				errors.rejectValue("birthDate", "appointment.form.birthDate.implausible");
			}
		}
		checkContact(errors);
	}

	private static void checkName(String field, @Nullable String name, Errors errors) {
		if (!errors.hasFieldErrors(field) && clean(name).codePoints().noneMatch(Character::isLetter)) {
			errors.rejectValue(field, "appointment.form.name.invalid");
		}
	}

	private void checkContact(Errors errors) {
		if (!StringUtils.hasText(this.phone) && !StringUtils.hasText(this.email)) {
			errors.rejectValue("phone", "waiting.form.contact.missing");
		}
		if (StringUtils.hasText(this.phone) && phoneNumber().isEmpty()) {
			errors.rejectValue("phone", "appointment.form.phone.invalid");
		}
		if (StringUtils.hasText(this.email) && emailAddress().isEmpty()) {
			errors.rejectValue("email", "appointment.form.email.invalid");
		}
		if (cannotBeTold()) {
			errors.rejectValue("phone", "waiting.form.phone.landline");
		}
	}

	/** Whether all they gave is a phone that text messages do not reach. */
	boolean cannotBeTold() {
		return !StringUtils.hasText(this.email) && phoneNumber().filter((number) -> !number.isMobile()).isPresent();
	}

	private Optional<PhoneNumber> phoneNumber() {
		return PhoneNumber.parse(this.phone);
	}

	private Optional<EmailAddress> emailAddress() {
		return EmailAddress.parse(this.email);
	}

	/**
	 * Who waits, once nothing is wrong.
	 * @param lives the commune that was understood
	 * @return the patient to be
	 */
	Patient patient(Commune lives) {
		return new Patient(clean(this.givenName), clean(this.familyName),
				BirthDate.parse(this.birthDate).orElseThrow().value(),
				phoneNumber().map(PhoneNumber::e164).orElse(null), emailAddress().map(EmailAddress::value).orElse(null),
				lives.getInsee(), Objects.requireNonNull(this.regularDoctor), this.whom == Whom.RELATIVE);
	}

	/** Spaces once, and nothing that no keyboard writes. */
	private static String clean(@Nullable String name) {
		return (name != null) ? name.replaceAll("[\\p{Cntrl}\\p{Cf}\\s\\u00A0]+", " ").strip() : "";
	}

	WaitingWish wish() {
		return new WaitingWish(Objects.requireNonNull(this.kind), Objects.requireNonNull(this.radius).shortValue(),
				Objects.requireNonNull(this.when).period());
	}

	/**
	 * Which half of the day they can come.
	 */
	enum When {

		ANY(null), MORNING(Period.MORNING), AFTERNOON(Period.AFTERNOON);

		private final @Nullable Period period;

		When(@Nullable Period period) {
			this.period = period;
		}

		@Nullable Period period() {
			return this.period;
		}

	}

	/**
	 * For whom somebody waits.
	 */
	enum Whom {

		SELF, RELATIVE

	}

}
