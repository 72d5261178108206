package fr.medecinproche.people.web;

import java.util.Objects;

import fr.medecinproche.account.EmailAddress;
import fr.medecinproche.account.Role;
import fr.medecinproche.people.Guest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.BindingResult;

/**
 * Whom to invite.
 *
 * @param nom how pages call the person
 * @param email where the invitation goes
 * @param role what the person is to see
 * @param perimetre what an agent sees: the code of a region or of a department,
 * {@value #EVERYTHING} for everything
 * @param lieu the number of a host's site
 */
record GuestForm(
		@Nullable @NotBlank(message = "{people.name.missing}") @Size(max = 160,
				message = "{people.name.long}") String nom,
		@Nullable @NotBlank(message = "{people.email.missing}") String email,
		@Nullable @NotNull(message = "{people.role.missing}") Role role, @Nullable String perimetre,
		@Nullable Long lieu) {

	static final String EVERYTHING = "FR";

	static final GuestForm EMPTY = new GuestForm(null, null, null, null, null);

	/** What the annotations cannot say. */
	void check(BindingResult errors) {
		if (this.email != null && !this.email.isBlank() && EmailAddress.parse(this.email).isEmpty()) {
			errors.rejectValue("email", "account.email.invalid");
		}
		if (this.role == Role.HOST && this.lieu == null) {
			errors.rejectValue("lieu", "people.site.missing");
		}
		if (this.role == Role.AGENT && Typed.orNull(this.perimetre) == null) {
			errors.rejectValue("perimetre", "people.perimeter.missing");
		}
		if (this.role == Role.VOLUNTEER) {
			errors.rejectValue("role", "people.role.missing");
		}
	}

	/** Without errors. */
	Guest guest() {
		var role = Objects.requireNonNull(this.role);
		return new Guest(EmailAddress.parse(this.email).orElseThrow(), Objects.requireNonNull(this.nom), role,
				(role == Role.AGENT && !EVERYTHING.equals(this.perimetre)) ? Typed.orNull(this.perimetre) : null,
				(role == Role.HOST) ? this.lieu : null);
	}

}
