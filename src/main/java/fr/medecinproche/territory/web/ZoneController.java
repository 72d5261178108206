package fr.medecinproche.territory.web;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.territory.Communes;
import fr.medecinproche.territory.Departements;
import fr.medecinproche.territory.Intercommunalites;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * The priority zones as the agency sees them. An agent of a department asks only for the
 * zones that touch it; any other zone does not exist for that agent.
 */
@Controller
class ZoneController {

	private final Intercommunalites zones;

	private final Communes communes;

	private final Departements departements;

	private final ZoneDirectory directory;

	private final RegionMaps maps;

	ZoneController(Intercommunalites zones, Communes communes, Departements departements, ZoneDirectory directory,
			RegionMaps maps) {
		this.zones = zones;
		this.communes = communes;
		this.departements = departements;
		this.directory = directory;
		this.maps = maps;
	}

	@GetMapping("/ars/zones")
	String list(@AuthenticationPrincipal SignedIn agent, @ModelAttribute("filter") ZoneFilter filter,
			@RequestParam(defaultValue = "0") int page, Model model) {
		var totals = this.directory.totals(filter, agent.perimeter());
		model.addAttribute("totals", totals);
		model.addAttribute("rows", this.directory.page(filter, agent.perimeter(), page, totals));
		model.addAttribute("departements", this.departements.within(agent.perimeter()));
		model.addAttribute("perimeter", agent.perimeter());
		model.addAttribute("map", this.maps.seenFrom(agent.perimeter()));
		return "ars/zones";
	}

	@GetMapping("/ars/zones/{siren}")
	String show(@AuthenticationPrincipal SignedIn agent, @PathVariable String siren, Model model) {
		var zone = this.zones.seenFrom(siren, agent.perimeter())
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		model.addAttribute("zone", zone);
		model.addAttribute("departements", zone.getDepartements());
		model.addAttribute("perimeter", agent.perimeter());
		model.addAttribute("figures", this.directory.figures(siren));
		model.addAttribute("waiting", this.directory.waiting(siren));
		model.addAttribute("communes", this.communes.inZone(siren));
		model.addAttribute("sites", this.directory.sites(siren));
		model.addAttribute("map", this.maps.of(siren));
		return "ars/zone";
	}

}
