package fr.medecinproche.appointment.web;

import fr.medecinproche.account.SignedIn;
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
 * The doctor notes who came; the people of the site see it, and the other way round.
 */
@Controller
class AttendanceController {

	private final OwnHalfDays own;

	private final AttendanceService attendance;

	AttendanceController(OwnHalfDays own, AttendanceService attendance) {
		this.own = own;
		this.attendance = attendance;
	}

	@PostMapping("/medecin/rendez-vous/{id:\\d+}/presence")
	String mark(@AuthenticationPrincipal SignedIn me, @PathVariable long id, @RequestParam Attendance presence,
			@RequestParam @Nullable AppointmentStatus vu, RedirectAttributes redirect) {
		var visit = this.own.visit(me, id);
		return toSheet(visit.getSlot().getId(), id, redirect,
				() -> this.attendance.mark(id, presence, vu, Marker.VOLUNTEER));
	}

	@DeleteMapping("/medecin/rendez-vous/{id:\\d+}/presence")
	String unmark(@AuthenticationPrincipal SignedIn me, @PathVariable long id, RedirectAttributes redirect) {
		var visit = this.own.visit(me, id);
		return toSheet(visit.getSlot().getId(), id, redirect, () -> this.attendance.unmark(id));
	}

	@PostMapping("/medecin/agenda/{id:\\d+}/presences")
	String markRemaining(@AuthenticationPrincipal SignedIn me, @PathVariable long id, RedirectAttributes redirect) {
		var slot = this.own.of(me, id);
		try {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("appointment.attendance.remaining.done",
					this.attendance.markRemaining(slot.getId(), Marker.VOLUNTEER)));
		}
		catch (BookingRefusedException refusal) {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error(refusal));
		}
		return "redirect:/medecin/agenda/" + id;
	}

	private static String toSheet(long slotId, long visitId, RedirectAttributes redirect, Runnable act) {
		try {
			act.run();
			return "redirect:/medecin/agenda/" + slotId + "#visite-" + visitId;
		}
		catch (BookingRefusedException refusal) {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error(refusal));
			return "redirect:/medecin/agenda/" + slotId;
		}
	}

}
