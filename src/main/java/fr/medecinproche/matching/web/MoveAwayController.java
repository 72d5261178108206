package fr.medecinproche.matching.web;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.appointment.HalfDayMoves;
import fr.medecinproche.matching.AbsenceService;
import fr.medecinproche.matching.MatchingRefusedException;
import fr.medecinproche.schedule.SchedulingRefusedException;
import fr.medecinproche.web.Flash;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The second choice of a doctor who cannot come: the patients go to another half-day of
 * the site. First which one, then what becomes of each.
 */
@Controller
class MoveAwayController {

	private final OwnHalfDay own;

	private final HalfDayMoves moves;

	private final AbsenceService absence;

	MoveAwayController(OwnHalfDay own, HalfDayMoves moves, AbsenceService absence) {
		this.own = own;
		this.moves = moves;
		this.absence = absence;
	}

	@GetMapping("/medecin/creneaux/{id}/absence/deplacement")
	String choose(@AuthenticationPrincipal SignedIn me, @PathVariable long id,
			@RequestParam(required = false) @Nullable Long vers, Model model) {
		var slot = this.own.show(me, id, model);
		var choices = this.moves.choicesFor(id);
		model.addAttribute("mine", this.own.volunteerOf(me).getId());
		model.addAttribute("choices", choices);
		return choices.stream()
			.filter((plan) -> vers != null && plan.target().getId() == vers)
			.findFirst()
			.map((it) -> {
				model.addAttribute("plan", it);
				model.addAttribute("site", slot.getSite());
				return "medecin/absence-deplacement";
			})
			.orElse("medecin/absence-vers");
	}

	@PostMapping("/medecin/creneaux/{id}/absence/deplacement")
	String move(@AuthenticationPrincipal SignedIn me, @PathVariable long id, @RequestParam long vers,
			@RequestParam String vu, RedirectAttributes redirect) {
		try {
			var done = this.absence.move(this.own.volunteerOf(me).getId(), id, vers, vu);
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("matching.move.done", done.moves().size(),
					done.left().size(), done.everybody().unwritten()));
		}
		catch (MatchingRefusedException refusal) {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error(refusal));
			redirect.addAttribute("vers", vers);
			return "redirect:/medecin/creneaux/{id}/absence/deplacement";
		}
		catch (SchedulingRefusedException refusal) {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error(refusal));
		}
		redirect.addAttribute("mois", this.own.monthOf(id));
		return "redirect:/medecin/agenda";
	}

}
