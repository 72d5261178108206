package fr.medecinproche.volunteer.web;

import java.util.Set;

import fr.medecinproche.volunteer.Preferences;
import fr.medecinproche.volunteer.SpokenLanguage;
import org.jspecify.annotations.Nullable;

/**
 * What a doctor ticks of their {@link Preferences}.
 *
 * @param acceptsRegularPatients whether patients may ask for a "médecin traitant"
 * @param languages what is spoken besides French
 */
record PreferencesForm(@Nullable Boolean acceptsRegularPatients, @Nullable Set<SpokenLanguage> languages) {

	static PreferencesForm of(Preferences preferences) {
		return new PreferencesForm(preferences.acceptsRegularPatients(), preferences.languages());
	}

	Preferences toPreferences() {
		return new Preferences(Boolean.TRUE.equals(this.acceptsRegularPatients),
				(this.languages != null) ? this.languages : Set.of());
	}

}
