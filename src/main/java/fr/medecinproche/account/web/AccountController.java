package fr.medecinproche.account.web;

import fr.medecinproche.account.Accounts;
import fr.medecinproche.account.EmailChangeService;
import fr.medecinproche.account.SecondFactorService;
import fr.medecinproche.account.SignInJournal;
import fr.medecinproche.account.SignedIn;

import org.springframework.data.domain.PageRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The first page of an account.
 */
@Controller
class AccountController {

	private final Accounts accounts;

	private final EmailChangeService changes;

	private final SecondFactorService factors;

	private final SignInJournal journal;

	AccountController(Accounts accounts, EmailChangeService changes, SecondFactorService factors,
			SignInJournal journal) {
		this.accounts = accounts;
		this.changes = changes;
		this.factors = factors;
		this.journal = journal;
	}

	@GetMapping("/compte")
	String show(@AuthenticationPrincipal SignedIn somebody, Model model) {
		var id = somebody.accountId();
		model.addAttribute("account", this.accounts.findById(id).orElseThrow());
		model.addAttribute("change", this.changes.waiting(id).orElse(null));
		model.addAttribute("factor", this.factors.of(id).orElse(null));
		model.addAttribute("last", this.journal.of(id, PageRequest.of(0, 1)).stream().findFirst().orElse(null));
		return "compte/compte";
	}

}
