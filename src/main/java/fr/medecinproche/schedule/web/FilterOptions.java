package fr.medecinproche.schedule.web;

import java.time.DayOfWeek;
import java.util.EnumSet;

import fr.medecinproche.site.ConsultationSites;
import fr.medecinproche.territory.Intercommunalites;
import fr.medecinproche.volunteer.Availability;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * What the half-days to take may be narrowed by.
 */
@Component
class FilterOptions {

	private final Intercommunalites zones;

	private final ConsultationSites sites;

	FilterOptions(Intercommunalites zones, ConsultationSites sites) {
		this.zones = zones;
		this.sites = sites;
	}

	void addTo(Model model) {
		model.addAttribute("zones", this.zones.seenFrom(null));
		model.addAttribute("software", this.sites.softwareInUse());
		model.addAttribute("distances", Availability.DISTANCES);
		model.addAttribute("weekdays", EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.SATURDAY));
		model.addAttribute("boxes", HalfDayFilter.BOXES);
	}

}
