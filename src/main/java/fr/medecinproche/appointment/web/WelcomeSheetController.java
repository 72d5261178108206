package fr.medecinproche.appointment.web;

import java.util.Locale;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.site.WelcomePaper;

import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The welcome sheet of a site, for the doctor who has a half-day there; for anybody else
 * there is none.
 */
@Controller
class WelcomeSheetController {

	private final OwnHalfDays own;

	private final WelcomePaper paper;

	WelcomeSheetController(OwnHalfDays own, WelcomePaper paper) {
		this.own = own;
		this.paper = paper;
	}

	@GetMapping("/medecin/agenda/{id:\\d+}/accueil")
	String read(@AuthenticationPrincipal SignedIn me, @PathVariable long id, Model model) {
		var slot = this.own.of(me, id);
		model.addAttribute("slot", slot);
		model.addAttribute("welcome", this.paper.words(slot.getSite().getId()));
		return "medecin/accueil-lieu";
	}

	@GetMapping("/medecin/agenda/{id:\\d+}/accueil.pdf")
	ResponseEntity<byte[]> print(@AuthenticationPrincipal SignedIn me, @PathVariable long id, Locale locale) {
		var slot = this.own.of(me, id);
		return this.paper.print(slot.getSite(), slot.getPlace(), locale);
	}

}
