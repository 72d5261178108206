package fr.medecinproche.people.web;

import java.util.Objects;

import fr.medecinproche.account.Role;
import fr.medecinproche.people.Post;
import fr.medecinproche.people.StaffMember;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.BindingResult;

/**
 * What somebody is to be.
 *
 * @param role what the person is to see
 * @param perimetre what an agent sees: the code of a region or of a department,
 * {@value #EVERYTHING} for everything
 * @param lieu the number of a host's site
 */
record PostForm(@Nullable @NotNull(message = "{people.role.missing}") Role role, @Nullable String perimetre,
		@Nullable Long lieu) {

	static final String EVERYTHING = "FR";

	/** What somebody is now. */
	static PostForm of(StaffMember member) {
		return new PostForm(member.role(),
				(member.role() == Role.AGENT && member.perimeter() == null) ? EVERYTHING : member.perimeter(),
				member.siteId());
	}

	/** What the annotations cannot say. */
	void check(BindingResult errors) {
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

	/** Without errors; what belongs to another role is left out. */
	Post post() {
		var role = Objects.requireNonNull(this.role);
		return new Post(role,
				(role == Role.AGENT && !EVERYTHING.equals(this.perimetre)) ? Typed.orNull(this.perimetre) : null,
				(role == Role.HOST) ? this.lieu : null);
	}

}
