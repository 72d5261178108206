package fr.medecinproche.territory.web;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.territory.Departement;
import fr.medecinproche.territory.Departements;
import fr.medecinproche.territory.Intercommunalites;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/**
 * The portrait the agency printed of each department, beside the others of its region.
 */
@Controller
class DepartementController {

	private final Departements departements;

	private final Intercommunalites zones;

	private final Indicators indicators;

	private final DepartementCharts charts;

	DepartementController(Departements departements, Intercommunalites zones, Indicators indicators,
			DepartementCharts charts) {
		this.departements = departements;
		this.zones = zones;
		this.indicators = indicators;
		this.charts = charts;
	}

	@GetMapping("/ars/departements/{code}")
	String show(@AuthenticationPrincipal SignedIn agent, @PathVariable String code, Model model) {
		var departement = this.departements.findById(code)
			.filter(Departement::isInRegion)
			.filter((found) -> found.isWithin(agent.perimeter()))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		model.addAttribute("departement", departement);
		model.addAttribute("zones", this.zones.seenFrom(code));
		model.addAttribute("indicators", this.indicators.of(code));
		model.addAttribute("charts", this.charts.of(departement));
		return "ars/departement";
	}

}
