package fr.medecinproche.appointment.web;

import fr.medecinproche.account.Secret;
import fr.medecinproche.appointment.Appointment;
import fr.medecinproche.appointment.AppointmentAccess;
import fr.medecinproche.appointment.BookingRefusedException;
import fr.medecinproche.appointment.ProposalService;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The times held for a patient whose visit was called off.
 */
@Controller
class ProposalController {

	private final AppointmentAccess access;

	private final ProposalService proposals;

	ProposalController(AppointmentAccess access, ProposalService proposals) {
		this.access = access;
		this.proposals = proposals;
	}

	/** A second click finds the visit it booked. */
	@PostMapping("/rendez-vous/{secret}/propositions/{id}")
	String accept(@PathVariable String secret, @PathVariable long id, RedirectAttributes redirect) {
		var appointment = open(secret);
		if (appointment.getId() != id) {
			try {
				this.proposals.accept(appointment.getId(), id);
			}
			catch (BookingRefusedException refusal) {
				redirect.addAttribute("refus", refusal.reason());
			}
		}
		return "redirect:/rendez-vous/{secret}";
	}

	@DeleteMapping("/rendez-vous/{secret}/propositions")
	String decline(@PathVariable String secret) {
		this.proposals.decline(open(secret).getId());
		return "redirect:/rendez-vous/{secret}";
	}

	private Appointment open(String secret) {
		return this.access.open(Secret.of(secret)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

}
