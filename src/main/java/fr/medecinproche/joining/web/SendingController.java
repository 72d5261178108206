package fr.medecinproche.joining.web;

import java.util.List;
import java.util.Objects;

import fr.medecinproche.account.PasswordPolicy;
import fr.medecinproche.account.Secret;
import fr.medecinproche.joining.DraftAccess;
import fr.medecinproche.joining.DraftRefusedException;
import fr.medecinproche.joining.DraftRefusedException.Reason;
import fr.medecinproche.joining.DraftStep;
import fr.medecinproche.joining.SubmissionService;
import fr.medecinproche.joining.VolunteerDraft;
import fr.medecinproche.territory.CommuneField;
import fr.medecinproche.territory.Intercommunalite;
import fr.medecinproche.territory.Intercommunalites;
import fr.medecinproche.volunteer.FileRefusedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Reading an application through, and sending it.
 */
@Controller
class SendingController {

	private static final String VIEW = "medecin/inscription-envoi";

	private final DraftAccess access;

	private final SubmissionService submissions;

	private final DraftCookie cookie;

	private final CommuneField communes;

	private final Intercommunalites zones;

	SendingController(DraftAccess access, SubmissionService submissions, DraftCookie cookie, CommuneField communes,
			Intercommunalites zones) {
		this.access = access;
		this.submissions = submissions;
		this.cookie = cookie;
		this.communes = communes;
		this.zones = zones;
	}

	@GetMapping(JoiningPages.FORM + "/envoi")
	String read(@CookieValue(name = DraftCookie.NAME, defaultValue = "") String secret, Model model) {
		var draft = this.access.ofBrowser(Secret.of(secret));
		model.addAttribute("form", new SendingForm(null));
		return show(draft, model);
	}

	/** The answer is the same whether the address has an account or not. */
	@PostMapping(JoiningPages.FORM + "/envoi")
	String send(@CookieValue(name = DraftCookie.NAME, defaultValue = "") String secret,
			@Valid @ModelAttribute("form") SendingForm form, BindingResult errors, Model model,
			HttpServletRequest request, HttpServletResponse response) {
		var browser = Secret.of(secret);
		try {
			var draft = this.access.ofBrowser(browser);
			form.check(draft, errors);
			if (errors.hasErrors() || draft.nextStep() != DraftStep.SENDING) {
				return show(draft, model);
			}
			this.submissions.send(browser, Objects.requireNonNull(form.password()));
		}
		catch (FileRefusedException refusal) {
			errors.reject(refusal.getCodes()[0]);
			return show(this.access.ofBrowser(browser), model);
		}
		catch (DraftRefusedException refusal) {
			if (refusal.reason() != Reason.SENT) {
				throw refusal;
			}
			// a second click
		}
		this.cookie.takeBack(request, response);
		return "redirect:" + JoiningPages.SENT;
	}

	@GetMapping(JoiningPages.SENT)
	String sent() {
		return "medecin/message-envoye";
	}

	private String show(VolunteerDraft draft, Model model) {
		if (draft.nextStep() != DraftStep.SENDING) {
			return "redirect:" + JoiningPages.of(draft.nextStep());
		}
		var practice = Objects.requireNonNull(draft.getPractice());
		var wishes = Objects.requireNonNull(draft.getWishes());
		model.addAttribute("who", draft.identity());
		model.addAttribute("practice", practice);
		model.addAttribute("commune", this.communes.chosen(practice.commune()).orElseThrow());
		model.addAttribute("wishes", wishes);
		model.addAttribute("zones",
				wishes.zones().isEmpty() ? List.of()
						: this.zones.seenFrom(null)
							.stream()
							.filter((zone) -> wishes.zones().contains(zone.getSiren()))
							.map(Intercommunalite::getNomArs)
							.toList());
		return VIEW;
	}

	/**
	 * What is typed to send.
	 *
	 * @param password as typed
	 */
	record SendingForm(@NotBlank(message = "{account.password.missing}") @Nullable String password) {

		void check(VolunteerDraft draft, BindingResult errors) {
			if (errors.hasFieldErrors("password")) {
				return;
			}
			var who = draft.identity();
			PasswordPolicy
				.weaknessOf(Objects.requireNonNull(this.password), who.givenName(), who.familyName(), who.email())
				.ifPresent((weakness) -> errors.rejectValue("password", weakness.key()));
		}

	}

}
