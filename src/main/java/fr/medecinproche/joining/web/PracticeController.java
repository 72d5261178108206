package fr.medecinproche.joining.web;

import java.util.Optional;

import fr.medecinproche.account.Secret;
import fr.medecinproche.joining.DraftAccess;
import fr.medecinproche.joining.DraftService;
import fr.medecinproche.joining.DraftStep;
import fr.medecinproche.joining.VolunteerDraft;
import fr.medecinproche.territory.CommuneField;
import fr.medecinproche.volunteer.FileCheck;
import fr.medecinproche.volunteer.HealthDirectory;
import fr.medecinproche.volunteer.Practice;
import fr.medecinproche.volunteer.Secteur;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The second step of an application: how the doctor practises.
 */
@Controller
@RequestMapping(JoiningPages.FORM + "/exercice")
class PracticeController {

	private static final String VIEW = "medecin/inscription-exercice";

	private final DraftAccess access;

	private final DraftService drafts;

	private final HealthDirectory directory;

	private final CommuneField communeField;

	PracticeController(DraftAccess access, DraftService drafts, HealthDirectory directory, CommuneField communeField) {
		this.access = access;
		this.drafts = drafts;
		this.directory = directory;
		this.communeField = communeField;
	}

	@GetMapping
	String ask(@CookieValue(name = DraftCookie.NAME, defaultValue = "") String secret, Model model) {
		var draft = this.access.ofBrowser(Secret.of(secret));
		model.addAttribute("form", typedBefore(draft));
		return show(draft, model);
	}

	private PracticeForm typedBefore(VolunteerDraft draft) {
		return Optional.ofNullable(draft.getPractice())
			.flatMap((practice) -> this.communeField.chosen(practice.commune())
				.map((commune) -> PracticeForm.of(practice, commune)))
			.orElse(PracticeForm.EMPTY);
	}

	@PostMapping
	String answer(@CookieValue(name = DraftCookie.NAME, defaultValue = "") String secret,
			@Valid @ModelAttribute("form") PracticeForm form, BindingResult errors, Model model) {
		var browser = Secret.of(secret);
		var draft = this.access.ofBrowser(browser);
		var commune = this.communeField.read("commune", form.commune(), form.communeCode(), errors, model);
		if (errors.hasErrors()) {
			return show(draft, model);
		}
		this.drafts.practise(browser, form.toPractice(commune.orElseThrow()));
		return "redirect:" + JoiningPages.of(DraftStep.WISHES);
	}

	private String show(VolunteerDraft draft, Model model) {
		model.addAttribute("practices", Practice.values());
		model.addAttribute("secteurs", Secteur.values());
		this.directory.extract().ifPresent((extract) -> {
			var who = draft.identity();
			var entry = this.directory.find(who.rpps()).orElse(null);
			model.addAttribute("extract", extract);
			model.addAttribute("checks", FileCheck.of(entry, who.givenName(), who.familyName()));
		});
		return VIEW;
	}

}
