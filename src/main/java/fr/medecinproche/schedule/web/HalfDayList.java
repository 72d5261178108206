package fr.medecinproche.schedule.web;

import java.util.LinkedHashMap;
import java.util.stream.Collectors;

import fr.medecinproche.schedule.HalfDayWish;
import fr.medecinproche.schedule.Needs;
import fr.medecinproche.schedule.OfferedDay;
import fr.medecinproche.schedule.OpenHalfDays;
import fr.medecinproche.volunteer.Volunteer;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * The half-days to take, one after another, with all there is to say of them.
 */
@Component
class HalfDayList {

	private static final int PAGE_SIZE = 20;

	private final OpenHalfDays openHalfDays;

	private final Needs needs;

	HalfDayList(OpenHalfDays openHalfDays, Needs needs) {
		this.openHalfDays = openHalfDays;
		this.needs = needs;
	}

	void addTo(Model model, Volunteer volunteer, HalfDayWish wish, int pageNumber) {
		var page = this.openHalfDays.in(volunteer, wish, pageNumber, PAGE_SIZE);
		model.addAttribute("day", wish.day());
		model.addAttribute("offers", page);
		model.addAttribute("needs", this.needs.of(page.getContent()));
		model.addAttribute("days",
				page.stream().collect(Collectors.groupingBy(OfferedDay::day, LinkedHashMap::new, Collectors.toList())));
	}

}
