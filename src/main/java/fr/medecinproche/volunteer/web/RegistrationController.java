package fr.medecinproche.volunteer.web;

import java.util.Locale;

import fr.medecinproche.account.AccountRefusedException;
import fr.medecinproche.account.AccountRefusedException.Reason;
import fr.medecinproche.account.AccountService;
import fr.medecinproche.territory.CommuneField;
import fr.medecinproche.territory.Intercommunalites;
import fr.medecinproche.volunteer.FileRefusedException;
import fr.medecinproche.volunteer.Practice;
import fr.medecinproche.volunteer.Registration;
import fr.medecinproche.volunteer.RegistrationService;
import fr.medecinproche.volunteer.Secteur;
import jakarta.validation.Valid;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * How a doctor joins: what it is about, then the form.
 */
@Controller
@RequestMapping("/medecin/devenir-volontaire")
class RegistrationController {

	private static final String FORM = "medecin/inscription";

	private final RegistrationService registrations;

	private final AccountService accounts;

	private final CommuneField communeField;

	private final Intercommunalites zones;

	RegistrationController(RegistrationService registrations, AccountService accounts, CommuneField communeField,
			Intercommunalites zones) {
		this.registrations = registrations;
		this.accounts = accounts;
		this.communeField = communeField;
		this.zones = zones;
	}

	@GetMapping
	String pitch(Model model) {
		model.addAttribute("region", this.zones.regionFigures());
		return "medecin/devenir-volontaire";
	}

	@GetMapping("/inscription")
	String form(Model model) {
		model.addAttribute("form", RegistrationForm.EMPTY);
		return show(model);
	}

	@PostMapping("/inscription")
	String register(@Valid @ModelAttribute("form") RegistrationForm form, BindingResult errors, Model model,
			Locale locale) {
		form.check(errors);
		var commune = this.communeField.read("commune", form.commune(), form.communeCode(), errors, model);
		if (errors.hasErrors()) {
			return show(model);
		}
		try {
			register(form.toRegistration(commune.orElseThrow(), locale));
		}
		catch (FileRefusedException refusal) {
			errors.rejectValue("rpps", refusal.getCodes()[0]);
			return show(model);
		}
		return "redirect:/medecin/devenir-volontaire/message-envoye";
	}

	/** The answer is the same for a known address: only its owner is told. */
	private void register(Registration registration) {
		try {
			this.registrations.register(registration);
		}
		catch (AccountRefusedException refusal) {
			if (refusal.reason() != Reason.EMAIL_TAKEN) {
				throw refusal;
			}
			this.accounts.remind(registration.email());
		}
		catch (DataIntegrityViolationException ex) {
			// a double click: the other request has just opened the account
			this.accounts.remind(registration.email());
		}
	}

	@GetMapping("/message-envoye")
	String sent() {
		return "medecin/message-envoye";
	}

	private static String show(Model model) {
		model.addAttribute("practices", Practice.values());
		model.addAttribute("secteurs", Secteur.values());
		return FORM;
	}

}
