package fr.medecinproche.volunteer.web;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.territory.CommuneField;
import fr.medecinproche.volunteer.DetailsService;
import fr.medecinproche.volunteer.FileRefusedException;
import fr.medecinproche.volunteer.Practice;
import fr.medecinproche.volunteer.Secteur;
import fr.medecinproche.volunteer.Volunteers;
import fr.medecinproche.web.Flash;
import jakarta.validation.Valid;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A doctor checks what the agency knows of them, and puts it right.
 */
@Controller
@RequestMapping("/medecin/dossier/coordonnees")
class DetailsController {

	private static final String FILE = "redirect:/medecin/dossier";

	private final Volunteers volunteers;

	private final DetailsService service;

	private final CommuneField communes;

	DetailsController(Volunteers volunteers, DetailsService service, CommuneField communes) {
		this.volunteers = volunteers;
		this.service = service;
		this.communes = communes;
	}

	@GetMapping
	String ask(@AuthenticationPrincipal SignedIn me, Model model) {
		var volunteer = this.volunteers.signedIn(me);
		if (!this.service.mayCorrect(volunteer)) {
			return FILE;
		}
		model.addAttribute("form", DetailsForm.of(volunteer));
		return show(model);
	}

	@PostMapping
	String correct(@AuthenticationPrincipal SignedIn me, @Valid @ModelAttribute("form") DetailsForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		form.check(errors);
		var commune = this.communes.read("commune", form.commune(), form.communeCode(), errors, model);
		if (errors.hasErrors() || commune.isEmpty()) {
			return show(model);
		}
		try {
			this.service.correct(this.volunteers.signedIn(me).getId(), form.toApplication(commune.get()));
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("volunteer.details.saved"));
			return FILE;
		}
		catch (FileRefusedException refusal) {
			if (refusal.reason() == FileRefusedException.Reason.RPPS_FIXED) {
				errors.rejectValue("rpps", refusal.getCodes()[0]);
				return show(model);
			}
			if (refusal.reason() == FileRefusedException.Reason.RPPS_KNOWN) {
				errors.rejectValue("rpps", "volunteer.details.rppsTaken");
				return show(model);
			}
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error(refusal));
			return FILE;
		}
	}

	private static String show(Model model) {
		model.addAttribute("practices", Practice.values());
		model.addAttribute("secteurs", Secteur.values());
		return "medecin/coordonnees";
	}

}
