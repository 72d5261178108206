package fr.medecinproche.joining.web;

import java.util.Optional;

import fr.medecinproche.account.EmailAddress;
import fr.medecinproche.account.PhoneNumber;
import fr.medecinproche.joining.DraftIdentity;
import fr.medecinproche.volunteer.DirectoryEntry;
import fr.medecinproche.volunteer.Rpps;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;
import org.springframework.validation.Errors;

/**
 * The first step: who applies.
 *
 * @param rpps their number, with or without spaces
 * @param givenName as used in practice
 * @param familyName as used in practice
 * @param email what they will sign in with
 * @param mobile a mobile phone
 */
record IdentityForm(@NotBlank(message = "{joining.form.rpps.missing}") @Nullable String rpps,
		@Pattern(regexp = NAME, message = "{joining.form.name.invalid}") @Nullable String givenName,
		@Pattern(regexp = NAME, message = "{joining.form.name.invalid}") @Nullable String familyName,
		@NotBlank(message = "{account.email.missing}") @Size(max = 254,
				message = "{account.email.invalid}") @Nullable String email,
		@NotBlank(message = "{joining.form.mobile.missing}") @Nullable String mobile) {

	static final IdentityForm EMPTY = new IdentityForm(null, null, null, null, null);

	/** Letters of any alphabet, as many as the table holds. */
	private static final String NAME = "\\s*|\\s*[\\p{L}][\\p{L}\\p{M} '’.-]{0,79}\\s*";

	static IdentityForm of(DraftIdentity identity) {
		return new IdentityForm(identity.rpps().digits(), identity.givenName(), identity.familyName(), identity.email(),
				identity.phone().toString());
	}

	/** The same form with the names of the directory, which knows no others. */
	IdentityForm named(DirectoryEntry entry) {
		return new IdentityForm(this.rpps, entry.givenName(), entry.familyName(), this.email, this.mobile);
	}

	/** Whether both names are left for the directory to fill in. */
	boolean isNameless() {
		return !StringUtils.hasText(this.givenName) && !StringUtils.hasText(this.familyName);
	}

	/**
	 * Says what only the domain can: each error at its field, none where one is already.
	 */
	void check(Errors errors) {
		if (!errors.hasFieldErrors("rpps") && number().isEmpty()) {
			errors.rejectValue("rpps", "joining.form.rpps.invalid");
		}
		if (!StringUtils.hasText(this.givenName)) {
			errors.rejectValue("givenName", "joining.form.givenName.missing");
		}
		if (!StringUtils.hasText(this.familyName)) {
			errors.rejectValue("familyName", "joining.form.familyName.missing");
		}
		if (!errors.hasFieldErrors("email") && EmailAddress.parse(this.email).isEmpty()) {
			errors.rejectValue("email", "account.email.invalid");
		}
		if (!errors.hasFieldErrors("mobile") && parsedMobile().isEmpty()) {
			errors.rejectValue("mobile", "joining.form.mobile.invalid");
		}
	}

	Optional<Rpps> number() {
		return Rpps.parse(typed(this.rpps));
	}

	/** Of foreign numbers nobody can tell whether they are mobile: they are believed. */
	private Optional<PhoneNumber> parsedMobile() {
		return PhoneNumber.parse(this.mobile).filter((number) -> number.isMobile() || !number.e164().startsWith("+33"));
	}

	/** What was typed, for the domain, once the form has no error. */
	DraftIdentity toIdentity() {
		return new DraftIdentity(typed(this.givenName), typed(this.familyName), number().orElseThrow(),
				EmailAddress.parse(this.email).orElseThrow(), parsedMobile().orElseThrow());
	}

	private static String typed(@Nullable String text) {
		return (text != null) ? text.strip() : "";
	}

}
