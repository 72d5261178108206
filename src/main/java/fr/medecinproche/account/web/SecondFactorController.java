package fr.medecinproche.account.web;

import fr.medecinproche.account.AccountRefusedException;
import fr.medecinproche.account.AccountRefusedException.Reason;
import fr.medecinproche.account.AccountSettings;
import fr.medecinproche.account.PasswordService;
import fr.medecinproche.account.SecondFactor;
import fr.medecinproche.account.SecondFactorService;
import fr.medecinproche.account.SignedIn;
import fr.medecinproche.web.Flash;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The second factor as its owner sees it: which one, links by e-mail on, new recovery
 * codes, off. Each act asks for the password again.
 */
@Controller
class SecondFactorController {

	static final String CODES = "compte/codes-de-secours";

	private static final String HOME = SecurityConfiguration.SECOND_FACTOR;

	private static final String AGREE = "compte/second-facteur-accord";

	private final SecondFactorService factors;

	private final PasswordService passwords;

	private final AccountSettings settings;

	private final Readmission readmission;

	SecondFactorController(SecondFactorService factors, PasswordService passwords, AccountSettings settings,
			Readmission readmission) {
		this.factors = factors;
		this.passwords = passwords;
		this.settings = settings;
		this.readmission = readmission;
	}

	@GetMapping(SecurityConfiguration.SECOND_FACTOR)
	String show(@AuthenticationPrincipal SignedIn somebody, Model model) {
		model.addAttribute("factor", this.factors.of(somebody.accountId()).orElse(null));
		model.addAttribute("codesLeft", this.factors.recoveryCodesLeft(somebody.accountId()));
		model.addAttribute("required", this.settings.requiresSecondFactor(somebody.role()));
		return "compte/second-facteur";
	}

	@GetMapping(SecurityConfiguration.SECOND_FACTOR + "/e-mail")
	String byEmail(@ModelAttribute("form") AgreeForm form, Model model) {
		return agree("email", false, model);
	}

	@PostMapping(SecurityConfiguration.SECOND_FACTOR + "/e-mail")
	String turnEmailOn(@AuthenticationPrincipal SignedIn somebody, @Valid @ModelAttribute("form") AgreeForm form,
			BindingResult errors, HttpServletRequest request, HttpServletResponse response, Model model,
			RedirectAttributes redirect) {
		if (errors.hasErrors()) {
			return byEmail(form, model);
		}
		try {
			this.passwords.confirm(somebody.accountId(), form.current(), request.getRemoteAddr());
			this.factors.turnEmailOn(somebody.accountId(), request.getSession().getId());
		}
		catch (AccountRefusedException refusal) {
			FormRefusals.tell(refusal, errors);
			return byEmail(form, model);
		}
		this.readmission.of(somebody, request, response);
		redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("account.secondFactor.email.done"));
		return "redirect:" + HOME;
	}

	@GetMapping(SecurityConfiguration.SECOND_FACTOR + "/codes")
	String newCodes(@ModelAttribute("form") AgreeForm form, Model model) {
		return agree("codes", false, model);
	}

	/**
	 * The codes are the answer itself: kept for a page that follows, they would be
	 * stored.
	 */
	@PostMapping(SecurityConfiguration.SECOND_FACTOR + "/codes")
	String renewCodes(@AuthenticationPrincipal SignedIn somebody, @Valid @ModelAttribute("form") AgreeForm form,
			BindingResult errors, HttpServletRequest request, Model model) {
		if (errors.hasErrors()) {
			return newCodes(form, model);
		}
		try {
			this.passwords.confirm(somebody.accountId(), form.current(), request.getRemoteAddr());
			model.addAttribute("codes", this.factors.renewRecoveryCodes(somebody.accountId()));
			model.addAttribute("home", somebody.role().home());
		}
		catch (AccountRefusedException refusal) {
			FormRefusals.tell(refusal, errors);
			return newCodes(form, model);
		}
		return CODES;
	}

	@GetMapping(SecurityConfiguration.SECOND_FACTOR + "/arret")
	String off(@AuthenticationPrincipal SignedIn somebody, @ModelAttribute("form") AgreeForm form, Model model) {
		return agree("off", usesApp(somebody), model);
	}

	@PostMapping(SecurityConfiguration.SECOND_FACTOR + "/arret")
	String turnOff(@AuthenticationPrincipal SignedIn somebody, @Valid @ModelAttribute("form") AgreeForm form,
			BindingResult errors, HttpServletRequest request, HttpServletResponse response, Model model,
			RedirectAttributes redirect) {
		if (errors.hasErrors()) {
			return off(somebody, form, model);
		}
		try {
			this.passwords.confirm(somebody.accountId(), form.current(), request.getRemoteAddr());
			checkCode(somebody, form);
			this.factors.turnOff(somebody.accountId());
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("account.secondFactor.off.done"));
		}
		catch (AccountRefusedException refusal) {
			if (refusal.reason() != Reason.SECOND_FACTOR_OFF) {
				FormRefusals.tell(refusal, errors);
				return off(somebody, form, model);
			}
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.warning("account.refusal.SECOND_FACTOR_OFF"));
		}
		this.readmission.of(somebody, request, response);
		return "redirect:" + HOME;
	}

	private void checkCode(SignedIn somebody, AgreeForm form) {
		if (usesApp(somebody)) {
			switch (this.factors.check(somebody.accountId(), (form.code() != null) ? form.code() : "")) {
				case WRONG -> throw new AccountRefusedException(Reason.WRONG_CODE);
				case TOO_MANY -> throw new AccountRefusedException(Reason.TOO_MANY_TRIES);
				default -> {
				}
			}
		}
	}

	private boolean usesApp(SignedIn somebody) {
		return this.factors.of(somebody.accountId())
			.filter((factor) -> factor.kind() == SecondFactor.Kind.APP)
			.isPresent();
	}

	private static String agree(String act, boolean withCode, Model model) {
		model.addAttribute("act", act);
		model.addAttribute("withCode", withCode);
		return AGREE;
	}

}
