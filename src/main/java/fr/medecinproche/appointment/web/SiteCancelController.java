package fr.medecinproche.appointment.web;

import java.time.Clock;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.appointment.Appointment;
import fr.medecinproche.appointment.BookingRefusedException;
import fr.medecinproche.appointment.BookingService;
import fr.medecinproche.appointment.Canceller;
import fr.medecinproche.web.Flash;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The host calls a visit off, for its patient or for the site.
 */
@Controller
class SiteCancelController {

	private final OwnSite own;

	private final BookingService bookings;

	private final Clock clock;

	SiteCancelController(OwnSite own, BookingService bookings, Clock clock) {
		this.own = own;
		this.bookings = bookings;
		this.clock = clock;
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
