package fr.medecinproche.matching.web;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.territory.Commune;
import fr.medecinproche.territory.CommuneField;
import fr.medecinproche.territory.GeoPoint;
import fr.medecinproche.territory.Intercommunalites;
import fr.medecinproche.volunteer.SpokenLanguage;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Who could come: volunteers around a zone or a commune.
 */
@Controller
class NearbyVolunteersController {

	private final NearbyVolunteers volunteers;

	private final Intercommunalites zones;

	private final CommuneField communes;

	private final Clock clock;

	NearbyVolunteersController(NearbyVolunteers volunteers, Intercommunalites zones, CommuneField communes,
			Clock clock) {
		this.volunteers = volunteers;
		this.zones = zones;
		this.communes = communes;
		this.clock = clock;
	}

	/** As other pages lead there. */
	@GetMapping(path = "/ars/medecins", params = "zone")
	String ofZone(@RequestParam String zone, @RequestParam(defaultValue = "") String rayon,
			RedirectAttributes redirect) {
		redirect.addAttribute("zone", zone);
		redirect.addAttribute("rayon", rayon);
		return "redirect:/ars/medecins/proches";
	}

	@GetMapping("/ars/medecins/proches")
	String show(@AuthenticationPrincipal SignedIn agent, @ModelAttribute("filter") NearbyFilter filter,
			BindingResult errors, @RequestParam(defaultValue = "0") int page, Model model) {
		var places = filter.isAsked() ? places(filter, agent, errors, model) : List.<GeoPoint>of();
		if (!places.isEmpty()) {
			model.addAttribute("rows", this.volunteers.around(places, filter, agent.perimeter(), page));
		}
		model.addAttribute("zones", this.zones.seenFrom(agent.perimeter()));
		model.addAttribute("radii", NearbyFilter.RADII);
		model.addAttribute("weekdays", EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.SATURDAY));
		model.addAttribute("spoken", SpokenLanguage.values());
		model.addAttribute("month", YearMonth.now(this.clock));
		return "ars/medecins-proches";
	}

	private List<GeoPoint> places(NearbyFilter filter, SignedIn agent, BindingResult errors, Model model) {
		if (filter.isOfZone()) {
			var zone = this.zones.seenFrom(String.valueOf(filter.zone()), agent.perimeter())
				.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
			model.addAttribute("zone", zone);
			return this.volunteers.placesOf(zone.getSiren());
		}
		var commune = this.communes.read("commune", filter.commune(), filter.communeCode(), errors, model);
		commune.ifPresent((found) -> model.addAttribute("place", found));
		return commune.map(Commune::getPosition).map(List::of).orElse(List.of());
	}

}
