package fr.medecinproche.volunteer.web;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import fr.medecinproche.account.EmailAddress;
import fr.medecinproche.account.PasswordPolicy;
import fr.medecinproche.account.PhoneNumber;
import fr.medecinproche.territory.Commune;
import fr.medecinproche.volunteer.Practice;
import fr.medecinproche.volunteer.Registration;
import fr.medecinproche.volunteer.Rpps;
import fr.medecinproche.volunteer.Secteur;
import fr.medecinproche.volunteer.VolunteerApplication;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * What a doctor types to join.
 *
 * @param givenName as used in practice
 * @param familyName as used in practice
 * @param email what they will sign in with
 * @param mobile a mobile phone
 * @param rpps their number, with or without spaces
 * @param commune where they practise, as typed
 * @param communeCode the commune chosen from a list
 * @param practice how they practise
 * @param secteur their agreement with the health insurance
 * @param password as typed
 */
record RegistrationForm(
		@NotBlank(message = "{volunteer.form.givenName.missing}") @Pattern(regexp = NAME,
				message = "{volunteer.form.name.invalid}") @Nullable String givenName,
		@NotBlank(message = "{volunteer.form.familyName.missing}") @Pattern(regexp = NAME,
				message = "{volunteer.form.name.invalid}") @Nullable String familyName,
		@NotBlank(message = "{account.email.missing}") @Nullable String email,
		@NotBlank(message = "{volunteer.form.mobile.missing}") @Nullable String mobile,
		@NotBlank(message = "{volunteer.form.rpps.missing}") @Nullable String rpps, @Nullable String commune,
		@Nullable String communeCode,
		@NotNull(message = "{volunteer.form.practice.missing}") @Nullable Practice practice,
		@NotNull(message = "{volunteer.form.secteur.missing}") @Nullable Secteur secteur,
		@NotBlank(message = "{account.password.missing}") @Nullable String password) {

	static final RegistrationForm EMPTY = new RegistrationForm(null, null, null, null, null, null, null, null, null,
			null);

	/**
	 * Letters of any alphabet, as many as the table holds; nothing typed is its own
	 * sentence.
	 */
	private static final String NAME = "\\s*|\\s*[\\p{L}][\\p{L}\\p{M} '’.-]{0,79}\\s*";

	/**
	 * Says what only the domain can: each error at its field, none where one is already.
	 */
	void check(Errors errors) {
		if (!errors.hasFieldErrors("email") && EmailAddress.parse(this.email).isEmpty()) {
			errors.rejectValue("email", "account.email.invalid");
		}
		if (!errors.hasFieldErrors("mobile") && parsedMobile().isEmpty()) {
			errors.rejectValue("mobile", "volunteer.form.mobile.invalid");
		}
		if (!errors.hasFieldErrors("rpps") && Rpps.parse(typed(this.rpps)).isEmpty()) {
			errors.rejectValue("rpps", "volunteer.form.rpps.invalid");
		}
		if (!errors.hasFieldErrors("password")) {
			PasswordPolicy
				.weaknessOf(Objects.requireNonNull(this.password), typed(this.givenName), typed(this.familyName),
						typed(this.email))
				.ifPresent((weakness) -> errors.rejectValue("password", weakness.key()));
		}
	}

	/** Of foreign numbers nobody can tell whether they are mobile: they are believed. */
	private Optional<PhoneNumber> parsedMobile() {
		return PhoneNumber.parse(this.mobile).filter((number) -> number.isMobile() || !number.e164().startsWith("+33"));
	}

	/**
	 * What was typed, for the domain.
	 * @param practisedIn the commune that was understood
	 * @param locale the language of the page
	 * @return the registration, once the form has no error
	 */
	Registration toRegistration(Commune practisedIn, Locale locale) {
		var application = new VolunteerApplication(typed(this.givenName), typed(this.familyName),
				Rpps.parse(typed(this.rpps)).orElseThrow(), parsedMobile().orElseThrow(), practisedIn,
				Objects.requireNonNull(this.practice), Objects.requireNonNull(this.secteur));
		return new Registration(EmailAddress.parse(this.email).orElseThrow(), Objects.requireNonNull(this.password),
				locale, application);
	}

	private static String typed(@Nullable String text) {
		return (text != null) ? text.strip() : "";
	}

}
