package fr.medecinproche.schedule.web;

import java.util.List;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.schedule.HalfDaySlots;
import fr.medecinproche.schedule.SchedulingRefusedException;
import fr.medecinproche.schedule.SchedulingRefusedException.Reason;
import fr.medecinproche.schedule.SchedulingService;
import fr.medecinproche.volunteer.Volunteers;
import fr.medecinproche.web.Flash;
import fr.medecinproche.web.Words;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A doctor's word to come: given by taking half-days; to take it back begins with a look
 * at the patients.
 */
@Controller
class EngagementController {

	private final Volunteers volunteers;

	private final SchedulingService scheduling;

	private final HalfDaySlots slots;

	private final Words words;

	EngagementController(Volunteers volunteers, SchedulingService scheduling, HalfDaySlots slots, Words words) {
		this.volunteers = volunteers;
		this.scheduling = scheduling;
		this.slots = slots;
		this.words = words;
	}

	@PostMapping("/medecin/creneaux/{id}/engagement")
	String take(@AuthenticationPrincipal SignedIn me, @PathVariable long id,
			@ModelAttribute("filter") HalfDayFilter filter, RedirectAttributes redirect) {
		return take(me, List.of(id), filter, redirect);
	}

	@PostMapping("/medecin/journees/engagement")
	String takeDay(@AuthenticationPrincipal SignedIn me, @RequestParam long matin, @RequestParam long apresMidi,
			@ModelAttribute("filter") HalfDayFilter filter, RedirectAttributes redirect) {
		return take(me, List.of(matin, apresMidi), filter, redirect);
	}

	private String take(SignedIn me, List<Long> ids, HalfDayFilter filter, RedirectAttributes redirect) {
		var volunteerId = volunteerOf(me);
		try {
			var taken = this.scheduling.take(volunteerId, ids);
			redirect.addFlashAttribute(Flash.ATTRIBUTE, agreed(taken));
		}
		catch (SchedulingRefusedException refusal) {
			if (refusal.reason() == Reason.VOLUNTEER_NOT_ACTIVE) {
				redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error(refusal));
				return "redirect:/medecin/dossier";
			}
			redirect.addFlashAttribute(Flash.ATTRIBUTE, alreadyMine(volunteerId, ids, refusal));
		}
		return "redirect:" + filter.with("page", filter.pageNumber());
	}

	/** A double click is one click: the second finds what the first has done. */
	private Flash alreadyMine(long volunteerId, List<Long> ids, SchedulingRefusedException refusal) {
		var wanted = this.slots.findByIdIn(ids);
		boolean mine = !wanted.isEmpty() && wanted.stream().allMatch((slot) -> slot.isTakenBy(volunteerId));
		return mine ? agreed(wanted) : Flash.error(refusal);
	}

	private Flash agreed(List<HalfDaySlot> taken) {
		var first = taken.getFirst();
		var extent = (taken.size() > 1) ? "DAY" : first.getHalfDay().period().name();
		return Flash.success("schedule.engagement.taken." + extent, this.words.day(first.getHalfDay().day()),
				first.getSite().getNom());
	}

	/** Nothing is given back before its doctor has seen whom it touches. */
	@DeleteMapping("/medecin/creneaux/{id}/engagement")
	String giveBack(@AuthenticationPrincipal SignedIn me, @PathVariable long id) {
		return "redirect:/medecin/creneaux/" + own(me, id).getId() + "/absence";
	}

	/** The doctor's own practice is kept by somebody meanwhile. */
	@PostMapping("/medecin/creneaux/{id}/remplacement")
	String replaced(@AuthenticationPrincipal SignedIn me, @PathVariable long id, RedirectAttributes redirect) {
		return noteReplaced(me, id, true, redirect);
	}

	@DeleteMapping("/medecin/creneaux/{id}/remplacement")
	String notReplaced(@AuthenticationPrincipal SignedIn me, @PathVariable long id, RedirectAttributes redirect) {
		return noteReplaced(me, id, false, redirect);
	}

	private String noteReplaced(SignedIn me, long id, boolean replaced, RedirectAttributes redirect) {
		var slot = own(me, id);
		try {
			this.scheduling.noteReplaced(volunteerOf(me), id, replaced);
			redirect.addFlashAttribute(Flash.ATTRIBUTE,
					Flash.success(replaced ? "schedule.replaced.noted" : "schedule.replaced.removed",
							this.words.day(slot.getHalfDay().day())));
		}
		catch (SchedulingRefusedException refusal) {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error(refusal));
		}
		redirect.addAttribute("mois", slot.getMonth().toString());
		return "redirect:/medecin/agenda";
	}

	private HalfDaySlot own(SignedIn me, long id) {
		var volunteerId = volunteerOf(me);
		return this.slots.findTakenBy(volunteerId, id);
	}

	private long volunteerOf(SignedIn me) {
		return this.volunteers.signedIn(me).getId();
	}

}
