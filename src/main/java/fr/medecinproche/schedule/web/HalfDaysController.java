package fr.medecinproche.schedule.web;

import java.time.Clock;
import java.time.YearMonth;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.schedule.SchedulingService;
import fr.medecinproche.volunteer.Volunteer;
import fr.medecinproche.volunteer.Volunteers;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * The half-days a doctor may take, in a list or in a calendar of the month.
 */
@Controller
class HalfDaysController {

	private final Volunteers volunteers;

	private final HalfDayList list;

	private final HalfDayCalendar calendar;

	private final FilterOptions options;

	private final SchedulingService scheduling;

	private final Clock clock;

	HalfDaysController(Volunteers volunteers, HalfDayList list, HalfDayCalendar calendar, FilterOptions options,
			SchedulingService scheduling, Clock clock) {
		this.volunteers = volunteers;
		this.list = list;
		this.calendar = calendar;
		this.options = options;
		this.scheduling = scheduling;
		this.clock = clock;
	}

	@GetMapping(HalfDayFilter.PATH)
	String show(@AuthenticationPrincipal SignedIn me, @ModelAttribute("filter") HalfDayFilter asked, Model model) {
		var volunteer = this.volunteers.signedIn(me);
		if (!volunteer.isActive()) {
			return "redirect:/medecin";
		}
		show(volunteer, asked.orUsual(volunteer.getAvailability()), model);
		return "medecin/demi-journees";
	}

	private void show(Volunteer volunteer, HalfDayFilter filter, Model model) {
		var shown = filter.shownMonth(YearMonth.now(this.clock));
		model.addAttribute("volunteer", volunteer);
		model.addAttribute("filter", filter);
		model.addAttribute("shown", shown);
		model.addAttribute("left", this.scheduling.cap(volunteer.getId(), shown.month()).left());
		this.options.addTo(model);
		if (filter.isCalendar()) {
			this.calendar.addTo(model, volunteer, filter.wish(shown.month()));
		}
		else {
			this.list.addTo(model, volunteer, filter.wish(shown.month()), filter.pageNumber());
		}
	}

}
