package fr.medecinproche.schedule.web;

import java.time.Clock;
import java.time.LocalDate;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.site.ConsultationSites;
import fr.medecinproche.site.SiteAgenda;
import fr.medecinproche.site.SiteOverview;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * A site as the agency sees it: where it stands, and its coming half-days.
 */
@Controller
class SitePageController {

	/** Half-days are opened at most that far ahead, see {@link OpeningForm}. */
	private static final int YEARS_SHOWN = 4;

	private final ConsultationSites sites;

	private final HalfDayDirectory halfDays;

	private final SiteAgenda agenda;

	private final SiteOverview overview;

	private final Clock clock;

	SitePageController(ConsultationSites sites, HalfDayDirectory halfDays, SiteAgenda agenda, SiteOverview overview,
			Clock clock) {
		this.sites = sites;
		this.halfDays = halfDays;
		this.agenda = agenda;
		this.overview = overview;
		this.clock = clock;
	}

	@GetMapping("/ars/lieux/{id}")
	String show(@AuthenticationPrincipal SignedIn agent, @PathVariable long id,
			@RequestParam(defaultValue = "0") int page, Model model) {
		var today = LocalDate.now(this.clock);
		var site = site(id, agent);
		model.addAttribute("site", site);
		model.addAttribute("overview", this.overview.of(site));
		model.addAttribute("coming", this.agenda.of(id));
		model.addAttribute("rows", this.halfDays
			.page(new HalfDayDirectory.Filter(agent.perimeter(), today, today.plusYears(YEARS_SHOWN), id, null), page));
		return "ars/lieu";
	}

	@GetMapping("/ars/lieux/{id}/fermeture")
	String confirmClosing(@AuthenticationPrincipal SignedIn agent, @PathVariable long id, Model model) {
		model.addAttribute("site", site(id, agent));
		model.addAttribute("impact", this.agenda.of(id));
		return "ars/lieu-fermeture";
	}

	private ConsultationSite site(long id, SignedIn agent) {
		return this.sites.findById(id, agent.perimeter())
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

}
