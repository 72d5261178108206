package fr.medecinproche.account.web;

import fr.medecinproche.account.AccountRefusedException;
import fr.medecinproche.account.EmailChangeService;
import fr.medecinproche.web.Flash;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The two links of a change of address: the new one confirms, the old one stops. Opening
 * them only shows a button, because mail scanners open links too.
 */
@Controller
class EmailChangeLinkController {

	private final EmailChangeService changes;

	EmailChangeLinkController(EmailChangeService changes) {
		this.changes = changes;
	}

	@GetMapping("/compte/adresse/confirmation/{secret}")
	String toConfirm(@PathVariable String secret, Model model) {
		model.addAttribute("change", this.changes.toConfirm(secret).orElse(null));
		return "compte/adresse-confirmation";
	}

	@PostMapping("/compte/adresse/confirmation/{secret}")
	String confirm(@PathVariable String secret, Model model, RedirectAttributes redirect) {
		try {
			this.changes.confirm(secret);
		}
		catch (AccountRefusedException refusal) {
			model.addAttribute("refusal", refusal);
			return toConfirm(secret, model);
		}
		redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("account.emailChange.confirmed"));
		return "redirect:" + SecurityConfiguration.SIGN_IN;
	}

	@GetMapping("/compte/adresse/arret/{secret}")
	String toStop(@PathVariable String secret, Model model) {
		model.addAttribute("change", this.changes.toStop(secret).orElse(null));
		return "compte/adresse-arret";
	}

	@PostMapping("/compte/adresse/arret/{secret}")
	String stop(@PathVariable String secret, Model model, RedirectAttributes redirect) {
		try {
			this.changes.stop(secret);
		}
		catch (AccountRefusedException refusal) {
			model.addAttribute("refusal", refusal);
			return toStop(secret, model);
		}
		redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("account.emailChange.stopped"));
		return "redirect:" + SecurityConfiguration.SIGN_IN;
	}

}
