package fr.medecinproche.people.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.people.InvitationService;
import fr.medecinproche.people.PeopleRefusedException;
import fr.medecinproche.people.StaffDirectory;
import fr.medecinproche.web.Flash;
import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Invites people, and follows those who have not answered.
 */
@Controller
class StaffInvitationController {

	private static final String LIST = "/ars/comptes/invitations";

	private static final String FORM = "ars/compte-invitation";

	private final InvitationService service;

	private final StaffDirectory directory;

	private final StaffChoices choices;

	StaffInvitationController(InvitationService service, StaffDirectory directory, StaffChoices choices) {
		this.service = service;
		this.directory = directory;
		this.choices = choices;
	}

	@GetMapping(LIST)
	String list(@AuthenticationPrincipal SignedIn actor, Model model) {
		model.addAttribute("invitations", this.directory.waiting(actor));
		return "ars/comptes-invitations";
	}

	@GetMapping(LIST + "/nouvelle")
	String ask(@AuthenticationPrincipal SignedIn actor, Model model) {
		model.addAttribute("form", GuestForm.EMPTY);
		return form(actor, model);
	}

	@PostMapping(LIST)
	String invite(@AuthenticationPrincipal SignedIn actor, @Valid @ModelAttribute("form") GuestForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		form.check(errors);
		if (errors.hasErrors()) {
			return form(actor, model);
		}
		try {
			var guest = form.guest();
			this.service.invite(guest, actor);
			redirect.addFlashAttribute(Flash.ATTRIBUTE,
					Flash.success("people.invitation.sent", guest.displayName(), guest.email().value()));
			return "redirect:" + LIST;
		}
		catch (PeopleRefusedException refusal) {
			errors.rejectValue(field(refusal), Objects.requireNonNull(refusal.getCodes())[0]);
			return form(actor, model);
		}
	}

	private static String field(PeopleRefusedException refusal) {
		return (refusal.reason() == PeopleRefusedException.Reason.OUT_OF_REACH) ? "role" : "email";
	}

	private String form(SignedIn actor, Model model) {
		model.addAttribute("roles", this.choices.roles(actor));
		model.addAttribute("perimeters", this.choices.perimeters(actor));
		model.addAttribute("everything", this.choices.everything(actor));
		model.addAttribute("sites", this.choices.sites(actor));
		model.addAttribute("languages", List.of(Locale.FRENCH, Locale.ENGLISH));
		return FORM;
	}

	@PostMapping(LIST + "/{id:\\d{1,18}}/envoi")
	String sendAgain(@AuthenticationPrincipal SignedIn actor, @PathVariable long id, RedirectAttributes redirect) {
		return act(id, actor, "people.invitation.again", redirect, () -> this.service.sendAgain(id, actor));
	}

	@DeleteMapping(LIST + "/{id:\\d{1,18}}")
	String withdraw(@AuthenticationPrincipal SignedIn actor, @PathVariable long id, RedirectAttributes redirect) {
		return act(id, actor, "people.invitation.withdrawn", redirect, () -> this.service.withdraw(id, actor));
	}

	private String act(long id, SignedIn actor, String done, RedirectAttributes redirect, Runnable deed) {
		if (!this.directory.mayActOn(id, actor)) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		try {
			deed.run();
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success(done));
		}
		catch (PeopleRefusedException refusal) {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error(refusal));
		}
		return "redirect:" + LIST;
	}

}
