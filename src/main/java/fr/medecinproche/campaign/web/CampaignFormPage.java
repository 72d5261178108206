package fr.medecinproche.campaign.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.campaign.Audience;
import fr.medecinproche.campaign.CallWords;
import fr.medecinproche.campaign.CampaignHalfDays;
import fr.medecinproche.campaign.CampaignSettings;
import fr.medecinproche.campaign.Placeholder;
import fr.medecinproche.territory.Intercommunalite;
import fr.medecinproche.territory.Intercommunalites;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;

/**
 * What the form of a call shows besides its fields: the zones, and the half-days to take.
 */
@Component
class CampaignFormPage {

	private static final int SHOWN = 12;

	private final Intercommunalites zones;

	private final CampaignHalfDays halfDays;

	private final CallWords words;

	private final CampaignSettings settings;

	private final Clock clock;

	CampaignFormPage(Intercommunalites zones, CampaignHalfDays halfDays, CallWords words, CampaignSettings settings,
			Clock clock) {
		this.zones = zones;
		this.halfDays = halfDays;
		this.words = words;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Where doctors are missing, as far as it is right.
	 * @param form what was filled in
	 * @param agent who asks
	 * @param errors where the errors go
	 * @return the zone, when the agent may see it and the period makes sense
	 */
	Optional<Intercommunalite> zone(CampaignForm form, SignedIn agent, BindingResult errors) {
		form.checkSpan(LocalDate.now(this.clock), errors);
		var zone = (form.zone() != null) ? this.zones.seenFrom(form.zone(), agent.perimeter())
				: Optional.<Intercommunalite>empty();
		if (zone.isEmpty() && !errors.hasFieldErrors("zone")) {
			errors.rejectValue("zone", "campaign.form.zone.missing");
		}
		return errors.hasFieldErrors("zone") || errors.hasFieldErrors("du") || errors.hasFieldErrors("au")
				? Optional.empty() : zone;
	}

	/**
	 * Shows the first questions: where and when.
	 * @param agent who asks
	 * @param model of the page
	 */
	void show(SignedIn agent, Model model) {
		model.addAttribute("zones", this.zones.seenFrom(agent.perimeter()));
	}

	/**
	 * Shows the form.
	 * @param form what was filled in
	 * @param zone where
	 * @param model of the page
	 * @return the form with what an agent finds in it first
	 */
	CampaignForm show(CampaignForm form, Intercommunalite zone, Model model) {
		model.addAttribute("zone", zone);
		var open = this.halfDays.open(zone.getSiren(), form.span());
		model.addAttribute("openCount", open.size());
		model.addAttribute("open", open.stream().limit(SHOWN).toList());
		model.addAttribute("sites", this.halfDays.sites(zone.getSiren()));
		model.addAttribute("audiences", Audience.values());
		model.addAttribute("placeholders", List.of(Placeholder.values()));
		model.addAttribute("keptDays", this.words.days());
		return form.startingWith(open.size(), this.settings.withinKm(), this.words.template());
	}

	int longest() {
		return this.settings.longest();
	}

}
