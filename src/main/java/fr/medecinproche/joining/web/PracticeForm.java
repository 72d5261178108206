package fr.medecinproche.joining.web;

import java.util.Locale;
import java.util.Objects;

import fr.medecinproche.joining.DraftPractice;
import fr.medecinproche.territory.Commune;
import fr.medecinproche.volunteer.Practice;
import fr.medecinproche.volunteer.Secteur;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * The second step: how they practise.
 *
 * @param commune where they practise, as typed
 * @param communeCode the commune chosen from a list
 * @param practice how they practise
 * @param secteur their agreement with the health insurance
 * @param cdom the number of the department of their council of the Ordre
 * @param specialty their specialty, if not general practice
 * @param fragileZone whether they are installed in a fragile zone
 * @param insurerInformed whether their insurer knows
 */
record PracticeForm(@Nullable String commune, @Nullable String communeCode,
		@NotNull(message = "{joining.form.practice.missing}") @Nullable Practice practice,
		@NotNull(message = "{joining.form.secteur.missing}") @Nullable Secteur secteur,
		@NotBlank(message = "{joining.form.cdom.missing}") @Pattern(regexp = CDOM,
				message = "{joining.form.cdom.invalid}") @Nullable String cdom,
		@Pattern(regexp = SPECIALTY, message = "{joining.form.specialty.invalid}") @Nullable String specialty,
		@Nullable Boolean fragileZone, @Nullable Boolean insurerInformed) {

	static final PracticeForm EMPTY = new PracticeForm(null, null, null, null, null, null, null, null);

	/** The departments of France, overseas too; nothing typed is its own sentence. */
	private static final String CDOM = "\\s*|\\s*(0?[1-9]|[13-8][0-9]|2[1-9AaBb]|9[0-5]|97[1-6]|98[678])\\s*";

	private static final String SPECIALTY = "\\s*|\\s*[\\p{L}][\\p{L}\\p{M} '’(),.-]{0,79}\\s*";

	static PracticeForm of(DraftPractice practice, Commune commune) {
		return new PracticeForm(commune.getLabel(), commune.getInsee(), practice.practice(), practice.secteur(),
				practice.cdom(), practice.specialty(), practice.fragileZone(), practice.insurerInformed());
	}

	/** What was typed, for the domain, once the form has no error. */
	DraftPractice toPractice(Commune practisedIn) {
		return new DraftPractice(practisedIn.getInsee(), Objects.requireNonNull(this.practice),
				Objects.requireNonNull(this.secteur), departement(),
				StringUtils.hasText(this.specialty) ? this.specialty.strip() : null,
				Boolean.TRUE.equals(this.fragileZone), Boolean.TRUE.equals(this.insurerInformed));
	}

	private String departement() {
		var typed = Objects.requireNonNull(this.cdom).strip().toUpperCase(Locale.ROOT);
		return (typed.length() == 1) ? "0" + typed : typed;
	}

}
