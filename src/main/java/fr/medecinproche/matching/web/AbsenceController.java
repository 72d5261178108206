package fr.medecinproche.matching.web;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.appointment.HalfDayMoves;
import fr.medecinproche.matching.AbsenceService;
import fr.medecinproche.matching.MatchingRefusedException;
import fr.medecinproche.matching.StandInRequests;
import fr.medecinproche.schedule.SchedulingRefusedException;
import fr.medecinproche.web.Flash;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * « Je ne peux plus venir »: whom it touches, then one choice of three; the third, to
 * call the visits off, is here.
 */
@Controller
class AbsenceController {

	private final OwnHalfDay own;

	private final HalfDayMoves moves;

	private final StandInRequests standIns;

	private final AbsenceService absence;

	AbsenceController(OwnHalfDay own, HalfDayMoves moves, StandInRequests standIns, AbsenceService absence) {
		this.own = own;
		this.moves = moves;
		this.standIns = standIns;
		this.absence = absence;
	}

	/** Where the page was before. */
	@GetMapping("/medecin/agenda/{id}/desistement")
	String formerAddress(@AuthenticationPrincipal SignedIn me, @PathVariable long id) {
		return "redirect:/medecin/creneaux/" + this.own.find(me, id).getId() + "/absence";
	}

	@GetMapping("/medecin/creneaux/{id}/absence")
	String choose(@AuthenticationPrincipal SignedIn me, @PathVariable long id, Model model) {
		this.own.show(me, id, model);
		model.addAttribute("affected", this.moves.affectedIn(id));
		model.addAttribute("standIn", this.standIns.openFor(id).orElse(null));
		return "medecin/absence";
	}

	@GetMapping("/medecin/creneaux/{id}/absence/annulation")
	String beforeCancelling(@AuthenticationPrincipal SignedIn me, @PathVariable long id, Model model) {
		this.own.show(me, id, model);
		model.addAttribute("affected", this.moves.affectedIn(id));
		return "medecin/absence-annulation";
	}

	@PostMapping("/medecin/creneaux/{id}/absence/annulation")
	String cancel(@AuthenticationPrincipal SignedIn me, @PathVariable long id, @RequestParam String vu,
			RedirectAttributes redirect) {
		try {
			this.absence.cancel(this.own.volunteerOf(me).getId(), id, vu);
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("matching.cancel.done"));
		}
		catch (MatchingRefusedException refusal) {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error(refusal));
			return "redirect:/medecin/creneaux/{id}/absence/annulation";
		}
		catch (SchedulingRefusedException refusal) {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error(refusal));
		}
		redirect.addAttribute("mois", this.own.monthOf(id));
		return "redirect:/medecin/agenda";
	}

}
