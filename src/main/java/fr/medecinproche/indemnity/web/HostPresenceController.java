package fr.medecinproche.indemnity.web;

import java.time.Clock;
import java.time.LocalDate;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.indemnity.PastHalfDays;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.site.SiteHosts;
import fr.medecinproche.web.Flash;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where the host of a site says which doctors came: those of other sites are not found.
 */
@Controller
class HostPresenceController {

	private final SiteHosts hosts;

	private final PastHalfDays halfDays;

	private final PresenceDesk desk;

	private final Clock clock;

	HostPresenceController(SiteHosts hosts, PastHalfDays halfDays, PresenceDesk desk, Clock clock) {
		this.hosts = hosts;
		this.halfDays = halfDays;
		this.desk = desk;
		this.clock = clock;
	}

	@GetMapping("/lieu/presences")
	String list(@AuthenticationPrincipal SignedIn host, @RequestParam(defaultValue = "0") int page, Model model) {
		var site = siteOf(host);
		model.addAttribute("site", site);
		model.addAttribute("today", LocalDate.now(this.clock));
		model.addAttribute("toDecide", this.halfDays.toDecideAt(site.getId(), page));
		model.addAttribute("decided", this.halfDays.decidedAt(site.getId()));
		return "lieu/presences";
	}

	@PostMapping("/lieu/presences/{id}")
	String decide(@AuthenticationPrincipal SignedIn host, @PathVariable long id, @RequestParam boolean tenue,
			RedirectAttributes redirect) {
		var halfDay = this.halfDays.find(id, siteOf(host).getId(), null)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		redirect.addFlashAttribute(Flash.ATTRIBUTE, this.desk.decide(halfDay, tenue, host.accountId()));
		return "redirect:/lieu/presences";
	}

	private ConsultationSite siteOf(SignedIn host) {
		return this.hosts.siteOf(host.accountId()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

}
