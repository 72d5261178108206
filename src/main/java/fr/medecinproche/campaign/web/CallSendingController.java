package fr.medecinproche.campaign.web;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.campaign.CampaignAudience;
import fr.medecinproche.campaign.CampaignDrafts;
import fr.medecinproche.campaign.CampaignRefusedException;
import fr.medecinproche.campaign.CampaignService;
import fr.medecinproche.campaign.CampaignSettings;
import fr.medecinproche.campaign.Campaigns;
import fr.medecinproche.web.Flash;
import fr.medecinproche.work.LongWorks;

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
 * Sends a call, stops it, or throws its draft away.
 */
@Controller
@RequestMapping("/ars/appels/{id:\\d{1,18}}")
class CallSendingController {

	private final Campaigns campaigns;

	private final CampaignService service;

	private final CampaignDrafts drafts;

	private final CampaignAudience audience;

	private final CampaignSettings settings;

	private final LongWorks works;

	CallSendingController(Campaigns campaigns, CampaignService service, CampaignDrafts drafts,
			CampaignAudience audience, CampaignSettings settings, LongWorks works) {
		this.campaigns = campaigns;
		this.service = service;
		this.drafts = drafts;
		this.audience = audience;
		this.settings = settings;
		this.works = works;
	}

	@PostMapping("/envoi")
	String send(@AuthenticationPrincipal SignedIn agent, @PathVariable long id, RedirectAttributes redirect) {
		mustBeSeen(id, agent);
		int addresses = this.audience.countAddresses(id);
		if (addresses >= this.settings.longList()) {
			return "redirect:" + this.works.page(this.works.start("campaign.send", (progress) -> {
				progress.of(addresses);
				this.service.send(id, progress::advance);
				return "/ars/appels/" + id;
			}));
		}
		try {
			this.service.send(id, (done) -> {
			});
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("campaign.sent"));
		}
		catch (CampaignRefusedException refusal) {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error(refusal));
		}
		return "redirect:/ars/appels/{id}";
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
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error(refusal));
			return "redirect:/ars/appels/{id}";
		}
	}

	private void mustBeSeen(long id, SignedIn agent) {
		if (this.campaigns.seenFrom(id, agent.perimeter()).isEmpty()) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
	}

}
