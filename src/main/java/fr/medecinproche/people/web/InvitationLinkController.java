package fr.medecinproche.people.web;

import java.util.Objects;

import fr.medecinproche.account.AccountRefusedException;
import fr.medecinproche.account.AccountRefusedException.Reason;
import fr.medecinproche.account.PasswordPolicy;
import fr.medecinproche.people.Invitation;
import fr.medecinproche.people.InvitationService;
import fr.medecinproche.people.PeopleRefusedException;
import fr.medecinproche.web.Flash;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where the link of an invitation leads: whoever holds it chooses a password and has an
 * account. A link that is nobody's tells nothing.
 */
@Controller
class InvitationLinkController {

	private static final String VIEW = "compte/invitation";

	private final InvitationService service;

	InvitationLinkController(InvitationService service) {
		this.service = service;
	}

	@GetMapping("/compte/invitation/{secret}")
	String show(@PathVariable String secret, @ModelAttribute("form") ChosenForm form, Model model) {
		var obstacle = this.service.obstacle(secret);
		model.addAttribute("obstacle", obstacle.map((reason) -> "people.link." + reason).orElse(null));
		model.addAttribute("invitation", obstacle.isEmpty() ? this.service.find(secret).orElse(null) : null);
		model.addAttribute("accepted", this.service.find(secret).filter(Invitation::isAccepted).isPresent());
		return VIEW;
	}

	@PostMapping("/compte/invitation/{secret}")
	String join(@PathVariable String secret, @Valid @ModelAttribute("form") ChosenForm form, BindingResult errors,
			Model model, RedirectAttributes redirect) {
		this.service.find(secret)
			.filter((invitation) -> form.password() != null)
			.flatMap((invitation) -> PasswordPolicy.weaknessOf(Objects.requireNonNull(form.password()),
					invitation.displayName(), invitation.email().value()))
			.filter((weakness) -> !errors.hasErrors())
			.ifPresent((weakness) -> errors.rejectValue("password", weakness.key()));
		if (errors.hasErrors()) {
			return show(secret, form, model);
		}
		try {
			this.service.accept(secret, Objects.requireNonNull(form.password()));
		}
		catch (PeopleRefusedException refusal) {
			return show(secret, form, model);
		}
		catch (AccountRefusedException refusal) {
			errors.reject((refusal.reason() == Reason.EMAIL_TAKEN) ? "people.link.taken"
					: Objects.requireNonNull(refusal.getCodes())[0]);
			return show(secret, form, model);
		}
		redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("people.joined"));
		return "redirect:/compte/connexion";
	}

	record ChosenForm(@NotBlank(message = "{account.password.missing}") @Nullable String password) {
	}

}
