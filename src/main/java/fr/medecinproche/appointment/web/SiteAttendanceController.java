package fr.medecinproche.appointment.web;

import java.time.Clock;
import java.time.LocalDate;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.appointment.Appointment;
import fr.medecinproche.appointment.AppointmentStatus;
import fr.medecinproche.appointment.Attendance;
import fr.medecinproche.appointment.AttendanceService;
import fr.medecinproche.appointment.BookingRefusedException;
import fr.medecinproche.appointment.Marker;
import fr.medecinproche.web.Flash;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The host notes who arrived, who came and who did not.
 */
@Controller
class SiteAttendanceController {

	private final OwnSite own;

	private final AttendanceService attendance;

	private final Clock clock;

	SiteAttendanceController(OwnSite own, AttendanceService attendance, Clock clock) {
		this.own = own;
		this.attendance = attendance;
		this.clock = clock;
	}

	/** A second click changes nothing. */
	@PostMapping("/lieu/rendez-vous/{id:\\d+}/arrivee")
	String checkIn(@AuthenticationPrincipal SignedIn host, @PathVariable long id, RedirectAttributes redirect) {
		var appointment = this.own.appointment(id, host);
		return note(appointment, redirect, Flash.success("phone.arrival.noted", name(appointment)), () -> {
			if (!appointment.getDay().equals(LocalDate.now(this.clock))) {
				throw new BookingRefusedException(BookingRefusedException.Reason.NOT_BOOKED);
			}
			this.attendance.checkIn(id);
		});
	}

	@PostMapping("/lieu/rendez-vous/{id:\\d+}/presence")
	String mark(@AuthenticationPrincipal SignedIn host, @PathVariable long id, @RequestParam Attendance presence,
			@RequestParam @Nullable AppointmentStatus vu, RedirectAttributes redirect) {
		var appointment = this.own.appointment(id, host);
		return note(appointment, redirect, Flash.success("appointment.attendance.noted." + presence, name(appointment)),
				() -> this.attendance.mark(id, presence, vu, Marker.HOST));
	}

	@DeleteMapping("/lieu/rendez-vous/{id:\\d+}/presence")
	String unmark(@AuthenticationPrincipal SignedIn host, @PathVariable long id, RedirectAttributes redirect) {
		var appointment = this.own.appointment(id, host);
		return note(appointment, redirect, Flash.success("appointment.attendance.takenBack", name(appointment)),
				() -> this.attendance.unmark(id));
	}

	@PostMapping("/lieu/demi-journees/{id:\\d+}/presences")
	String markRemaining(@AuthenticationPrincipal SignedIn host, @PathVariable long id, RedirectAttributes redirect) {
		var slot = this.own.halfDay(id, host);
		try {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("appointment.attendance.remaining.done",
					this.attendance.markRemaining(slot.getId(), Marker.HOST)));
		}
		catch (BookingRefusedException refusal) {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error(refusal));
		}
		redirect.addAttribute("jour", slot.getHalfDay().day());
		return "redirect:/lieu";
	}

	private static String note(Appointment appointment, RedirectAttributes redirect, Flash said, Runnable act) {
		try {
			act.run();
			redirect.addFlashAttribute(Flash.ATTRIBUTE, said);
		}
		catch (BookingRefusedException refusal) {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error(refusal));
		}
		redirect.addAttribute("jour", appointment.getDay());
		return "redirect:/lieu";
	}

	private static String name(Appointment appointment) {
		var patient = appointment.getPatient();
		return (patient != null) ? patient.fullName() : "";
	}

}
