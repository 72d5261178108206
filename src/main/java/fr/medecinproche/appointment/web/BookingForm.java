package fr.medecinproche.appointment.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;

import fr.medecinproche.account.PhoneNumber;
import fr.medecinproche.appointment.BirthDate;
import fr.medecinproche.appointment.Patient;
import fr.medecinproche.appointment.RegularDoctor;
import fr.medecinproche.appointment.TypedPatient;
import fr.medecinproche.appointment.TypedPatient.Whom;
import fr.medecinproche.territory.Commune;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * Who comes: no more than the visit needs, and never why.
 */
record BookingForm(@NotNull(message = "{appointment.form.whom.missing}") @Nullable Whom whom,
		@NotBlank(message = "{appointment.form.givenName.missing}") @Size(max = 80,
				message = "{appointment.form.name.long}") @Nullable String givenName,
		@NotBlank(message = "{appointment.form.familyName.missing}") @Size(max = 80,
				message = "{appointment.form.name.long}") @Nullable String familyName,
		@NotBlank(message = "{appointment.form.birthDate.missing}") @Nullable String birthDate, @Nullable String phone,
		@Nullable String email, @Nullable String commune, @Nullable String communeCode,
		@NotNull(message = "{appointment.form.regularDoctor.missing}") @Nullable RegularDoctor regularDoctor) {

	/**
	 * A page not filled in yet.
	 * @param regularDoctor what was answered on an earlier page, or null
	 * @param lives the commune of the search, or null
	 * @return the form
	 */
	static BookingForm empty(@Nullable RegularDoctor regularDoctor, @Nullable Commune lives) {
		return new BookingForm(null, null, null, null, null, null, label(lives), code(lives), regularDoctor);
	}

	/**
	 * A page for somebody who has been here before.
	 * @param known who they are
	 * @param lives their commune, if known
	 * @return the form, filled in
	 */
	static BookingForm again(Patient known, @Nullable Commune lives) {
		return new BookingForm(known.forRelative() ? Whom.RELATIVE : Whom.SELF, known.givenName(), known.familyName(),
				BirthDate.written(known.birthDate()), phone(known), known.email(), label(lives), code(lives),
				known.regularDoctor());
	}

	/**
	 * A page for somebody of their family: reached and living like them.
	 * @param known who has an appointment already
	 * @param lives their commune, if known
	 * @return the form, with the contact and the commune
	 */
	static BookingForm forRelative(Patient known, @Nullable Commune lives) {
		return new BookingForm(Whom.RELATIVE, null, null, null, phone(known), known.email(), label(lives), code(lives),
				null);
	}

	private static @Nullable String phone(Patient known) {
		return known.phoneNumber().map(PhoneNumber::toString).orElse(null);
	}

	private static @Nullable String label(@Nullable Commune lives) {
		return (lives != null) ? lives.getLabel() : null;
	}

	private static @Nullable String code(@Nullable Commune lives) {
		return (lives != null) ? lives.getInsee() : null;
	}

	/**
	 * Says what annotations cannot.
	 * @param errors where it goes
	 * @param clock the present
	 */
	void check(Errors errors, Clock clock) {
		typed().check(errors, LocalDate.now(clock), "appointment.form.contact.missing");
	}

	private TypedPatient typed() {
		return new TypedPatient(this.givenName, this.familyName, this.birthDate, this.phone, this.email);
	}

	/**
	 * The patient, once nothing is wrong.
	 * @param lives the commune that was understood, null when a host books by phone
	 * @return who comes
	 */
	Patient patient(@Nullable Commune lives) {
		return typed().patient(lives, Objects.requireNonNull(this.regularDoctor), Objects.requireNonNull(this.whom));
	}

}
