package fr.medecinproche.campaign.web;

import java.util.List;
import java.util.Map;
import java.util.Set;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.campaign.AddressList;
import fr.medecinproche.campaign.Campaign;
import fr.medecinproche.campaign.CampaignAddresses;
import fr.medecinproche.campaign.CampaignDrafts;
import fr.medecinproche.campaign.CampaignRefusedException;
import fr.medecinproche.campaign.CampaignRefusedException.Reason;
import fr.medecinproche.campaign.CampaignStatus;
import fr.medecinproche.campaign.Campaigns;
import fr.medecinproche.web.Flash;
import fr.medecinproche.web.UploadRefusedException;
import fr.medecinproche.web.UploadedTable;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Prepares a call: where and when, then how many, whom and what. Nobody is written to
 * before it was seen.
 */
@Controller
class CampaignFormController {

	private static final String FORM = "ars/appel-formulaire";

	private final CampaignFormPage page;

	private final CampaignDrafts drafts;

	private final CampaignAddresses addresses;

	private final Campaigns campaigns;

	CampaignFormController(CampaignFormPage page, CampaignDrafts drafts, CampaignAddresses addresses,
			Campaigns campaigns) {
		this.page = page;
		this.drafts = drafts;
		this.addresses = addresses;
		this.campaigns = campaigns;
	}

	/**
	 * Also where the coverage board leads, with where and when in the address. Days
	 * nobody was asked for yet are not missing.
	 */
	@GetMapping("/ars/appels/nouveau")
	String ask(@AuthenticationPrincipal SignedIn agent, @ModelAttribute("form") @Nullable CampaignForm form,
			BindingResult errors, @RequestParam Map<String, String> asked, Model model) {
		if (form != null && !form.isBlank() && asked.containsKey("du")) {
			this.page.zone(form, agent, errors).ifPresent((zone) -> {
				var filled = this.page.show(form, zone, model);
				model.addAttribute("form", filled);
				model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form",
						new BeanPropertyBindingResult(filled, "form"));
			});
		}
		this.page.show(agent, model);
		return FORM;
	}

	@PostMapping("/ars/appels/nouveau")
	String draft(@AuthenticationPrincipal SignedIn agent, @ModelAttribute("form") @Nullable CampaignForm form,
			BindingResult errors, @RequestParam(required = false) @Nullable MultipartFile liste, Model model,
			RedirectAttributes redirect) {
		var zone = (form != null) ? this.page.zone(form, agent, errors).orElse(null) : null;
		this.page.show(agent, model);
		if (form == null || zone == null) {
			return FORM;
		}
		var list = list(form, liste, errors);
		form.checkPlan(false, list, this.page.longest(), errors);
		if (!errors.hasErrors()) {
			try {
				redirect.addAttribute("id",
						this.drafts.draft(zone, form.span(), form.plan(), list.addresses(), agent.accountId()));
				return "redirect:/ars/appels/{id}";
			}
			catch (CampaignRefusedException refusal) {
				errors.reject(refusal.getCodes()[0]);
			}
		}
		this.page.show(form, zone, model);
		return FORM;
	}

	@GetMapping("/ars/appels/{id:\\d{1,18}}/modification")
	String ask(@AuthenticationPrincipal SignedIn agent, @PathVariable long id, Model model) {
		var campaign = of(id, agent);
		if (campaign.getStatus() != CampaignStatus.DRAFT) {
			return "redirect:/ars/appels/{id}";
		}
		model.addAttribute("form", CampaignForm.of(campaign));
		show(campaign, agent, model);
		return FORM;
	}

	@PostMapping("/ars/appels/{id:\\d{1,18}}/modification")
	String change(@AuthenticationPrincipal SignedIn agent, @PathVariable long id,
			@ModelAttribute("form") @Nullable CampaignForm form, BindingResult errors,
			@RequestParam(required = false) @Nullable MultipartFile liste, Model model, RedirectAttributes redirect) {
		var campaign = of(id, agent);
		if (form == null) {
			return "redirect:/ars/appels/{id}/modification";
		}
		var list = list(form, liste, errors);
		form.checkPlan(this.addresses.count(id) > 0, list, this.page.longest(), errors);
		if (errors.hasErrors()) {
			show(campaign, agent, model);
			return FORM;
		}
		try {
			this.drafts.change(id, form.plan(), list.addresses());
		}
		catch (CampaignRefusedException refusal) {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error(refusal));
			if (refusal.reason() == Reason.GONE) {
				return "redirect:/ars/appels";
			}
		}
		return "redirect:/ars/appels/{id}";
	}

	private void show(Campaign campaign, SignedIn agent, Model model) {
		model.addAttribute("draft", campaign);
		model.addAttribute("addressCount", this.addresses.count(campaign.getId()));
		this.page.show(CampaignForm.of(campaign), campaign.getZone(), model);
		this.page.show(agent, model);
	}

	private static AddressList list(CampaignForm form, @Nullable MultipartFile file, BindingResult errors) {
		var pasted = AddressList.of((form.addresses() != null) ? form.addresses() : "");
		if (file == null || file.isEmpty()) {
			return pasted;
		}
		try {
			return pasted.and(AddressList.of(UploadedTable.read(file, AddressList.COLUMNS)));
		}
		catch (UploadRefusedException refusal) {
			errors.rejectValue("addresses", refusal.getCodes()[0], refusal.getArguments(), null);
			return new AddressList(Set.of(), List.of());
		}
	}

	private Campaign of(long id, SignedIn agent) {
		return this.campaigns.seenFrom(id, agent.perimeter())
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

}
