package fr.medecinproche.campaign.web;

import java.util.List;
import java.util.Locale;

import fr.medecinproche.account.Secret;
import fr.medecinproche.account.SignedIn;
import fr.medecinproche.campaign.CampaignAnswers;
import fr.medecinproche.campaign.CampaignInvitations;
import fr.medecinproche.campaign.CampaignRefusedException;
import fr.medecinproche.schedule.SchedulingRefusedException;
import fr.medecinproche.web.Flash;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * « Pouvez-vous venir ? »: answered from the link of the mail, or by the doctor who is
 * signed in. To look changes nothing; mail programs follow links.
 */
@Controller
class CallAnswerController {

	private final CampaignInvitations invitations;

	private final CampaignAnswers answers;

	private final CallAnswerPage page;

	CallAnswerController(CampaignInvitations invitations, CampaignAnswers answers, CallAnswerPage page) {
		this.invitations = invitations;
		this.answers = answers;
		this.page = page;
	}

	@GetMapping("/appels/{secret}")
	String show(@PathVariable String secret, Model model, Locale locale) {
		return this.page.show(behind(secret), "/appels/" + secret, model, locale);
	}

	@PostMapping("/appels/{secret}")
	String accept(@PathVariable String secret, @RequestParam(required = false) @Nullable List<Long> creneaux,
			RedirectAttributes redirect) {
		accept(behind(secret), creneaux, redirect);
		return "redirect:/appels/{secret}";
	}

	@DeleteMapping("/appels/{secret}")
	String decline(@PathVariable String secret) {
		this.answers.decline(behind(secret));
		return "redirect:/appels/{secret}";
	}

	@GetMapping("/appels/{secret}/desinscription")
	String leave(@PathVariable String secret, Model model, Locale locale) {
		this.page.show(behind(secret), "/appels/" + secret, model, locale);
		model.addAttribute("refused", this.answers.isRefused(behind(secret)));
		return "medecin/appel-desinscription";
	}

	/** Also pressed by mail programs for their reader, without a page (RFC 8058). */
	@PostMapping("/appels/{secret}/desinscription")
	String refuse(@PathVariable String secret) {
		this.answers.refuse(behind(secret));
		return "redirect:/appels/{secret}/desinscription";
	}

	@GetMapping("/medecin/appels/{id:\\d{1,18}}")
	String show(@AuthenticationPrincipal SignedIn me, @PathVariable long id, Model model, Locale locale) {
		return this.page.show(own(me, id), "/medecin/appels/" + id, model, locale);
	}

	@PostMapping("/medecin/appels/{id:\\d{1,18}}")
	String accept(@AuthenticationPrincipal SignedIn me, @PathVariable long id,
			@RequestParam(required = false) @Nullable List<Long> creneaux, RedirectAttributes redirect) {
		accept(own(me, id), creneaux, redirect);
		return "redirect:/medecin/appels/{id}";
	}

	@DeleteMapping("/medecin/appels/{id:\\d{1,18}}")
	String decline(@AuthenticationPrincipal SignedIn me, @PathVariable long id) {
		this.answers.decline(own(me, id));
		return "redirect:/medecin/appels/{id}";
	}

	private void accept(long id, @Nullable List<Long> slotIds, RedirectAttributes redirect) {
		try {
			this.answers.accept(id, (slotIds != null) ? slotIds : List.of());
		}
		catch (SchedulingRefusedException refusal) {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error(refusal));
		}
		catch (CampaignRefusedException refusal) {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error(refusal));
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
