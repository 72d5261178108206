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
 * @param statut the name of a {@link SiteStatus}
 */
record SiteFilter(@Nullable String departement, @Nullable String zone, @Nullable String statut) {

	@Nullable String departementCode() {
		return StringUtils.hasText(this.departement) ? this.departement : null;
	}

	public @Nullable String siren() {
		return StringUtils.hasText(this.zone) ? this.zone : null;
	}

	@Nullable String statusName() {
		return Arrays.stream(SiteStatus.values())
			.map(SiteStatus::name)
			.filter((name) -> name.equals(this.statut))
			.findFirst()
			.orElse(null);
	}

	/** Whether sites may be left out. */
	public boolean isNarrow() {
		return departementCode() != null || siren() != null || statusName() != null;
	}

}
