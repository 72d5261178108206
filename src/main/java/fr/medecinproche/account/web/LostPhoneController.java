package fr.medecinproche.account.web;

import fr.medecinproche.account.AccountLinks;
import fr.medecinproche.account.AccountRefusedException;
import fr.medecinproche.account.LinkPurpose;
import fr.medecinproche.account.SecondFactorLinks;
import fr.medecinproche.web.Flash;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Turns the second factor of a lost phone off, through the link that a right password had
 * sent. Opening it only shows a button, because mail scanners open links too.
 */
@Controller
class LostPhoneController {

	private final SecondFactorLinks service;

	private final AccountLinks links;

	LostPhoneController(SecondFactorLinks service, AccountLinks links) {
		this.service = service;
		this.links = links;
	}

	@GetMapping("/compte/telephone-perdu/{secret}")
	String show(@PathVariable String secret, Model model) {
		model.addAttribute("alive", this.links.find(secret, LinkPurpose.DROP_SECOND_FACTOR).isPresent());
		return "compte/telephone-perdu";
	}

	@PostMapping("/compte/telephone-perdu/{secret}")
	String turnOff(@PathVariable String secret, RedirectAttributes redirect) {
		try {
			this.service.drop(secret);
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("account.lostPhone.done"));
		}
		catch (AccountRefusedException refusal) {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error(refusal));
		}
		return "redirect:" + SecurityConfiguration.SIGN_IN;
	}

}
