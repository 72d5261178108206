package fr.medecinproche.account.web;

import java.util.Optional;

import fr.medecinproche.account.DemoSignIns;
import fr.medecinproche.account.SignInRefusedException;
import fr.medecinproche.account.SignedIn;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class SignInController {

	private static final String VIEW = "compte/connexion";

	private final ObjectProvider<DemoSignIns> demo;

	SignInController(ObjectProvider<DemoSignIns> demo) {
		this.demo = demo;
	}

	@ModelAttribute("demo")
	@Nullable DemoSignIns demo() {
		return this.demo.getIfAvailable();
	}

	@GetMapping(SecurityConfiguration.SIGN_IN)
	String form(@AuthenticationPrincipal @Nullable SignedIn somebody, @RequestParam Optional<String> deconnexion,
			Model model) {
		model.addAttribute("signedOut", deconnexion.isPresent());
		return (somebody != null) ? "redirect:" + somebody.role().home() : VIEW;
	}

	/** Where a failed sign-in is forwarded to; on its own it means nothing. */
	@PostMapping(SignInOutcome.FAILED)
	String refused(
			@RequestAttribute(name = SignInOutcome.REASON,
					required = false) SignInRefusedException.@Nullable Reason reason,
			@RequestParam(defaultValue = "") String email, Model model) {
		model.addAttribute("email", email);
		model.addAttribute("reason", reason);
		return (reason != null) ? VIEW : "redirect:" + SecurityConfiguration.SIGN_IN;
	}

}
