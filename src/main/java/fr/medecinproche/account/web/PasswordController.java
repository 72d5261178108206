package fr.medecinproche.account.web;

import fr.medecinproche.account.AccountLinks;
import fr.medecinproche.account.AccountService;
import fr.medecinproche.account.EmailAddress;
import fr.medecinproche.account.LinkPurpose;
import fr.medecinproche.account.PasswordPolicy;
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
 * A forgotten password: ask for a link, then choose a new one.
 */
@Controller
class PasswordController {

	private static final String ASK = "compte/mot-de-passe-oublie";

	private static final String CHOOSE = "compte/mot-de-passe";

	private final AccountService service;

	private final AccountLinks links;

	PasswordController(AccountService service, AccountLinks links) {
		this.service = service;
		this.links = links;
	}

	@GetMapping("/compte/mot-de-passe-oublie")
	String ask(@ModelAttribute("form") ForgottenForm form) {
		return ASK;
	}

	/** The answer is the same whoever asks: it must not tell who has an account. */
	@PostMapping("/compte/mot-de-passe-oublie")
	String send(@Valid @ModelAttribute("form") ForgottenForm form, BindingResult errors, RedirectAttributes redirect) {
		var email = EmailAddress.parse(form.email());
		if (!errors.hasErrors() && email.isEmpty()) {
			errors.rejectValue("email", "account.email.invalid");
		}
		if (errors.hasErrors()) {
			return ASK;
		}
		email.ifPresent(this.service::forgetPassword);
		redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("account.forgotten.sent"));
		return "redirect:" + SecurityConfiguration.SIGN_IN;
	}

	@GetMapping("/compte/mot-de-passe/{secret}")
	String choose(@PathVariable String secret, @ModelAttribute("form") ChosenForm form, Model model) {
		model.addAttribute("alive", this.links.find(secret, LinkPurpose.RESET_PASSWORD).isPresent());
		return CHOOSE;
	}

	@PostMapping("/compte/mot-de-passe/{secret}")
	String change(@PathVariable String secret, @Valid @ModelAttribute("form") ChosenForm form, BindingResult errors,
			Model model, RedirectAttributes redirect) {
		var account = this.links.find(secret, LinkPurpose.RESET_PASSWORD);
		model.addAttribute("alive", account.isPresent());
		if (account.isEmpty() || errors.hasErrors()) {
			return CHOOSE;
		}
		var weakness = PasswordPolicy.weaknessOf(form.password(), account.get().displayName(),
				account.get().email().value());
		if (weakness.isPresent()) {
			errors.rejectValue("password", weakness.get().key());
			return CHOOSE;
		}
		this.service.resetPassword(secret, form.password());
		redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("account.password.changed"));
		return "redirect:" + SecurityConfiguration.SIGN_IN;
	}

	record ForgottenForm(@NotBlank(message = "{account.email.missing}") @Nullable String email) {
	}

	record ChosenForm(@NotBlank(message = "{account.password.missing}") @Nullable String password) {
	}

}
