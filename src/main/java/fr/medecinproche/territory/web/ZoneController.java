package fr.medecinproche.territory.web;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.territory.Communes;
import fr.medecinproche.territory.Intercommunalites;
import fr.medecinproche.territory.zoning.ZonePeriods;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/**
 * A zone of today, of the past or to come as the agency sees it. An agent asks only for
 * zones that touch the perimeter; any other zone does not exist for that agent.
 */
@Controller
class ZoneController {

	private final Intercommunalites zones;

	private final Communes communes;

	private final ZoneDirectory directory;

	private final RegionMaps maps;

	private final NeedSight need;

	private final ZonePeriods periods;

	ZoneController(Intercommunalites zones, Communes communes, ZoneDirectory directory, RegionMaps maps, NeedSight need,
			ZonePeriods periods) {
		this.zones = zones;
		this.communes = communes;
		this.directory = directory;
		this.maps = maps;
		this.need = need;
		this.periods = periods;
	}

	@GetMapping("/ars/zones/{siren}")
	String show(@AuthenticationPrincipal SignedIn agent, @PathVariable String siren, Model model) {
		var zone = this.zones.known(siren, agent.perimeter())
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		model.addAttribute("zone", zone);
		model.addAttribute("departements", zone.getDepartements());
		model.addAttribute("perimeter", agent.perimeter());
		model.addAttribute("figures", this.directory.figures(siren));
		model.addAttribute("waiting", this.directory.waiting(siren));
		model.addAttribute("communes", this.communes.inZone(siren));
		model.addAttribute("sites", this.directory.sites(siren));
		model.addAttribute("map", this.maps.of(siren).orElse(null));
		model.addAttribute("score", this.need.index(agent.perimeter()).of(siren));
		model.addAttribute("scope", this.need.name(agent.perimeter()));
		model.addAttribute("periods", this.periods.of(siren));
		model.addAttribute("decides", zone.getDepartement().isWithin(agent.perimeter()));
		model.addAttribute("standing", this.periods.standing(siren).orElse(null));
		return "ars/zone";
	}

}
