package fr.medecinproche.appointment.web;

import java.util.Optional;

import fr.medecinproche.territory.CommuneSearch;
import fr.medecinproche.territory.GeoPoint;
import fr.medecinproche.web.Flash;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Turns the position a patient offers into a commune, and forgets it. It comes in the
 * body of a request and goes nowhere else: not in an address, a log or a table. Both
 * numbers are read as text, since a failed conversion is logged with its value.
 */
@Controller
class PositionController {

	/** About a kilometre: enough to know the commune. */
	private static final double GRAIN = 100;

	private final CommuneSearch search;

	PositionController(CommuneSearch search) {
		this.search = search;
	}

	@PostMapping("/recherche/position")
	String find(@RequestParam(required = false) @Nullable String latitude,
			@RequestParam(required = false) @Nullable String longitude, RedirectAttributes redirect) {
		var point = point(latitude, longitude);
		var commune = point.flatMap(this.search::nearest);
		if (commune.isPresent()) {
			// as "commune" it would be read as a postal code, of which some look the same
			redirect.addAttribute("communeCode", commune.get().getInsee());
		}
		else {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash
				.error(point.isPresent() ? "appointment.position.outside" : "appointment.position.unreadable"));
		}
		return "redirect:/recherche";
	}

	private static Optional<GeoPoint> point(@Nullable String latitude, @Nullable String longitude) {
		if (latitude == null || longitude == null) {
			return Optional.empty();
		}
		try {
			return Optional.of(new GeoPoint(degrees(latitude), degrees(longitude)));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private static double degrees(String sent) {
		return Math.rint(Double.parseDouble(sent) * GRAIN) / GRAIN;
	}

}
