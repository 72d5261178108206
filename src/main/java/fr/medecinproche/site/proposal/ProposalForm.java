package fr.medecinproche.site.proposal;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

import fr.medecinproche.account.EmailAddress;
import fr.medecinproche.account.PhoneNumber;
import fr.medecinproche.site.Equipment;
import fr.medecinproche.site.SiteKind;
import fr.medecinproche.territory.Commune;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;
import org.springframework.validation.Errors;

/**
 * What somebody types to propose a place; see {@link ProposedPlace} and {@link Proposer}.
 *
 * @param siteWeb a field people do not see: only machines fill it
 */
record ProposalForm(@NotBlank @Size(max = 120) @Nullable String organisation, @NotNull @Nullable SiteKind kind,
		@Nullable String commune, @Nullable String communeCode, @Size(max = 160) @Nullable String address,
		@Nullable String placePhone, @Nullable Set<Equipment> equipment, @Nullable Boolean stepFree,
		@Nullable Boolean secretary, @Nullable Boolean lodging, @Size(max = 1000) @Nullable String message,
		@NotBlank @Size(max = 120) @Nullable String name, @NotBlank @Size(max = 120) @Nullable String role,
		@NotBlank @Nullable String email, @NotBlank @Nullable String phone, @Nullable String siteWeb) {

	static final ProposalForm BLANK = new ProposalForm(null, null, null, null, null, null, Set.of(), null, null, null,
			null, null, null, null, null, null);

	void check(Errors errors) {
		if (!errors.hasFieldErrors("email") && EmailAddress.parse(this.email).isEmpty()) {
			errors.rejectValue("email", "account.email.invalid");
		}
		if (!errors.hasFieldErrors("phone") && PhoneNumber.parse(this.phone).isEmpty()) {
			errors.rejectValue("phone", "site.form.phone.invalid");
		}
		if (StringUtils.hasText(this.placePhone) && PhoneNumber.parse(this.placePhone).isEmpty()) {
			errors.rejectValue("placePhone", "site.form.phone.invalid");
		}
	}

	boolean isByMachine() {
		return StringUtils.hasText(this.siteWeb);
	}

	ProposedPlace place(Commune where) {
		return new ProposedPlace(Objects.requireNonNull(this.organisation).strip(), Objects.requireNonNull(this.kind),
				where, text(this.address), PhoneNumber.parse(this.placePhone).orElse(null),
				(this.equipment != null) ? this.equipment : EnumSet.noneOf(Equipment.class),
				Boolean.TRUE.equals(this.stepFree), Boolean.TRUE.equals(this.secretary),
				Boolean.TRUE.equals(this.lodging), text(this.message));
	}

	Proposer proposer() {
		return new Proposer(Objects.requireNonNull(this.name).strip(), Objects.requireNonNull(this.role).strip(),
				EmailAddress.parse(this.email).orElseThrow(), PhoneNumber.parse(this.phone).orElseThrow());
	}

	private static @Nullable String text(@Nullable String typed) {
		return StringUtils.hasText(typed) ? typed.strip() : null;
	}

}
