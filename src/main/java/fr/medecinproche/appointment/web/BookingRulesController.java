package fr.medecinproche.appointment.web;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.site.ConsultationSites;
import fr.medecinproche.site.SiteService;
import fr.medecinproche.web.Flash;
import jakarta.validation.Valid;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * An agent decides how the times of a site are booked. What they write counts at once,
 * for half-days already open too.
 */
@Controller
class BookingRulesController {

	private static final String VIEW = "ars/reservations";

	private final ConsultationSites sites;

	private final SiteService service;

	BookingRulesController(ConsultationSites sites, SiteService service) {
		this.sites = sites;
		this.service = service;
	}

	@GetMapping("/ars/lieux/{id:\\d+}/reservations")
	String write(@AuthenticationPrincipal SignedIn agent, @PathVariable long id, Model model) {
		var site = site(id, agent);
		model.addAttribute("form", BookingRulesForm.of(site.getBookingRules()));
		show(site, model);
		return VIEW;
	}

	@PostMapping("/ars/lieux/{id:\\d+}/reservations")
	String decide(@AuthenticationPrincipal SignedIn agent, @PathVariable long id,
			@Valid @ModelAttribute("form") BookingRulesForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		var site = site(id, agent);
		form.check(errors, BookingRulesForm.times(site.getHours()));
		if (errors.hasErrors()) {
			model.addAttribute("pageRefused", true);
			show(site, model);
			return VIEW;
		}
		try {
			this.service.bookBy(id, agent.perimeter(), form.rules());
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("appointment.rules.done", site.getNom()));
		}
		catch (OptimisticLockingFailureException ex) {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error("site.refusal.CHANGED_MEANWHILE"));
		}
		return "redirect:/ars/lieux/" + id + "/reservations";
	}

	private ConsultationSite site(long id, SignedIn agent) {
		return this.sites.findById(id, agent.perimeter())
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private static void show(ConsultationSite site, Model model) {
		model.addAttribute("site", site);
		model.addAttribute("times", BookingRulesForm.times(site.getHours()));
	}

}
