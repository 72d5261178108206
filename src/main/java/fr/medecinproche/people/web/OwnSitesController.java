package fr.medecinproche.people.web;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.site.HostPlacement;
import fr.medecinproche.web.Flash;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The sites of a host who has several: where they are, and how to go to another.
 */
@Controller
class OwnSitesController {

	private final HostPlacement placement;

	OwnSitesController(HostPlacement placement) {
		this.placement = placement;
	}

	@GetMapping("/lieu/vos-lieux")
	String list(@AuthenticationPrincipal SignedIn host, Model model) {
		model.addAttribute("posts", this.placement.of(host.accountId()));
		return "lieu/vos-lieux";
	}

	@PostMapping("/lieu/vos-lieux/{id:\\d{1,18}}/presence")
	String goTo(@AuthenticationPrincipal SignedIn host, @PathVariable long id, RedirectAttributes redirect) {
		if (!this.placement.goTo(id, host.accountId())) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("people.ownSites.gone"));
		return "redirect:/lieu";
	}

}
