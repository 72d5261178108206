package fr.medecinproche.account.web;

import fr.medecinproche.account.AccountRefusedException;
import fr.medecinproche.account.AccountSettings;
import fr.medecinproche.account.ClosingObstructedException;
import fr.medecinproche.account.ClosingService;
import fr.medecinproche.account.PasswordService;
import fr.medecinproche.account.SignedIn;
import fr.medecinproche.web.Flash;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Closes the account, after saying what becomes of the data.
 */
@Controller
class ClosingController {

	private static final String VIEW = "compte/fermeture";

	private final ClosingService service;

	private final PasswordService passwords;

	private final AccountSettings settings;

	ClosingController(ClosingService service, PasswordService passwords, AccountSettings settings) {
		this.service = service;
		this.passwords = passwords;
		this.settings = settings;
	}

	@GetMapping("/compte/fermeture")
	String show(@AuthenticationPrincipal SignedIn somebody, @ModelAttribute("form") ClosingForm form, Model model) {
		model.addAttribute("obstacle", this.service.obstacle(somebody.accountId()).orElse(null));
		model.addAttribute("role", somebody.role());
		model.addAttribute("yearsKept", this.settings.proofsKept().getYears());
		return VIEW;
	}

	@PostMapping("/compte/fermeture")
	String close(@AuthenticationPrincipal SignedIn somebody, @Valid @ModelAttribute("form") ClosingForm form,
			BindingResult errors, HttpServletRequest request, Model model, RedirectAttributes redirect) {
		if (errors.hasErrors()) {
			return show(somebody, form, model);
		}
		try {
			this.passwords.confirm(somebody.accountId(), form.current(), request.getRemoteAddr());
			this.service.close(somebody.accountId());
		}
		catch (AccountRefusedException refusal) {
			FormRefusals.tell(refusal, errors);
			return show(somebody, form, model);
		}
		catch (ClosingObstructedException obstructed) {
			return show(somebody, form, model);
		}
		request.getSession().invalidate();
		SecurityContextHolder.clearContext();
		redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("account.closing.done"));
		return "redirect:" + SecurityConfiguration.SIGN_IN;
	}

	record ClosingForm(@NotBlank(message = "{account.current.missing}") @Nullable String current) {
	}

}
