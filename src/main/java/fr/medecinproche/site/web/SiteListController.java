package fr.medecinproche.site.web;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.site.SiteStatus;
import fr.medecinproche.territory.Departements;
import fr.medecinproche.territory.Intercommunalites;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The sites an agent may see.
 */
@Controller
class SiteListController {

	private final SiteDirectory directory;

	private final Departements departements;

	private final Intercommunalites zones;

	SiteListController(SiteDirectory directory, Departements departements, Intercommunalites zones) {
		this.directory = directory;
		this.departements = departements;
		this.zones = zones;
	}

	@GetMapping("/ars/lieux")
	String list(@AuthenticationPrincipal SignedIn agent, @ModelAttribute("filter") SiteFilter filter,
			@RequestParam(defaultValue = "0") int page, Model model) {
		model.addAttribute("rows", this.directory.page(filter, agent.perimeter(), page));
		model.addAttribute("perimeter", agent.perimeter());
		model.addAttribute("departements", this.departements.within(agent.perimeter()));
		model.addAttribute("zones", this.zones.seenFrom(agent.perimeter()));
		model.addAttribute("statuses", SiteStatus.values());
		return "ars/lieux";
	}

}
