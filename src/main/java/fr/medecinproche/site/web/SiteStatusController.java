package fr.medecinproche.site.web;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.site.ComingVisits;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.site.SiteRefusedException;
import fr.medecinproche.site.SiteRefusedException.Reason;
import fr.medecinproche.site.SiteService;
import fr.medecinproche.web.Flash;

import org.jspecify.annotations.Nullable;

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

	private static final String CHANGED = "site.refusal." + Reason.CHANGED_MEANWHILE;

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

	/** Whoever confirms old numbers is shown the new ones. */
	@PostMapping("/ars/lieux/{id}/fermeture")
	String close(@AuthenticationPrincipal SignedIn agent, @PathVariable long id, SeenForm form,
			RedirectAttributes redirect) {
		try {
			var site = this.service.close(id, agent.perimeter(), form.seen())
				.orElseThrow(SiteStatusController::notFound);
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("site.closed", site.getNom()));
			return "redirect:/ars/lieux/" + id;
		}
		catch (SiteRefusedException ex) {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error(ex));
			return "redirect:/ars/lieux/" + id + ((ex.reason() == Reason.MORE_EXPECTED) ? "/fermeture" : "");
		}
		catch (OptimisticLockingFailureException ex) {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error(CHANGED));
			return "redirect:/ars/lieux/" + id;
		}
	}

	private static String change(long id, Supplier<Optional<ConsultationSite>> act, String done,
			RedirectAttributes redirect) {
		redirect.addFlashAttribute(Flash.ATTRIBUTE, outcome(act, done));
		return "redirect:/ars/lieux/" + id;
	}

	private static Flash outcome(Supplier<Optional<ConsultationSite>> act, String done) {
		try {
			var site = act.get().orElseThrow(SiteStatusController::notFound);
			return Flash.success(done, site.getNom());
		}
		catch (SiteRefusedException ex) {
			return Flash.error(ex);
		}
		catch (OptimisticLockingFailureException ex) {
			return Flash.error(CHANGED);
		}
	}

	private static ResponseStatusException notFound() {
		return new ResponseStatusException(HttpStatus.NOT_FOUND);
	}

	/**
	 * What the confirmation page said, see {@link ComingVisits}; nothing counts as zero.
	 */
	record SeenForm(@Nullable Integer halfDays, @Nullable Integer taken, @Nullable Integer patients) {

		ComingVisits seen() {
			return new ComingVisits(Objects.requireNonNullElse(this.halfDays, 0),
					Objects.requireNonNullElse(this.taken, 0), Objects.requireNonNullElse(this.patients, 0));
		}

	}

}
