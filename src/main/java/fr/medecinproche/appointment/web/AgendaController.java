package fr.medecinproche.appointment.web;

import java.time.Clock;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.appointment.Appointments;
import fr.medecinproche.schedule.HalfDaySlots;
import fr.medecinproche.schedule.SchedulingService;
import fr.medecinproche.schedule.ShownMonth;
import fr.medecinproche.volunteer.Volunteer;
import fr.medecinproche.volunteer.Volunteers;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A doctor's own half-days and who comes to them. Anybody else's half-day is not found.
 */
@Controller
class AgendaController {

	private static final int MONTHS_BACK = 24;

	private final Volunteers volunteers;

	private final HalfDaySlots slots;

	private final SchedulingService scheduling;

	private final Appointments appointments;

	private final Clock clock;

	AgendaController(Volunteers volunteers, HalfDaySlots slots, SchedulingService scheduling, Appointments appointments,
			Clock clock) {
		this.volunteers = volunteers;
		this.slots = slots;
		this.scheduling = scheduling;
		this.appointments = appointments;
		this.clock = clock;
	}

	@GetMapping("/medecin/agenda")
	String month(@AuthenticationPrincipal SignedIn me, @RequestParam(required = false) @Nullable String mois,
			Model model) {
		var volunteer = volunteerOf(me);
		var shown = ShownMonth.of(mois, YearMonth.now(this.clock), MONTHS_BACK);
		var mine = this.slots.of(volunteer.getId(), shown.month().atDay(1), shown.month().plusMonths(1).atDay(1));
		model.addAttribute("volunteer", volunteer);
		model.addAttribute("shown", shown);
		model.addAttribute("left", this.scheduling.cap(volunteer.getId(), shown.month()).left());
		model.addAttribute("patients", PatientCounts.of(this.appointments, mine));
		model.addAttribute("days", mine.stream()
			.collect(
					Collectors.groupingBy((slot) -> slot.getHalfDay().day(), LinkedHashMap::new, Collectors.toList())));
		model.addAttribute("clock", this.clock);
		return "medecin/agenda";
	}

	private Volunteer volunteerOf(SignedIn me) {
		return this.volunteers.signedIn(me);
	}

}
