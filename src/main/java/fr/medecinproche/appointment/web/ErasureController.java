package fr.medecinproche.appointment.web;

import fr.medecinproche.appointment.BookingRefusedException;
import fr.medecinproche.appointment.PatientDataService;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A patient wants to be forgotten: asked once, done at once.
 */
@Controller
class ErasureController {

	private final OwnAppointment own;

	private final PatientDataService data;

	ErasureController(OwnAppointment own, PatientDataService data) {
		this.own = own;
		this.data = data;
	}

	@GetMapping("/rendez-vous/{secret}/mes-donnees/effacement")
	String ask(@PathVariable String secret, Model model) {
		this.own.show(secret, this.own.open(secret), model);
		return "patient/effacement";
	}

	@DeleteMapping("/rendez-vous/{secret}/mes-donnees")
	String erase(@PathVariable String secret, RedirectAttributes redirect) {
		try {
			this.data.erase(this.own.open(secret).getId());
			return "redirect:/rendez-vous/donnees-effacees";
		}
		catch (BookingRefusedException refusal) {
			redirect.addAttribute("refus", refusal.reason());
			return "redirect:/rendez-vous/{secret}";
		}
	}

	@GetMapping("/rendez-vous/donnees-effacees")
	String erased() {
		return "patient/efface";
	}

}
