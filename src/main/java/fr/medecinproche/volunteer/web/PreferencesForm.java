package fr.medecinproche.volunteer.web;

import java.time.DayOfWeek;
import java.util.Objects;
import java.util.Set;

import fr.medecinproche.volunteer.Availability;
import fr.medecinproche.volunteer.Preferences;
import fr.medecinproche.volunteer.SpokenLanguage;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * What a doctor ticks of their {@link Preferences} and of their {@link Availability}.
 *
 * @param acceptsRegularPatients whether patients may ask for a "médecin traitant"
 * @param languages what is spoken besides French
 * @param consultationMinutes how long an ordinary consultation takes
 * @param maxDistanceKm how far at most
 * @param mornings the weekdays whose mornings suit
 * @param afternoons the weekdays whose afternoons suit
 */
record PreferencesForm(@Nullable Boolean acceptsRegularPatients, @Nullable Set<SpokenLanguage> languages,
		@Nullable Integer consultationMinutes, @Nullable Integer maxDistanceKm, @Nullable Set<DayOfWeek> mornings,
		@Nullable Set<DayOfWeek> afternoons) {

	static PreferencesForm of(Preferences preferences, Availability availability) {
		return new PreferencesForm(preferences.acceptsRegularPatients(), preferences.languages(),
				preferences.consultationMinutes(), availability.maxDistanceKm(), availability.mornings(),
				availability.afternoons());
	}

	/** Only what the page offers. */
	void check(Errors errors) {
		if (this.consultationMinutes != null && !Preferences.CONSULTATION_MINUTES.contains(this.consultationMinutes)) {
			errors.rejectValue("consultationMinutes", "typeMismatch");
		}
		if (this.maxDistanceKm != null && !Availability.DISTANCES.contains(this.maxDistanceKm)) {
			errors.rejectValue("maxDistanceKm", "typeMismatch");
		}
	}

	Preferences toPreferences() {
		return new Preferences(Boolean.TRUE.equals(this.acceptsRegularPatients), orNone(this.languages),
				Objects.requireNonNullElse(this.consultationMinutes, Preferences.USUAL_MINUTES));
	}

	Availability toAvailability() {
		return new Availability(this.maxDistanceKm, orNone(this.mornings), orNone(this.afternoons));
	}

	private static <T> Set<T> orNone(@Nullable Set<T> ticked) {
		return (ticked != null) ? ticked : Set.of();
	}

}
