package fr.medecinproche.matching.web;

import fr.medecinproche.account.Secret;
import fr.medecinproche.account.SignedIn;
import fr.medecinproche.matching.MatchingRefusedException;
import fr.medecinproche.matching.StandInInvitations;
import fr.medecinproche.matching.StandInAnswers;
import fr.medecinproche.schedule.SchedulingRefusedException;
import fr.medecinproche.web.Flash;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * « Pouvez-vous remplacer ? »: answered from the link of the letter, or by the doctor who
 * is signed in. To look changes nothing; mail programs follow links.
 */
@Controller
class InvitationController {

	private final StandInInvitations invitations;

	private final StandInAnswers answers;

	private final InvitationPage page;

	InvitationController(StandInInvitations invitations, StandInAnswers answers, InvitationPage page) {
		this.invitations = invitations;
		this.answers = answers;
		this.page = page;
	}

	@GetMapping("/medecin/remplacement/{secret}")
	String show(@PathVariable String secret, Model model) {
		return this.page.show(behind(secret), "/medecin/remplacement/" + secret, model);
	}

	@PostMapping("/medecin/remplacement/{secret}")
	String accept(@PathVariable String secret, RedirectAttributes redirect) {
		accept(behind(secret), redirect);
		return "redirect:/medecin/remplacement/{secret}";
	}

	@DeleteMapping("/medecin/remplacement/{secret}")
	String decline(@PathVariable String secret) {
		this.answers.decline(behind(secret));
		return "redirect:/medecin/remplacement/{secret}";
	}

	@GetMapping("/medecin/invitations/{id}")
	String show(@AuthenticationPrincipal SignedIn me, @PathVariable long id, Model model) {
		return this.page.show(own(me, id), "/medecin/invitations/" + id, model);
	}

	@PostMapping("/medecin/invitations/{id}")
	String accept(@AuthenticationPrincipal SignedIn me, @PathVariable long id, RedirectAttributes redirect) {
		accept(own(me, id), redirect);
		return "redirect:/medecin/invitations/{id}";
	}

	@DeleteMapping("/medecin/invitations/{id}")
	String decline(@AuthenticationPrincipal SignedIn me, @PathVariable long id) {
		this.answers.decline(own(me, id));
		return "redirect:/medecin/invitations/{id}";
	}

	private void accept(long id, RedirectAttributes redirect) {
		try {
			this.answers.accept(id);
		}
		catch (SchedulingRefusedException refusal) {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error(refusal));
		}
		catch (MatchingRefusedException refusal) {
			// the page says what became of it
		}
	}

	private long behind(String secret) {
		return this.invitations.idBehind(Secret.of(secret).hash())
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private long own(SignedIn me, long id) {
		return this.invitations.idOfOwn(id, me.accountId())
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

}
