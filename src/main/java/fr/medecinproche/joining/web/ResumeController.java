package fr.medecinproche.joining.web;

import java.time.Clock;
import java.time.LocalDate;

import fr.medecinproche.account.EmailAddress;
import fr.medecinproche.account.Secret;
import fr.medecinproche.joining.DraftAccess;
import fr.medecinproche.joining.DraftRefusedException;
import fr.medecinproche.joining.ResumeService;
import fr.medecinproche.web.Flash;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * « Reprendre ma demande »: asks for the link, then goes on. Opening the link only shows
 * a button, because mail scanners open links too.
 */
@Controller
@RequestMapping(JoiningPages.RESUME)
class ResumeController {

	private static final String ASK = "medecin/reprise";

	private final DraftAccess access;

	private final ResumeService service;

	private final DraftCookie cookie;

	private final Clock clock;

	ResumeController(DraftAccess access, ResumeService service, DraftCookie cookie, Clock clock) {
		this.access = access;
		this.service = service;
		this.cookie = cookie;
		this.clock = clock;
	}

	@GetMapping
	String ask(@ModelAttribute("form") AskForm form,
			@RequestParam(required = false) DraftRefusedException.@Nullable Reason refus, HttpServletRequest request,
			Model model) {
		model.addAttribute("refusal", refus);
		model.addAttribute("here", isUnderWay(request));
		return ASK;
	}

	private boolean isUnderWay(HttpServletRequest request) {
		try {
			return this.cookie.read(request).map(this.access::ofBrowser).isPresent();
		}
		catch (DraftRefusedException ex) {
			return false;
		}
	}

	/** The answer is the same whoever asks: it must not tell who applies. */
	@PostMapping
	String send(@Valid @ModelAttribute("form") AskForm form, BindingResult errors, RedirectAttributes redirect) {
		var email = EmailAddress.parse(form.email());
		if (!errors.hasErrors() && email.isEmpty()) {
			errors.rejectValue("email", "account.email.invalid");
		}
		if (errors.hasErrors()) {
			return ASK;
		}
		this.service.ask(email.orElseThrow());
		redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("joining.resume.sent"));
		return "redirect:" + JoiningPages.RESUME;
	}

	@GetMapping("/{secret}")
	String show(@PathVariable String secret, Model model) {
		model.addAttribute("secret", secret);
		var draft = this.access.ofLink(Secret.of(secret));
		model.addAttribute("started", LocalDate.ofInstant(draft.getStartedAt(), this.clock.getZone()));
		model.addAttribute("expires", LocalDate.ofInstant(draft.getExpiresAt(), this.clock.getZone()));
		model.addAttribute("step", draft.nextStep().ordinal() + 1);
		return "medecin/reprise-lien";
	}

	@PostMapping("/{secret}")
	String resume(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response) {
		var link = Secret.of(secret);
		var next = this.access.ofLink(link).nextStep();
		this.cookie.give(this.service.resume(link), request, response);
		return "redirect:" + JoiningPages.of(next);
	}

	@DeleteMapping("/{secret}")
	String forget(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response,
			RedirectAttributes redirect) {
		this.service.forget(Secret.of(secret));
		this.cookie.takeBack(request, response);
		redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("joining.resume.forgotten"));
		return "redirect:" + JoiningPages.HOME;
	}

	/**
	 * Whose link to send.
	 *
	 * @param email as typed
	 */
	record AskForm(@NotBlank(message = "{account.email.missing}") @Nullable String email) {
	}

}
