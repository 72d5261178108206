package fr.medecinproche.account.web;

import fr.medecinproche.account.AccountRefusedException;
import fr.medecinproche.account.EmailAddress;
import fr.medecinproche.account.EmailChangeService;
import fr.medecinproche.account.PasswordService;
import fr.medecinproche.account.SignedIn;
import fr.medecinproche.web.Flash;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Asks for another address. The page that follows is the same whether or not that address
 * has an account.
 */
@Controller
class EmailChangeController {

	private static final String VIEW = "compte/adresse";

	private static final String ACCOUNT = "redirect:/compte";

	private final EmailChangeService changes;

	private final PasswordService passwords;

	EmailChangeController(EmailChangeService changes, PasswordService passwords) {
		this.changes = changes;
		this.passwords = passwords;
	}

	@GetMapping("/compte/adresse")
	String form(@AuthenticationPrincipal SignedIn somebody, @ModelAttribute("form") AddressForm form, Model model) {
		model.addAttribute("change", this.changes.waiting(somebody.accountId()).orElse(null));
		return VIEW;
	}

	@PostMapping("/compte/adresse")
	String request(@AuthenticationPrincipal SignedIn somebody, @Valid @ModelAttribute("form") AddressForm form,
			BindingResult errors, HttpServletRequest request, Model model, RedirectAttributes redirect) {
		var email = EmailAddress.parse(form.email());
		if (!errors.hasFieldErrors("email") && email.isEmpty()) {
			errors.rejectValue("email", "account.email.invalid");
		}
		if (errors.hasErrors()) {
			return form(somebody, form, model);
		}
		try {
			this.passwords.confirm(somebody.accountId(), form.current(), request.getRemoteAddr());
			this.changes.request(somebody.accountId(), email.orElseThrow());
		}
		catch (AccountRefusedException refusal) {
			FormRefusals.tell(refusal, errors);
			return form(somebody, form, model);
		}
		redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("account.emailChange.sent"));
		return ACCOUNT;
	}

	@DeleteMapping("/compte/adresse")
	String giveUp(@AuthenticationPrincipal SignedIn somebody, RedirectAttributes redirect) {
		this.changes.giveUp(somebody.accountId());
		redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("account.emailChange.givenUp"));
		return ACCOUNT;
	}

	record AddressForm(@NotBlank(message = "{account.email.missing}") @Nullable String email,
			@NotBlank(message = "{account.current.missing}") @Nullable String current) {
	}

}
