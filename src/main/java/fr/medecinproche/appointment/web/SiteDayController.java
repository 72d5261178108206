package fr.medecinproche.appointment.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.appointment.Appointment;
import fr.medecinproche.appointment.Appointments;
import fr.medecinproche.appointment.BookingRefusedException;
import fr.medecinproche.appointment.BookingService;
import fr.medecinproche.appointment.Canceller;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.schedule.HalfDaySlots;
import fr.medecinproche.schedule.SlotStatus;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.web.Flash;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The host's day: who comes, who has arrived, who calls off.
 */
@Controller
class SiteDayController {

	/** How many coming days the switch shows. */
	private static final int DAYS = 4;

	private static final int HORIZON_WEEKS = 9;

	private final OwnSite own;

	private final HalfDaySlots slots;

	private final Appointments appointments;

	private final BookingService bookings;

	private final Clock clock;

	SiteDayController(OwnSite own, HalfDaySlots slots, Appointments appointments, BookingService bookings,
			Clock clock) {
		this.own = own;
		this.slots = slots;
		this.appointments = appointments;
		this.bookings = bookings;
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
		model.addAttribute("shown", SiteDay.of(day, onTheDay, visits, this.clock.instant()));
		model.addAttribute("days", comingDays(site, today));
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

	/** A second click changes nothing. */
	@PostMapping("/lieu/rendez-vous/{id}/arrivee")
	String checkIn(@AuthenticationPrincipal SignedIn host, @PathVariable long id, RedirectAttributes redirect) {
		var appointment = this.own.appointment(id, host);
		try {
			if (!appointment.getDay().equals(LocalDate.now(this.clock))) {
				throw new BookingRefusedException(BookingRefusedException.Reason.NOT_BOOKED);
			}
			if (appointment.getCheckedInAt() == null) {
				this.bookings.checkIn(id);
			}
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("phone.arrival.noted", name(appointment)));
		}
		catch (BookingRefusedException refusal) {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error(refusal.getCodes()[0]));
		}
		return toDay(appointment, redirect);
	}

	@GetMapping("/lieu/rendez-vous/{id}/annulation")
	String askToCancel(@AuthenticationPrincipal SignedIn host, @PathVariable long id, Model model) {
		var appointment = this.own.appointment(id, host);
		model.addAttribute("appointment", appointment);
		model.addAttribute("cancellable", appointment.isCancellableAt(this.clock.instant()));
		return "lieu/annulation";
	}

	@DeleteMapping("/lieu/rendez-vous/{id}")
	String cancel(@AuthenticationPrincipal SignedIn host, @PathVariable long id,
			@RequestParam(defaultValue = "false") boolean parLeLieu, RedirectAttributes redirect) {
		var appointment = this.own.appointment(id, host);
		try {
			if (parLeLieu) {
				this.bookings.cancel(id, Canceller.HOST);
			}
			else {
				this.bookings.cancelForCaller(id);
			}
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("phone.cancel.done", name(appointment)));
		}
		catch (BookingRefusedException refusal) {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error(refusal.getCodes()[0]));
		}
		return toDay(appointment, redirect);
	}

	private static String toDay(Appointment appointment, RedirectAttributes redirect) {
		redirect.addAttribute("jour", appointment.getDay());
		return "redirect:/lieu";
	}

	private static String name(Appointment appointment) {
		var patient = appointment.getPatient();
		return (patient != null) ? patient.fullName() : "";
	}

}
