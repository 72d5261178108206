package fr.medecinproche.account.web;

import fr.medecinproche.account.AccountLinks;
import fr.medecinproche.account.AccountRefusedException;
import fr.medecinproche.account.AccountService;
import fr.medecinproche.account.EmailAddress;
import fr.medecinproche.account.LinkPurpose;
import fr.medecinproche.web.Flash;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Confirms an address. Opening the link only shows a button, because mail scanners open
 * links too.
 */
@Controller
class ConfirmationController {

	private final AccountService service;

	private final AccountLinks links;

	ConfirmationController(AccountService service, AccountLinks links) {
		this.service = service;
		this.links = links;
	}

	@GetMapping("/compte/confirmation/{secret}")
	String show(@PathVariable String secret, Model model) {
		model.addAttribute("alive", this.links.find(secret, LinkPurpose.CONFIRM_EMAIL).isPresent());
		return "compte/confirmation";
	}

	@PostMapping("/compte/confirmation/{secret}")
	String confirm(@PathVariable String secret, Model model, RedirectAttributes redirect) {
		try {
			this.service.confirmEmail(secret);
		}
		catch (AccountRefusedException refusal) {
			return show(secret, model);
		}
		redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("account.confirmation.done"));
		return "redirect:" + SecurityConfiguration.SIGN_IN;
	}

	/** The answer is the same whoever asks: it must not tell who has an account. */
	@PostMapping("/compte/confirmation")
	String sendAgain(@RequestParam(defaultValue = "") String email, RedirectAttributes redirect) {
		EmailAddress.parse(email).ifPresent(this.service::confirmAgain);
		redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("account.confirmation.sent"));
		return "redirect:" + SecurityConfiguration.SIGN_IN;
	}

}
