package fr.medecinproche.appointment.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.appointment.Appointment;
import fr.medecinproche.appointment.Appointments;
import fr.medecinproche.appointment.AttendanceService;
import fr.medecinproche.appointment.Continuations;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.schedule.HalfDaySlots;
import fr.medecinproche.schedule.SlotStatus;
import fr.medecinproche.site.ConsultationSite;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The host's day: who comes, who has arrived, who did not come.
 */
@Controller
class SiteDayController {

	/** How many coming days the switch shows. */
	private static final int DAYS = 4;

	private static final int HORIZON_WEEKS = 9;

	private final OwnSite own;

	private final HalfDaySlots slots;

	private final Appointments appointments;

	private final AttendanceService attendance;

	private final Continuations continuations;

	private final Clock clock;

	SiteDayController(OwnSite own, HalfDaySlots slots, Appointments appointments, AttendanceService attendance,
			Continuations continuations, Clock clock) {
		this.own = own;
		this.slots = slots;
		this.appointments = appointments;
		this.attendance = attendance;
		this.continuations = continuations;
		this.clock = clock;
	}

	@GetMapping("/lieu")
	String day(@AuthenticationPrincipal SignedIn host, @RequestParam @Nullable LocalDate jour, Model model) {
		var site = this.own.of(host);
		var today = LocalDate.now(this.clock);
		var day = (jour != null) ? jour : today;
		var onTheDay = withDoctor(site, day, day.plusDays(1));
		var visits = onTheDay.isEmpty() ? List.<Appointment>of()
				: this.appointments.dayList(onTheDay.stream().map(HalfDaySlot::getId).toList());
		model.addAttribute("site", site);
		model.addAttribute("today", today);
		model.addAttribute("now", this.clock.instant());
		model.addAttribute("shown", SiteDay.of(day, onTheDay, visits, this.clock.instant(), this.attendance::isOpen));
		model.addAttribute("days", comingDays(site, today));
		model.addAttribute("remaining", this.continuations.remainingAt(site.getId()));
		return "lieu/jour";
	}

	private List<LocalDate> comingDays(ConsultationSite site, LocalDate today) {
		return withDoctor(site, today.plusDays(1), today.plusWeeks(HORIZON_WEEKS)).stream()
			.map((slot) -> slot.getHalfDay().day())
			.distinct()
			.limit(DAYS)
			.toList();
	}

	private List<HalfDaySlot> withDoctor(ConsultationSite site, LocalDate from, LocalDate until) {
		return this.slots.at(site.getId(), from, until)
			.stream()
			.filter((slot) -> slot.getStatus() == SlotStatus.TAKEN)
			.toList();
	}

}
