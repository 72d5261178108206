package fr.medecinproche.volunteer.web;

import java.util.Optional;

import fr.medecinproche.account.PhoneNumber;
import fr.medecinproche.territory.Commune;
import fr.medecinproche.volunteer.Practice;
import fr.medecinproche.volunteer.Rpps;
import fr.medecinproche.volunteer.Secteur;
import fr.medecinproche.volunteer.Volunteer;
import fr.medecinproche.volunteer.VolunteerApplication;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * What a doctor says of themself, to put it right.
 *
 * @param rpps their number, with or without spaces
 * @param givenName as used in practice
 * @param familyName as used in practice
 * @param mobile where they are reached
 * @param commune what was typed
 * @param communeCode the commune chosen from a list
 * @param practice how they practise
 * @param secteur their agreement with the health insurance
 */
record DetailsForm(@NotBlank(message = "{joining.form.rpps.missing}") @Nullable String rpps,
		@NotBlank(message = "{joining.form.givenName.missing}") @Pattern(regexp = NAME,
				message = "{joining.form.name.invalid}") @Nullable String givenName,
		@NotBlank(message = "{joining.form.familyName.missing}") @Pattern(regexp = NAME,
				message = "{joining.form.name.invalid}") @Nullable String familyName,
		@NotBlank(message = "{joining.form.mobile.missing}") @Nullable String mobile, @Nullable String commune,
		@Nullable String communeCode, @NotNull(message = "{joining.form.practice.missing}") @Nullable Practice practice,
		@NotNull(message = "{joining.form.secteur.missing}") @Nullable Secteur secteur) {

	/** Letters of any alphabet, as many as the table holds. */
	private static final String NAME = "\\s*|\\s*[\\p{L}][\\p{L}\\p{M} '’.-]{0,79}\\s*";

	static DetailsForm of(Volunteer volunteer) {
		return new DetailsForm(volunteer.getRpps().digits(), volunteer.getGivenName(), volunteer.getFamilyName(),
				(volunteer.getMobile() != null) ? volunteer.getMobile().toString() : null,
				volunteer.getCommune().getNom(), volunteer.getCommune().getInsee(), volunteer.getPractice(),
				volunteer.getSecteur());
	}

	/** Says what only the domain can, none where something is wrong already. */
	void check(Errors errors) {
		if (!errors.hasFieldErrors("rpps") && number().isEmpty()) {
			errors.rejectValue("rpps", "joining.form.rpps.invalid");
		}
		if (!errors.hasFieldErrors("mobile") && PhoneNumber.parse(this.mobile).isEmpty()) {
			errors.rejectValue("mobile", "joining.form.mobile.invalid");
		}
	}

	private Optional<Rpps> number() {
		return Optional.ofNullable(this.rpps).flatMap(Rpps::parse);
	}

	/** Once nothing is wrong. */
	VolunteerApplication toApplication(Commune commune) {
		return new VolunteerApplication(String.valueOf(this.givenName).strip(), String.valueOf(this.familyName).strip(),
				number().orElseThrow(), PhoneNumber.parse(this.mobile).orElseThrow(), commune,
				Optional.ofNullable(this.practice).orElseThrow(), Optional.ofNullable(this.secteur).orElseThrow());
	}

}
