package fr.medecinproche.account.web;

import java.time.Clock;
import java.util.Optional;

import fr.medecinproche.account.Account;
import fr.medecinproche.account.Accounts;
import fr.medecinproche.account.LinkPurpose;
import fr.medecinproche.account.SecondFactorLinks;
import fr.medecinproche.account.SecondFactorService;
import fr.medecinproche.account.SecondFactorService.CodeCheck;
import fr.medecinproche.account.SignIn.Means;
import fr.medecinproche.account.SignInRefusedException;
import fr.medecinproche.web.Flash;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
 * The second step of a sign-in, for whoever has just typed the right password: a code, or
 * a link opened in the same browser.
 */
@Controller
class SecondStepController {

	static final String PAGE = SecurityConfiguration.SIGN_IN + "/code";

	private static final String LINK = SecurityConfiguration.SIGN_IN + "/lien";

	private static final String VIEW = "compte/code";

	private final Accounts accounts;

	private final SecondFactorService factors;

	private final SecondFactorLinks links;

	private final SecondStep step;

	private final Clock clock;

	SecondStepController(Accounts accounts, SecondFactorService factors, SecondFactorLinks links, SecondStep step,
			Clock clock) {
		this.accounts = accounts;
		this.factors = factors;
		this.links = links;
		this.step = step;
		this.clock = clock;
	}

	@GetMapping(PAGE)
	String ask(@ModelAttribute("form") CodeForm form, HttpServletRequest request, Model model,
			RedirectAttributes redirect) {
		var half = HalfSignedIn.of(request, this.clock);
		half.ifPresent((it) -> model.addAttribute("kind", it.kind()));
		return half.isPresent() ? VIEW : startAgain(redirect);
	}

	@PostMapping(PAGE)
	String check(@ModelAttribute("form") CodeForm form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response, Model model, RedirectAttributes redirect) {
		var account = owing(request);
		if (account.isEmpty()) {
			return startAgain(redirect);
		}
		var typed = (form.code() != null) ? form.code() : "";
		var check = this.factors.check(account.get().id(), typed);
		if (check == CodeCheck.OFF) {
			return startAgain(redirect);
		}
		var means = (check == CodeCheck.RECOVERY_CODE) ? Means.RECOVERY_CODE : Means.CODE;
		if (!check.isRight()) {
			this.step.failed(account.get(), means, request);
			errors.rejectValue("code", "account.refusal." + ((check == CodeCheck.TOO_MANY) ? "TOO_MANY_TRIES"
					: typed.isBlank() ? "CODE_MISSING" : "WRONG_CODE"));
			return ask(form, request, model, redirect);
		}
		return letIn(account.get(), means, request, response, redirect);
	}

	/** Sends the link again; too many change nothing, and are not said. */
	@PostMapping(LINK)
	String send(HttpServletRequest request, RedirectAttributes redirect) {
		return sent(LinkPurpose.SIGN_IN, request, redirect);
	}

	/** For whoever has lost their phone. */
	@PostMapping(SecurityConfiguration.SIGN_IN + "/telephone-perdu")
	String lost(HttpServletRequest request, RedirectAttributes redirect) {
		return sent(LinkPurpose.DROP_SECOND_FACTOR, request, redirect);
	}

	private String sent(LinkPurpose purpose, HttpServletRequest request, RedirectAttributes redirect) {
		var account = owing(request);
		if (account.isEmpty()) {
			return startAgain(redirect);
		}
		this.links.send(account.get().id(), purpose);
		redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("account.secondStep.sent." + purpose));
		return "redirect:" + PAGE;
	}

	@GetMapping(LINK + "/{secret}")
	String follow(@PathVariable String secret, HttpServletRequest request, Model model) {
		model.addAttribute("here", owing(request).isPresent());
		return "compte/lien";
	}

	@PostMapping(LINK + "/{secret}")
	String use(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response,
			RedirectAttributes redirect) {
		var account = owing(request);
		if (account.isEmpty()) {
			return startAgain(redirect);
		}
		if (!this.links.signIn(account.get().id(), secret)) {
			this.step.failed(account.get(), Means.LINK, request);
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error("account.refusal.LINK_DEAD"));
			return "redirect:" + PAGE;
		}
		return letIn(account.get(), Means.LINK, request, response, redirect);
	}

	private String letIn(Account account, Means means, HttpServletRequest request, HttpServletResponse response,
			RedirectAttributes redirect) {
		try {
			return "redirect:" + this.step.completed(account, means, request, response);
		}
		catch (SignInRefusedException refusal) {
			return startAgain(redirect);
		}
	}

	private Optional<Account> owing(HttpServletRequest request) {
		return HalfSignedIn.of(request, this.clock)
			.flatMap((half) -> this.accounts.findById(half.accountId()).filter(half::stillHolds));
	}

	private static String startAgain(RedirectAttributes redirect) {
		redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.warning("account.secondStep.startAgain"));
		return "redirect:" + SecurityConfiguration.SIGN_IN;
	}

	record CodeForm(@Nullable String code) {
	}

}
