package fr.medecinproche.volunteer.web;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.volunteer.FileSteps;
import fr.medecinproche.volunteer.Volunteers;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;

/**
 * A doctor's own file.
 */
@Controller
class OwnFileController {

	private final Volunteers volunteers;

	private final FileSteps steps;

	OwnFileController(Volunteers volunteers, FileSteps steps) {
		this.volunteers = volunteers;
		this.steps = steps;
	}

	@GetMapping("/medecin/dossier")
	String show(@AuthenticationPrincipal SignedIn me, Model model) {
		var volunteer = this.volunteers.findByAccount(me.accountId())
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		model.addAttribute("volunteer", volunteer);
		model.addAttribute("steps", this.steps.of(volunteer.getId()));
		return "medecin/dossier";
	}

}
