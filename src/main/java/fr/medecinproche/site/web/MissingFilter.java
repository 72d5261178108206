package fr.medecinproche.site.web;

import fr.medecinproche.site.preparation.Party;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Which of the things to be done are looked at.
 *
 * @param departement the code of a department, nothing for all
 * @param qui whose they are to do, nothing for everybody's
 * @param retard whether only what is late
 */
record MissingFilter(@Nullable String departement, @Nullable Party qui, @Nullable Boolean retard) {

	@Nullable String departementCode() {
		return StringUtils.hasText(this.departement) ? this.departement : null;
	}

	public boolean isLate() {
		return Boolean.TRUE.equals(this.retard);
	}

	public boolean isNarrow() {
		return departementCode() != null || this.qui != null || isLate();
	}

}
