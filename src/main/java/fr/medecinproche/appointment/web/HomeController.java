package fr.medecinproche.appointment.web;

import fr.medecinproche.appointment.AvailabilityService;
import fr.medecinproche.appointment.VisitKind;
import fr.medecinproche.territory.Intercommunalites;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The front door: where do you live?
 */
@Controller
class HomeController {

	private static final int SHOWN = 3;

	private final Intercommunalites zones;

	private final AvailabilityService availability;

	HomeController(Intercommunalites zones, AvailabilityService availability) {
		this.zones = zones;
		this.availability = availability;
	}

	@GetMapping("/")
	String home(Model model) {
		model.addAttribute("form", SearchForm.empty());
		model.addAttribute("figures", this.zones.regionFigures());
		model.addAttribute("soonest", this.availability.soonest(VisitKind.CONSULTATION, SHOWN));
		return "patient/accueil";
	}

}
