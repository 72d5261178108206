package fr.medecinproche.schedule.web;

import java.time.YearMonth;
import java.util.List;

import fr.medecinproche.schedule.ShownMonth;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Which half-days a doctor wants to see, as the address says it. What makes no sense is
 * left aside: a filter is never an error.
 *
 * @param mois the month, such as "2027-01"
 * @param zone the SIREN of a zone
 * @param distance how far at most, one of {@link #DISTANCES}
 * @param page which page, from 0
 */
record HalfDayFilter(@Nullable String mois, @Nullable String zone, @Nullable String distance, @Nullable String page) {

	/** In kilometres, as the crow flies. */
	static final List<Integer> DISTANCES = List.of(30, 60, 100, 150);

	private static final int DIGITS_OF_A_PAGE = 6;

	ShownMonth shownMonth(YearMonth present) {
		return ShownMonth.of(this.mois, present, 0);
	}

	public @Nullable String wantedZone() {
		return StringUtils.hasText(this.zone) ? this.zone : null;
	}

	public @Nullable Integer withinKm() {
		return DISTANCES.stream().filter((km) -> km.toString().equals(this.distance)).findFirst().orElse(null);
	}

	int pageNumber() {
		return (this.page != null && this.page.matches("[0-9]{1," + DIGITS_OF_A_PAGE + "}"))
				? Integer.parseInt(this.page) : 0;
	}

	/** Takes the filter along, so that the doctor comes back to the same list. */
	void addTo(RedirectAttributes redirect) {
		redirect.addAttribute("mois", (this.mois != null) ? this.mois : "");
		redirect.addAttribute("zone", (this.zone != null) ? this.zone : "");
		redirect.addAttribute("distance", (this.distance != null) ? this.distance : "");
		redirect.addAttribute("page", pageNumber());
	}

}
