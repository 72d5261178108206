package fr.medecinproche.account.web;

import java.util.Optional;

import fr.medecinproche.account.AccountRefusedException;
import fr.medecinproche.account.Accounts;
import fr.medecinproche.account.PasswordService;
import fr.medecinproche.account.PhoneSecrets;
import fr.medecinproche.account.SecondFactorService;
import fr.medecinproche.account.SignedIn;
import fr.medecinproche.web.QrCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Sets up codes of an application on a phone. Until the first code confirms it, the
 * secret is in the session, sealed: all tabs of a browser show the same, and no other
 * browser shows it.
 */
@Controller
class PhoneController {

	private static final String ADDRESS = SecurityConfiguration.SECOND_FACTOR + "/application";

	private static final String PENDING = "pendingPhoneSecret";

	/** How applications call us: short and plain, or the picture would be crowded. */
	private static final String SERVICE = "Medecin proche";

	private final SecondFactorService factors;

	private final PhoneSecrets secrets;

	private final PasswordService passwords;

	private final Accounts accounts;

	private final Readmission readmission;

	PhoneController(SecondFactorService factors, PhoneSecrets secrets, PasswordService passwords, Accounts accounts,
			Readmission readmission) {
		this.factors = factors;
		this.secrets = secrets;
		this.passwords = passwords;
		this.accounts = accounts;
		this.readmission = readmission;
	}

	@GetMapping(ADDRESS)
	String show(@AuthenticationPrincipal SignedIn somebody, @ModelAttribute("form") AgreeForm form,
			HttpServletRequest request, Model model) {
		if (this.factors.of(somebody.accountId()).isPresent()) {
			return "redirect:" + SecurityConfiguration.SECOND_FACTOR;
		}
		var secret = pending(request.getSession()).filter((drawn) -> this.secrets.typed(drawn).isPresent())
			.orElseGet(() -> draw(request.getSession()));
		var email = this.accounts.findById(somebody.accountId()).orElseThrow().email().value();
		model.addAttribute("typed", this.secrets.typed(secret).orElseThrow());
		model.addAttribute("picture", new QrCode(this.secrets.address(secret, SERVICE, email).orElseThrow()).picture());
		return "compte/second-facteur-application";
	}

	private static Optional<String> pending(HttpSession session) {
		return Optional.ofNullable((String) session.getAttribute(PENDING));
	}

	private String draw(HttpSession session) {
		var secret = this.secrets.draw();
		session.setAttribute(PENDING, secret);
		return secret;
	}

	/**
	 * The codes are the answer itself: kept for a page that follows, they would be
	 * stored.
	 */
	@PostMapping(ADDRESS)
	String turnOn(@AuthenticationPrincipal SignedIn somebody, @Valid @ModelAttribute("form") AgreeForm form,
			BindingResult errors, HttpServletRequest request, HttpServletResponse response, Model model) {
		if (errors.hasErrors()) {
			return show(somebody, form, request, model);
		}
		try {
			this.passwords.confirm(somebody.accountId(), form.current(), request.getRemoteAddr());
			model.addAttribute("codes",
					this.factors.turnAppOn(somebody.accountId(), pending(request.getSession()).orElse(""),
							(form.code() != null) ? form.code() : "", request.getSession().getId()));
		}
		catch (AccountRefusedException refusal) {
			FormRefusals.tell(refusal, errors);
			return show(somebody, form, request, model);
		}
		request.getSession().removeAttribute(PENDING);
		this.readmission.of(somebody, request, response);
		model.addAttribute("home", somebody.role().home());
		return SecondFactorController.CODES;
	}

}
