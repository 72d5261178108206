package fr.medecinproche.appointment.web;

import java.time.Clock;

import fr.medecinproche.appointment.BirthDate;
import fr.medecinproche.appointment.Patient;
import fr.medecinproche.appointment.TypedPatient.Whom;
import fr.medecinproche.territory.Commune;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * What a patient may write anew. The checks are those of {@link BookingForm}.
 */
record CorrectionForm(
		@NotBlank(message = "{appointment.form.givenName.missing}") @Size(max = 80,
				message = "{appointment.form.name.long}") @Nullable String givenName,
		@NotBlank(message = "{appointment.form.familyName.missing}") @Size(max = 80,
				message = "{appointment.form.name.long}") @Nullable String familyName,
		@Nullable String phone, @Nullable String email, @Nullable String commune, @Nullable String communeCode) {

	static CorrectionForm of(Patient known, @Nullable Commune lives) {
		var form = BookingForm.again(known, lives);
		return new CorrectionForm(form.givenName(), form.familyName(), form.phone(), form.email(), form.commune(),
				form.communeCode());
	}

	void check(Patient known, Errors errors, Clock clock) {
		asBooking(known).check(errors, clock);
	}

	/**
	 * The patient, once nothing is wrong.
	 * @param known as they were: the birth date and the other answers stay
	 * @param lives the commune that was understood, null when there was none
	 * @return the patient as they should be
	 */
	Patient corrected(Patient known, @Nullable Commune lives) {
		return asBooking(known).patient(lives);
	}

	private BookingForm asBooking(Patient known) {
		return new BookingForm(known.forRelative() ? Whom.RELATIVE : Whom.SELF, this.givenName, this.familyName,
				BirthDate.written(known.birthDate()), this.phone, this.email, null, null, known.regularDoctor());
	}

}
