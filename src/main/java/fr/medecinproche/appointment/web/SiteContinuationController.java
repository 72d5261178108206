package fr.medecinproche.appointment.web;

import java.time.Clock;
import java.time.LocalDate;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.appointment.ContinuationService;
import fr.medecinproche.appointment.Continuations;

import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.web.PageableDefault;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/**
 * What remains to be done at a site after the doctors have left.
 */
@Controller
class SiteContinuationController {

	private static final String TICK = "/lieu/suites/{id:\\d+}/fait";

	private static final int SIZE = 20;

	private final OwnSite own;

	private final Continuations continuations;

	private final ContinuationService follows;

	private final Clock clock;

	SiteContinuationController(OwnSite own, Continuations continuations, ContinuationService follows, Clock clock) {
		this.own = own;
		this.continuations = continuations;
		this.follows = follows;
		this.clock = clock;
	}

	@GetMapping("/lieu/suites")
	String list(@AuthenticationPrincipal SignedIn host, @PageableDefault Pageable page, Model model) {
		var site = this.own.of(host);
		model.addAttribute("site", site);
		model.addAttribute("today", LocalDate.now(this.clock));
		model.addAttribute("remaining", this.continuations.remainingAt(site.getId()));
		model.addAttribute("found", this.continuations.at(site.getId(), PageRequest.of(page.getPageNumber(), SIZE)));
		return "lieu/suites";
	}

	@PostMapping(TICK)
	String tick(@AuthenticationPrincipal SignedIn host, @PathVariable long id) {
		this.follows.tick(ofSite(host, id), host.accountId());
		return "redirect:/lieu/suites#suite-" + id;
	}

	@DeleteMapping(TICK)
	String reopen(@AuthenticationPrincipal SignedIn host, @PathVariable long id) {
		this.follows.reopen(ofSite(host, id));
		return "redirect:/lieu/suites#suite-" + id;
	}

	private long ofSite(SignedIn host, long id) {
		var site = this.own.of(host);
		return this.continuations.findById(id)
			.filter((noted) -> noted.getAppointment().getSlot().getSite().getId() == site.getId())
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
			.getId();
	}

}
