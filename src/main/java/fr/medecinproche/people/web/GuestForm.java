package fr.medecinproche.people.web;

import java.util.Locale;
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
 * {@value PostForm#EVERYTHING} for everything
 * @param lieu the number of a host's site
 * @param langue the language of the letter, "fr" or "en"
 */
record GuestForm(
		@Nullable @NotBlank(message = "{people.name.missing}") @Size(max = 160,
				message = "{people.name.long}") String nom,
		@Nullable @NotBlank(message = "{people.email.missing}") String email,
		@Nullable @NotNull(message = "{people.role.missing}") Role role, @Nullable String perimetre,
		@Nullable Long lieu, @Nullable Locale langue) {

	static final GuestForm EMPTY = new GuestForm(null, null, null, null, null, Locale.FRENCH);

	/** What the annotations cannot say. */
	void check(BindingResult errors) {
		if (this.email != null && !this.email.isBlank() && EmailAddress.parse(this.email).isEmpty()) {
			errors.rejectValue("email", "account.email.invalid");
		}
		post().check(errors);
	}

	private PostForm post() {
		return new PostForm(this.role, this.perimetre, this.lieu);
	}

	/** Without errors. */
	Guest guest() {
		var post = post().post();
		return new Guest(EmailAddress.parse(this.email).orElseThrow(), Objects.requireNonNull(this.nom), post.role(),
				post.perimeter(), post.siteId(), Objects.requireNonNullElse(this.langue, Locale.FRENCH));
	}

}
