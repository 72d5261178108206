package fr.medecinproche.volunteer;

import java.util.Set;

/**
 * What a doctor says of the patients they receive; patients read it, and filter by it.
 *
 * @param acceptsRegularPatients whether a patient may ask to make the doctor their
 * "médecin traitant"
 * @param languages what is spoken besides French
 */
public record Preferences(boolean acceptsRegularPatients, Set<SpokenLanguage> languages) {

	public Preferences {
		languages = Set.copyOf(languages);
	}

	public boolean speaks(SpokenLanguage language) {
		return this.languages.contains(language);
	}

}
