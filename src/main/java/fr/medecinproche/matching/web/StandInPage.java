package fr.medecinproche.matching.web;

import java.util.Objects;

import fr.medecinproche.appointment.HalfDayMoves;
import fr.medecinproche.matching.Answer;
import fr.medecinproche.matching.StandInInvitations;
import fr.medecinproche.matching.StandInRequests;
import fr.medecinproche.matching.StandInOutlook;
import fr.medecinproche.schedule.HalfDaySlot;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * What a doctor reads before a stand-in is looked for, and meanwhile.
 */
@Component
class StandInPage {

	private final HalfDayMoves moves;

	private final StandInRequests requests;

	private final StandInInvitations invitations;

	private final StandInOutlook outlook;

	StandInPage(HalfDayMoves moves, StandInRequests requests, StandInInvitations invitations, StandInOutlook outlook) {
		this.moves = moves;
		this.requests = requests;
		this.invitations = invitations;
		this.outlook = outlook;
	}

	String show(HalfDaySlot slot, Model model) {
		var open = this.requests.openFor(slot.getId());
		if (open.isPresent()) {
			var invited = this.invitations.of(open.get().getId());
			model.addAttribute("request", open.get());
			model.addAttribute("invited", invited);
			model.addAttribute("declined",
					invited.stream().filter((each) -> each.getAnswer() == Answer.DECLINED).count());
			return "medecin/absence-attente";
		}
		model.addAttribute("affected", this.moves.affectedIn(slot.getId()));
		model.addAttribute("deadline", this.outlook.deadlineOf(slot).orElse(null));
		model.addAttribute("suitable",
				this.outlook.countSuitable(slot, Objects.requireNonNull(slot.getVolunteer()).getId()));
		return "medecin/absence-remplacement";
	}

}
