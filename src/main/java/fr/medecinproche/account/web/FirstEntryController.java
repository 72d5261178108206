package fr.medecinproche.account.web;

import fr.medecinproche.account.AccountRefusedException;
import fr.medecinproche.account.PasswordPolicy;
import fr.medecinproche.account.FirstEntryService;
import fr.medecinproche.web.Flash;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Somebody for whom an account was opened comes in by the link of a letter, and chooses a
 * password.
 */
@Controller
class FirstEntryController {

	private static final String VIEW = "compte/bienvenue";

	private final FirstEntryService service;

	FirstEntryController(FirstEntryService service) {
		this.service = service;
	}

	@GetMapping("/compte/bienvenue/{secret}")
	String show(@PathVariable String secret, @ModelAttribute("form") FirstEntryForm form, Model model) {
		model.addAttribute("alive", this.service.find(secret).isPresent());
		return VIEW;
	}

	@PostMapping("/compte/bienvenue/{secret}")
	String accept(@PathVariable String secret, @Valid @ModelAttribute("form") FirstEntryForm form, BindingResult errors,
			Model model, RedirectAttributes redirect) {
		var account = this.service.find(secret);
		model.addAttribute("alive", account.isPresent());
		if (account.isEmpty() || errors.hasErrors()) {
			return VIEW;
		}
		var weakness = PasswordPolicy.weaknessOf(form.password(), account.get().displayName(),
				account.get().email().value());
		if (weakness.isPresent()) {
			errors.rejectValue("password", weakness.get().key());
			return VIEW;
		}
		try {
			this.service.accept(secret, form.password());
		}
		catch (AccountRefusedException refusal) {
			return show(secret, form, model);
		}
		redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("account.welcome.done"));
		return "redirect:" + SecurityConfiguration.SIGN_IN;
	}

	record FirstEntryForm(@NotBlank(message = "{account.password.missing}") @Nullable String password) {
	}

}
