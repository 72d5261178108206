package fr.medecinproche.campaign.web;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.campaign.CampaignDrafts;
import fr.medecinproche.campaign.CampaignRefusedException;
import fr.medecinproche.campaign.CampaignRefusedException.Reason;
import fr.medecinproche.campaign.CampaignResuming;
import fr.medecinproche.campaign.CampaignService;
import fr.medecinproche.campaign.Campaigns;
import fr.medecinproche.web.Flash;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Sends a call, stops it, resumes it, or throws its draft away.
 */
@Controller
@RequestMapping("/ars/appels/{id:\\d{1,18}}")
class CallSendingController {

	private final Campaigns campaigns;

	private final CampaignService service;

	private final CampaignDrafts drafts;

	private final CampaignResuming resuming;

	private final CallSending sending;

	CallSendingController(Campaigns campaigns, CampaignService service, CampaignDrafts drafts,
			CampaignResuming resuming, CallSending sending) {
		this.campaigns = campaigns;
		this.service = service;
		this.drafts = drafts;
		this.resuming = resuming;
		this.sending = sending;
	}

	@PostMapping("/envoi")
	String send(@AuthenticationPrincipal SignedIn agent, @PathVariable long id, RedirectAttributes redirect) {
		mustBeSeen(id, agent);
		try {
			return this.sending.send(id, redirect);
		}
		catch (CampaignRefusedException refusal) {
			return refused(id, refusal, redirect);
		}
	}

	/** In one press; a second one leads to the call that goes on already. */
	@PostMapping("/reprise")
	String resume(@AuthenticationPrincipal SignedIn agent, @PathVariable long id, RedirectAttributes redirect) {
		mustBeSeen(id, agent);
		try {
			return sendOrDiscard(this.resuming.draft(id, agent.accountId()), redirect);
		}
		catch (CampaignRefusedException refusal) {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error(refusal));
			return "redirect:/ars/appels/{id}";
		}
	}

	private String sendOrDiscard(long id, RedirectAttributes redirect) {
		try {
			return this.sending.send(id, redirect);
		}
		catch (CampaignRefusedException refusal) {
			this.drafts.discard(id);
			throw refusal;
		}
	}

	@PostMapping("/arret")
	String stop(@AuthenticationPrincipal SignedIn agent, @PathVariable long id, RedirectAttributes redirect) {
		mustBeSeen(id, agent);
		this.service.stop(id);
		redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("campaign.stopped"));
		return "redirect:/ars/appels/{id}";
	}

	@DeleteMapping
	String discard(@AuthenticationPrincipal SignedIn agent, @PathVariable long id, RedirectAttributes redirect) {
		mustBeSeen(id, agent);
		try {
			this.drafts.discard(id);
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("campaign.discarded"));
			return "redirect:/ars/appels";
		}
		catch (CampaignRefusedException refusal) {
			return refused(id, refusal, redirect);
		}
	}

	private static String refused(long id, CampaignRefusedException refusal, RedirectAttributes redirect) {
		redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error(refusal));
		return (refusal.reason() == Reason.GONE) ? "redirect:/ars/appels" : "redirect:/ars/appels/" + id;
	}

	private void mustBeSeen(long id, SignedIn agent) {
		if (this.campaigns.seenFrom(id, agent.perimeter()).isEmpty()) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
	}

}
