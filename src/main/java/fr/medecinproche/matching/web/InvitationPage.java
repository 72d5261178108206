package fr.medecinproche.matching.web;

import java.time.Clock;

import fr.medecinproche.appointment.HalfDayMoves;
import fr.medecinproche.matching.InvitationState;
import fr.medecinproche.matching.StandInInvitations;
import fr.medecinproche.schedule.SchedulingService;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

/**
 * What an invited doctor reads: the half-day, who asks, how far, until when, and what
 * became of it. No patient is named.
 */
@Component
class InvitationPage {

	private final StandInInvitations invitations;

	private final HalfDayMoves moves;

	private final SchedulingService scheduling;

	private final Clock clock;

	InvitationPage(StandInInvitations invitations, HalfDayMoves moves, SchedulingService scheduling, Clock clock) {
		this.invitations = invitations;
		this.moves = moves;
		this.scheduling = scheduling;
		this.clock = clock;
	}

	/**
	 * Shows an invitation.
	 * @param id which
	 * @param address where its forms are sent
	 * @param model of the page
	 * @return the view
	 */
	String show(long id, String address, Model model) {
		var invitation = this.invitations.findById(id)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		var slot = invitation.getRequest().getSlot();
		var state = invitation.stateAt(this.clock.instant());
		model.addAttribute("invitation", invitation);
		model.addAttribute("request", invitation.getRequest());
		model.addAttribute("slot", slot);
		model.addAttribute("site", slot.getSite());
		model.addAttribute("state", state);
		model.addAttribute("address", address);
		model.addAttribute("patients", (state.isAnswerable() || state == InvitationState.YOURS)
				? this.moves.affectedIn(slot.getId()).patients() : 0);
		model.addAttribute("left", this.scheduling.cap(invitation.getVolunteer().getId(), slot.getMonth()).left());
		return "medecin/remplacement";
	}

}
