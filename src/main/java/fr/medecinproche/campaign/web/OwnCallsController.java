package fr.medecinproche.campaign.web;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.campaign.CallWords;
import fr.medecinproche.campaign.CampaignInvitations;
import fr.medecinproche.campaign.CampaignRefusals;
import fr.medecinproche.volunteer.Volunteers;
import fr.medecinproche.web.Flash;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The calls a doctor got, and whether they want any.
 */
@Controller
class OwnCallsController {

	private final Volunteers volunteers;

	private final CampaignInvitations invitations;

	private final CampaignRefusals refusals;

	private final CallWords words;

	OwnCallsController(Volunteers volunteers, CampaignInvitations invitations, CampaignRefusals refusals,
			CallWords words) {
		this.volunteers = volunteers;
		this.invitations = invitations;
		this.refusals = refusals;
		this.words = words;
	}

	@GetMapping("/medecin/appels")
	String show(@AuthenticationPrincipal SignedIn me, Model model) {
		long id = this.volunteers.signedIn(me).getId();
		model.addAttribute("calls", this.invitations.latestOf(id));
		model.addAttribute("refused", this.refusals.isRefused(id));
		model.addAttribute("words", this.words);
		return "medecin/appels";
	}

	@PostMapping("/medecin/appels/refus")
	String refuse(@AuthenticationPrincipal SignedIn me, RedirectAttributes redirect) {
		this.refusals.refuse(this.volunteers.signedIn(me).getId());
		redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("campaign.own.refused"));
		return "redirect:/medecin/appels";
	}

	@DeleteMapping("/medecin/appels/refus")
	String accept(@AuthenticationPrincipal SignedIn me, RedirectAttributes redirect) {
		this.refusals.accept(this.volunteers.signedIn(me).getId());
		redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("campaign.own.accepted"));
		return "redirect:/medecin/appels";
	}

}
