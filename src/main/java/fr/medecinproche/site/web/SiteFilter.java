package fr.medecinproche.site.web;

import java.util.Arrays;

import fr.medecinproche.site.SiteStatus;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * What an agent asks of the list of sites; what makes no sense asks nothing.
 *
 * @param departement the code of a department
 * @param zone the SIREN number of a zone
 * @param statut the name of a {@link SiteStatus}, or {@value #BEFORE_OPENING}
 */
record SiteFilter(@Nullable String departement, @Nullable String zone, @Nullable String statut) {

	/** All that is not open yet: what the agency still has to do. */
	static final String BEFORE_OPENING = "A_PREPARER";

	@Nullable String departementCode() {
		return StringUtils.hasText(this.departement) ? this.departement : null;
	}

	public @Nullable String siren() {
		return StringUtils.hasText(this.zone) ? this.zone : null;
	}

	/** The names of the states asked for, null for all. */
	String @Nullable [] statuses() {
		var asked = Arrays.stream(SiteStatus.values())
			.filter((status) -> status.name().equals(this.statut)
					|| BEFORE_OPENING.equals(this.statut) && status.isBeforeOpening())
			.map(SiteStatus::name)
			.toArray(String[]::new);
		return (asked.length == 0) ? null : asked;
	}

	/** Whether sites may be left out. */
	public boolean isNarrow() {
		return departementCode() != null || siren() != null || statuses() != null;
	}

}
