package fr.medecinproche.appointment.web;

import java.time.Clock;

import fr.medecinproche.appointment.Patient;
import fr.medecinproche.appointment.RegularDoctor;
import fr.medecinproche.appointment.TypedPatient.Whom;
import fr.medecinproche.territory.Commune;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * What somebody on the phone says of themself: as little as the visit needs. The checks
 * are those of {@link BookingForm}, so that phone and web accept the same people.
 */
record CallForm(@Nullable String time,
		@NotBlank(message = "{appointment.form.familyName.missing}") @Size(max = 80,
				message = "{appointment.form.name.long}") @Nullable String familyName,
		@NotBlank(message = "{appointment.form.givenName.missing}") @Size(max = 80,
				message = "{appointment.form.name.long}") @Nullable String givenName,
		@NotBlank(message = "{appointment.form.birthDate.missing}") @Nullable String birthDate, @Nullable String phone,
		@Nullable String email,
		@NotNull(message = "{phone.form.regularDoctor.missing}") @Nullable RegularDoctor regularDoctor) {

	/**
	 * A page not filled in yet.
	 * @param time the time ticked beforehand, null where there is none to tick
	 * @return the form
	 */
	static CallForm empty(@Nullable String time) {
		return new CallForm(time, null, null, null, null, null, null);
	}

	void check(Errors errors, Clock clock) {
		asBooking().check(errors, clock);
	}

	/**
	 * The patient, once nothing is wrong.
	 * @param lives their commune, if it was asked
	 * @return who comes
	 */
	Patient patient(@Nullable Commune lives) {
		return asBooking().patient(lives);
	}

	private BookingForm asBooking() {
		return new BookingForm(Whom.SELF, this.givenName, this.familyName, this.birthDate, this.phone, this.email, null,
				null, this.regularDoctor);
	}

}
