package fr.medecinproche.appointment.web;

import fr.medecinproche.appointment.BookingRefusedException;
import fr.medecinproche.appointment.BookingService;
import fr.medecinproche.appointment.CancelReason;
import fr.medecinproche.appointment.Canceller;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A patient cancels: one question, which they may leave.
 */
@Controller
class CancelController {

	private final OwnAppointment own;

	private final BookingService bookings;

	CancelController(OwnAppointment own, BookingService bookings) {
		this.own = own;
		this.bookings = bookings;
	}

	@GetMapping("/rendez-vous/{secret}/annulation")
	String ask(@PathVariable String secret, Model model) {
		var appointment = this.own.open(secret);
		this.own.show(secret, appointment, model);
		model.addAttribute("reasons", CancelReason.values());
		return this.own.isChangeable(appointment) ? "patient/annulation" : "patient/rendez-vous";
	}

	@PostMapping("/rendez-vous/{secret}/annulation")
	String cancel(@PathVariable String secret, @RequestParam(required = false) @Nullable CancelReason raison,
			RedirectAttributes redirect) {
		try {
			this.bookings.cancel(this.own.open(secret).getId(), Canceller.PATIENT, raison);
		}
		catch (BookingRefusedException refusal) {
			redirect.addAttribute("refus", refusal.reason());
		}
		return "redirect:/rendez-vous/{secret}";
	}

}
