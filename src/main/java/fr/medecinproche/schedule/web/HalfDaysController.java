package fr.medecinproche.schedule.web;

import java.time.Clock;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.schedule.OfferedDay;
import fr.medecinproche.schedule.OpenHalfDays;
import fr.medecinproche.schedule.SchedulingService;
import fr.medecinproche.territory.Intercommunalites;
import fr.medecinproche.volunteer.Volunteer;
import fr.medecinproche.volunteer.Volunteers;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.server.ResponseStatusException;

/**
 * The half-days a doctor may take.
 */
@Controller
class HalfDaysController {

	private static final int PAGE_SIZE = 20;

	private final Volunteers volunteers;

	private final OpenHalfDays halfDays;

	private final SchedulingService scheduling;

	private final Intercommunalites zones;

	private final Clock clock;

	HalfDaysController(Volunteers volunteers, OpenHalfDays halfDays, SchedulingService scheduling,
			Intercommunalites zones, Clock clock) {
		this.volunteers = volunteers;
		this.halfDays = halfDays;
		this.scheduling = scheduling;
		this.zones = zones;
		this.clock = clock;
	}

	@GetMapping("/medecin/demi-journees")
	String list(@AuthenticationPrincipal SignedIn me, @ModelAttribute("filter") HalfDayFilter filter, Model model) {
		var volunteer = this.volunteers.findByAccount(me.accountId())
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		if (!volunteer.isActive()) {
			return "redirect:/medecin";
		}
		show(volunteer, filter, model);
		return "medecin/demi-journees";
	}

	private void show(Volunteer volunteer, HalfDayFilter filter, Model model) {
		var shown = filter.shownMonth(YearMonth.now(this.clock));
		var page = this.halfDays.in(volunteer, shown.month(), filter.wantedZone(), filter.withinKm(),
				filter.pageNumber(), PAGE_SIZE);
		model.addAttribute("volunteer", volunteer);
		model.addAttribute("shown", shown);
		model.addAttribute("left", this.scheduling.cap(volunteer.getId(), shown.month()).left());
		model.addAttribute("zones", this.zones.seenFrom(null));
		model.addAttribute("distances", HalfDayFilter.DISTANCES);
		model.addAttribute("offers", page);
		model.addAttribute("days",
				page.stream().collect(Collectors.groupingBy(OfferedDay::day, LinkedHashMap::new, Collectors.toList())));
	}

}
