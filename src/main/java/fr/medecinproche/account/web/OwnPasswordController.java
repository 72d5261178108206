package fr.medecinproche.account.web;

import fr.medecinproche.account.AccountRefusedException;
import fr.medecinproche.account.PasswordPolicy;
import fr.medecinproche.account.PasswordService;
import fr.medecinproche.account.SignedIn;
import fr.medecinproche.web.Flash;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Another password, for who knows the present one.
 */
@Controller
class OwnPasswordController {

	private static final String VIEW = "compte/autre-mot-de-passe";

	private final PasswordService service;

	OwnPasswordController(PasswordService service) {
		this.service = service;
	}

	@GetMapping("/compte/mot-de-passe")
	String form(@ModelAttribute("form") PasswordForm form) {
		return VIEW;
	}

	@PostMapping("/compte/mot-de-passe")
	String change(@AuthenticationPrincipal SignedIn somebody, @Valid @ModelAttribute("form") PasswordForm form,
			BindingResult errors, HttpServletRequest request, RedirectAttributes redirect) {
		if (errors.hasErrors()) {
			return VIEW;
		}
		try {
			var account = this.service.confirm(somebody.accountId(), form.current(), request.getRemoteAddr());
			PasswordPolicy.weaknessOf(form.password(), account.displayName(), account.email().value())
				.ifPresent((weakness) -> errors.rejectValue("password", weakness.key()));
			if (errors.hasErrors()) {
				return VIEW;
			}
			this.service.change(account.id(), form.password(), request.getSession().getId());
		}
		catch (AccountRefusedException refusal) {
			FormRefusals.tell(refusal, errors);
			return VIEW;
		}
		redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("account.ownPassword.done"));
		return "redirect:/compte";
	}

	record PasswordForm(@NotBlank(message = "{account.current.missing}") @Nullable String current,
			@NotBlank(message = "{account.password.missing}") @Nullable String password) {
	}

}
