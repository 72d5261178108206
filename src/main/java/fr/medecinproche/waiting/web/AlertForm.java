package fr.medecinproche.waiting.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;

import fr.medecinproche.appointment.Patient;
import fr.medecinproche.appointment.RegularDoctor;
import fr.medecinproche.appointment.TypedPatient;
import fr.medecinproche.appointment.TypedPatient.Whom;
import fr.medecinproche.appointment.VisitKind;
import fr.medecinproche.schedule.Period;
import fr.medecinproche.territory.Commune;
import fr.medecinproche.waiting.WaitingWish;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

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
		typed().check(errors, LocalDate.now(clock), "waiting.form.contact.missing");
		if (cannotBeTold()) {
			errors.rejectValue("phone", "waiting.form.phone.landline");
		}
	}

	private TypedPatient typed() {
		return new TypedPatient(this.givenName, this.familyName, this.birthDate, this.phone, this.email);
	}

	/** Whether all they gave is a phone that text messages do not reach. */
	boolean cannotBeTold() {
		return typed().isLandLineOnly();
	}

	/**
	 * Who waits, once nothing is wrong.
	 * @param lives the commune that was understood
	 * @return the patient to be
	 */
	Patient patient(Commune lives) {
		return typed().patient(lives, Objects.requireNonNull(this.regularDoctor), Objects.requireNonNull(this.whom));
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

}
