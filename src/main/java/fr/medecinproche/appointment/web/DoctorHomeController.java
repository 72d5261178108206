package fr.medecinproche.appointment.web;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.schedule.MonthlyCap;
import fr.medecinproche.schedule.SchedulingService;
import fr.medecinproche.schedule.Suggestions;
import fr.medecinproche.volunteer.Volunteer;
import fr.medecinproche.volunteer.Volunteers;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Where a doctor starts: what comes next. As long as the file is not active, that is the
 * file.
 */
@Controller
class DoctorHomeController {

	private static final int PROPOSALS = 3;

	private final Volunteers volunteers;

	private final SchedulingService scheduling;

	private final Suggestions suggestions;

	private final ComingHalfDay coming;

	private final DoctorNoticeBoard notices;

	private final Clock clock;

	DoctorHomeController(Volunteers volunteers, SchedulingService scheduling, Suggestions suggestions,
			ComingHalfDay coming, DoctorNoticeBoard notices, Clock clock) {
		this.volunteers = volunteers;
		this.scheduling = scheduling;
		this.suggestions = suggestions;
		this.coming = coming;
		this.notices = notices;
		this.clock = clock;
	}

	@GetMapping("/medecin")
	String home(@AuthenticationPrincipal SignedIn me, Model model) {
		var volunteer = this.volunteers.signedIn(me);
		if (!volunteer.isActive()) {
			return "redirect:/medecin/dossier";
		}
		model.addAttribute("volunteer", volunteer);
		model.addAttribute("notices", this.notices.of(volunteer));
		var thisMonth = YearMonth.now(this.clock);
		var caps = Stream.of(thisMonth, thisMonth.plusMonths(1))
			.map((month) -> this.scheduling.cap(volunteer.getId(), month))
			.toList();
		model.addAttribute("caps", caps);
		this.coming.addTo(model, volunteer);
		addProposals(volunteer, caps, model);
		return "medecin/accueil";
	}

	private void addProposals(Volunteer volunteer, List<MonthlyCap> caps, Model model) {
		var months = caps.stream().filter((cap) -> cap.left() > 0).map(MonthlyCap::month).toList();
		model.addAttribute("proposals", this.suggestions.forDoctor(volunteer, months, PROPOSALS));
	}

}
