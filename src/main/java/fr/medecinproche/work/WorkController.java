package fr.medecinproche.work;

import fr.medecinproche.account.Role;
import fr.medecinproche.account.SignedIn;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/**
 * Where whoever asked for long work sees how far it is, and stops it.
 */
@Controller
class WorkController {

	private final LongWorks works;

	WorkController(LongWorks works) {
		this.works = works;
	}

	@GetMapping("/ars/travaux")
	String list(@AuthenticationPrincipal SignedIn me, Model model) {
		model.addAttribute("works", this.works.of(me.accountId()));
		return "ars/travaux";
	}

	@GetMapping("/ars/travaux/{id:\\d{1,18}}")
	String show(@AuthenticationPrincipal SignedIn me, @PathVariable long id, Model model) {
		model.addAttribute("work", find(id, me));
		return "ars/travail";
	}

	/** A second request changes nothing, and neither does one that comes too late. */
	@PostMapping("/ars/travaux/{id:\\d{1,18}}/arret")
	String stop(@AuthenticationPrincipal SignedIn me, @PathVariable long id) {
		this.works.askToStop(find(id, me).id());
		return "redirect:" + this.works.page(id);
	}

	private LongWork find(long id, SignedIn me) {
		return this.works.find(id)
			.filter((work) -> work.startedBy() == me.accountId() || me.role() == Role.ADMIN)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

}
