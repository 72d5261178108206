package fr.medecinproche.campaign.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.campaign.Audience;
import fr.medecinproche.campaign.CallWords;
import fr.medecinproche.campaign.Campaign;
import fr.medecinproche.campaign.CampaignAudience;
import fr.medecinproche.campaign.CampaignHalfDays;
import fr.medecinproche.campaign.CampaignSettings;
import fr.medecinproche.campaign.CampaignStatus;
import fr.medecinproche.campaign.Campaigns;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * The calls, one call, and the rows behind each of its numbers.
 */
@Controller
class CampaignController {

	private static final int SAMPLE = 8;

	/** The numbers of a call, under their headings {@code campaign.page.<part>}. */
	private static final Map<String, List<CallGroup>> PARTS = parts();

	private final Campaigns campaigns;

	private final CampaignDirectory directory;

	private final CampaignAudience audience;

	private final CampaignHalfDays halfDays;

	private final CallWords words;

	private final CampaignSettings settings;

	CampaignController(Campaigns campaigns, CampaignDirectory directory, CampaignAudience audience,
			CampaignHalfDays halfDays, CallWords words, CampaignSettings settings) {
		this.campaigns = campaigns;
		this.directory = directory;
		this.audience = audience;
		this.halfDays = halfDays;
		this.words = words;
		this.settings = settings;
	}

	@GetMapping("/ars/appels")
	String list(@AuthenticationPrincipal SignedIn agent, @RequestParam(defaultValue = "0") int page, Model model) {
		model.addAttribute("rows", this.directory.page(agent.perimeter(), page));
		model.addAttribute("words", this.words);
		return "ars/appels";
	}

	@GetMapping("/ars/appels/{id:\\d{1,18}}")
	String show(@AuthenticationPrincipal SignedIn agent, @PathVariable long id, Model model, Locale locale) {
		var campaign = of(id, agent);
		model.addAttribute("campaign", campaign);
		model.addAttribute("period", this.words.period(campaign.getSpan(), locale));
		model.addAttribute("mail", this.words.write(campaign, new CallWords.Reader(null, null,
				campaign.getReach().hasList() ? Audience.LIST : Audience.ACTIVE, Locale.FRENCH)));
		if (campaign.getStatus() == CampaignStatus.DRAFT) {
			model.addAttribute("shares", AudienceShares.of(this.audience.shares(campaign)));
			model.addAttribute("sample", this.audience.first(campaign, agent.perimeter(), SAMPLE));
			model.addAttribute("openCount",
					this.halfDays.open(campaign.getZone().getSiren(), campaign.getSpan()).size());
			model.addAttribute("wave", this.settings.wave());
			model.addAttribute("everyMinutes", (int) this.settings.every().toMinutes());
			model.addAttribute("legalBasis", this.words.legalBasis());
			model.addAttribute("draftDays", this.settings.draftsKept().getDays());
			return "ars/appel-brouillon";
		}
		var counts = this.directory.counts(id);
		model.addAttribute("counts", counts);
		model.addAttribute("waiting", counts.get(CallGroup.WAITING));
		model.addAttribute("parts", PARTS);
		model.addAttribute("missing", this.halfDays.missing(id));
		model.addAttribute("restDays", this.settings.apart().getDays());
		model.addAttribute("resuming", this.campaigns.resuming(id).orElse(null));
		model.addAttribute("taken", this.halfDays.countTaken(id));
		model.addAttribute("openCount", this.halfDays.open(campaign.getZone().getSiren(), campaign.getSpan()).size());
		model.addAttribute("keptDays", this.words.days());
		return "ars/appel";
	}

	@GetMapping("/ars/appels/{id:\\d{1,18}}/personnes")
	String people(@AuthenticationPrincipal SignedIn agent, @PathVariable long id,
			@RequestParam(defaultValue = "WRITTEN") @Nullable CallGroup etat,
			@RequestParam(defaultValue = "0") int page, Model model) {
		var group = (etat != null) ? etat : CallGroup.WRITTEN;
		model.addAttribute("campaign", of(id, agent));
		model.addAttribute("group", group);
		model.addAttribute("rows", this.directory.people(id, group, agent.perimeter(), page));
		return "ars/appel-personnes";
	}

	@GetMapping("/ars/appels/{id:\\d{1,18}}/demi-journees")
	String halfDays(@AuthenticationPrincipal SignedIn agent, @PathVariable long id,
			@RequestParam(defaultValue = "false") boolean prises, @RequestParam(defaultValue = "0") int page,
			Model model) {
		model.addAttribute("campaign", of(id, agent));
		model.addAttribute("takenOnly", prises);
		model.addAttribute("rows", this.directory.halfDays(id, prises, page));
		return "ars/appel-demi-journees";
	}

	private static Map<String, List<CallGroup>> parts() {
		var parts = new LinkedHashMap<String, List<CallGroup>>();
		parts.put("answers",
				List.of(CallGroup.YES, CallGroup.INTERESTED, CallGroup.NOT_NOW, CallGroup.NEVER, CallGroup.NO_ANSWER));
		parts.put("people", List.of(CallGroup.WRITTEN, CallGroup.DELIVERED, CallGroup.LEAVING, CallGroup.FAILED,
				CallGroup.NOT_SENT, CallGroup.WAITING, CallGroup.LEFT_OUT));
		return parts;
	}

	private Campaign of(long id, SignedIn agent) {
		return this.campaigns.seenFrom(id, agent.perimeter())
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

}
