package fr.medecinproche.account.web;

import fr.medecinproche.account.AccountSettings;
import fr.medecinproche.account.PasswordService;
import fr.medecinproche.account.SignInJournal;
import fr.medecinproche.account.SignedIn;
import fr.medecinproche.web.Flash;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.data.domain.PageRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Who came in, and what to do when it was somebody else.
 */
@Controller
class HistoryController {

	private static final int ROWS = 20;

	private static final int LAST_PAGE = 10_000;

	private final SignInJournal journal;

	private final PasswordService passwords;

	private final AccountSettings settings;

	HistoryController(SignInJournal journal, PasswordService passwords, AccountSettings settings) {
		this.journal = journal;
		this.passwords = passwords;
		this.settings = settings;
	}

	@GetMapping("/compte/connexions")
	String show(@AuthenticationPrincipal SignedIn somebody, @RequestParam(defaultValue = "0") int page, Model model) {
		var asked = PageRequest.of(Math.clamp(page, 0, LAST_PAGE), ROWS);
		model.addAttribute("rows", this.journal.of(somebody.accountId(), asked));
		model.addAttribute("days", this.settings.signInsKept().toDays());
		return "compte/connexions";
	}

	/** "It was not me": nobody else stays, and the password goes next. */
	@PostMapping("/compte/connexions/contestation")
	String notMe(@AuthenticationPrincipal SignedIn somebody, HttpServletRequest request, RedirectAttributes redirect) {
		this.passwords.endOtherSessions(somebody.accountId(), request.getSession().getId());
		redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.warning("account.history.notMe.done"));
		return "redirect:/compte/mot-de-passe";
	}

	@DeleteMapping("/compte/sessions")
	String endOthers(@AuthenticationPrincipal SignedIn somebody, HttpServletRequest request,
			RedirectAttributes redirect) {
		this.passwords.endOtherSessions(somebody.accountId(), request.getSession().getId());
		redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("account.sessions.ended"));
		return "redirect:/compte/connexions";
	}

}
