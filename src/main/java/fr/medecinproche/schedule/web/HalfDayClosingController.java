package fr.medecinproche.schedule.web;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.schedule.HalfDaySlots;
import fr.medecinproche.schedule.SchedulingRefusedException;
import fr.medecinproche.schedule.SchedulingService;
import fr.medecinproche.schedule.SlotStatus;
import fr.medecinproche.site.ConsultationSites;
import fr.medecinproche.web.Flash;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Closes a half-day, after telling whom it touches.
 */
@Controller
class HalfDayClosingController {

	private final HalfDaySlots slots;

	private final ConsultationSites sites;

	private final SchedulingService scheduling;

	private final ClosingImpact impact;

	HalfDayClosingController(HalfDaySlots slots, ConsultationSites sites, SchedulingService scheduling,
			ClosingImpact impact) {
		this.slots = slots;
		this.sites = sites;
		this.scheduling = scheduling;
		this.impact = impact;
	}

	@GetMapping("/ars/creneaux/{id}/fermeture")
	String confirm(@AuthenticationPrincipal SignedIn agent, @PathVariable long id, Model model) {
		var slot = slot(id, agent);
		if (slot.getStatus() == SlotStatus.CLOSED) {
			return "redirect:/ars/lieux/" + slot.getSite().getId();
		}
		model.addAttribute("slot", slot);
		model.addAttribute("site", slot.getSite());
		model.addAttribute("impact", this.impact.ofHalfDay(id));
		return "ars/creneau-fermeture";
	}

	@DeleteMapping("/ars/creneaux/{id}")
	String close(@AuthenticationPrincipal SignedIn agent, @PathVariable long id, RedirectAttributes redirect) {
		var slot = slot(id, agent);
		redirect.addFlashAttribute(Flash.ATTRIBUTE, outcome(id));
		return "redirect:/ars/lieux/" + slot.getSite().getId();
	}

	private Flash outcome(long id) {
		try {
			this.scheduling.close(id);
			return Flash.success("schedule.closing.done");
		}
		catch (SchedulingRefusedException ex) {
			return Flash.error(ex.getCodes()[0]);
		}
	}

	/** The half-day, if the agent may see its site. */
	private HalfDaySlot slot(long id, SignedIn agent) {
		return this.slots.findById(id)
			.filter((slot) -> this.sites.findById(slot.getSite().getId(), agent.perimeter()).isPresent())
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

}
