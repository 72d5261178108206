package fr.medecinproche.campaign.web;

import fr.medecinproche.campaign.CampaignAddresses;
import fr.medecinproche.campaign.CampaignService;
import fr.medecinproche.campaign.CampaignSettings;
import fr.medecinproche.web.Flash;
import fr.medecinproche.work.LongWorks;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Sends a call at once, or apart when its list is long.
 */
@Component
class CallSending {

	private final CampaignService service;

	private final CampaignAddresses addresses;

	private final CampaignSettings settings;

	private final LongWorks works;

	CallSending(CampaignService service, CampaignAddresses addresses, CampaignSettings settings, LongWorks works) {
		this.service = service;
		this.addresses = addresses;
		this.settings = settings;
		this.works = works;
	}

	/**
	 * Sends a call.
	 * @param id the call, which the agent may see
	 * @param redirect told that it is on its way, unless it was already
	 * @return where the agent sees what becomes of it
	 */
	String send(long id, RedirectAttributes redirect) {
		int count = this.addresses.count(id);
		if (count >= this.settings.longList()) {
			return "redirect:" + this.works.page(this.works.start("campaign.send", (progress) -> {
				progress.of(count);
				this.service.send(id, progress::advance);
				return "/ars/appels/" + id;
			}));
		}
		boolean begun = this.service.send(id, (done) -> {
		});
		if (begun) {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("campaign.sent"));
		}
		return "redirect:/ars/appels/" + id;
	}

}
