package fr.medecinproche.site.web;

import java.util.Optional;
import java.util.function.Supplier;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.site.SiteRefusedException;
import fr.medecinproche.site.SiteService;
import fr.medecinproche.web.Flash;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Leads a site through its life: prepared, ready, open, suspended, closed.
 */
@Controller
class SiteStatusController {

	private final SiteService service;

	SiteStatusController(SiteService service) {
		this.service = service;
	}

	@PostMapping("/ars/lieux/{id}/preparation")
	String prepare(@AuthenticationPrincipal SignedIn agent, @PathVariable long id, RedirectAttributes redirect) {
		return change(id, () -> this.service.prepare(id, agent.perimeter()), "site.prepared", redirect);
	}

	@PostMapping("/ars/lieux/{id}/pret")
	String declareReady(@AuthenticationPrincipal SignedIn agent, @PathVariable long id, RedirectAttributes redirect) {
		return change(id, () -> this.service.declareReady(id, agent.perimeter()), "site.ready", redirect);
	}

	@PostMapping("/ars/lieux/{id}/ouverture")
	String open(@AuthenticationPrincipal SignedIn agent, @PathVariable long id, RedirectAttributes redirect) {
		return change(id, () -> this.service.open(id, agent.perimeter()), "site.opened", redirect);
	}

	@PostMapping("/ars/lieux/{id}/suspension")
	String suspend(@AuthenticationPrincipal SignedIn agent, @PathVariable long id, RedirectAttributes redirect) {
		return change(id, () -> this.service.suspend(id, agent.perimeter()), "site.suspended", redirect);
	}

	@PostMapping("/ars/lieux/{id}/fermeture")
	String close(@AuthenticationPrincipal SignedIn agent, @PathVariable long id, RedirectAttributes redirect) {
		return change(id, () -> this.service.close(id, agent.perimeter()), "site.closed", redirect);
	}

	private static String change(long id, Supplier<Optional<ConsultationSite>> act, String done,
			RedirectAttributes redirect) {
		redirect.addFlashAttribute(Flash.ATTRIBUTE, outcome(act, done));
		return "redirect:/ars/lieux/" + id;
	}

	private static Flash outcome(Supplier<Optional<ConsultationSite>> act, String done) {
		try {
			var site = act.get().orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
			return Flash.success(done, site.getNom());
		}
		catch (SiteRefusedException ex) {
			return Flash.error(ex);
		}
		catch (OptimisticLockingFailureException ex) {
			return Flash.error("site.refusal." + SiteRefusedException.Reason.CHANGED_MEANWHILE);
		}
	}

}
