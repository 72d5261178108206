package fr.medecinproche.volunteer;

import java.util.List;
import java.util.Set;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * What a doctor says of how they receive patients; patients read it, and filter by it.
 *
 * @param acceptsRegularPatients whether a patient may ask to make the doctor their
 * "médecin traitant"
 * @param languages what is spoken besides French
 * @param consultationMinutes how long an ordinary consultation takes, one of
 * {@link #CONSULTATION_MINUTES}
 */
@Embeddable
public record Preferences(boolean acceptsRegularPatients,
		@Enumerated(EnumType.STRING) @JdbcTypeCode(SqlTypes.ARRAY) Set<SpokenLanguage> languages,
		@JdbcTypeCode(SqlTypes.SMALLINT) int consultationMinutes) {

	/** The lengths of an ordinary consultation a doctor chooses from. */
	public static final List<Integer> CONSULTATION_MINUTES = List.of(15, 20, 30);

	/** How long an ordinary consultation takes when the doctor has said nothing. */
	public static final int USUAL_MINUTES = 20;

	/** As long as the doctor has said nothing. */
	static final Preferences NONE = new Preferences(false, Set.of());

	public Preferences {
		languages = Set.copyOf(languages);
		if (!CONSULTATION_MINUTES.contains(consultationMinutes)) {
			throw new IllegalArgumentException("a consultation takes one of " + CONSULTATION_MINUTES + " minutes");
		}
	}

	public Preferences(boolean acceptsRegularPatients, Set<SpokenLanguage> languages) {
		this(acceptsRegularPatients, languages, USUAL_MINUTES);
	}

	public boolean speaks(SpokenLanguage language) {
		return this.languages.contains(language);
	}

}
