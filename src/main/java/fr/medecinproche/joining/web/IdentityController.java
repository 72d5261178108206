package fr.medecinproche.joining.web;

import java.util.Locale;
import java.util.Optional;

import fr.medecinproche.account.Secret;
import fr.medecinproche.joining.DraftAccess;
import fr.medecinproche.joining.DraftRefusedException;
import fr.medecinproche.joining.DraftService;
import fr.medecinproche.joining.DraftStep;
import fr.medecinproche.joining.JoiningSettings;
import fr.medecinproche.joining.VolunteerDraft;
import fr.medecinproche.volunteer.DirectoryEntry;
import fr.medecinproche.volunteer.FileRefusedException;
import fr.medecinproche.volunteer.HealthDirectory;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The first step of an application: who applies. The directory fills in the names of
 * whoever leaves them out.
 */
@Controller
@RequestMapping(JoiningPages.FORM)
class IdentityController {

	private static final String VIEW = "medecin/inscription";

	private final DraftAccess access;

	private final DraftService drafts;

	private final DraftCookie cookie;

	private final HealthDirectory directory;

	private final JoiningSettings settings;

	IdentityController(DraftAccess access, DraftService drafts, DraftCookie cookie, HealthDirectory directory,
			JoiningSettings settings) {
		this.access = access;
		this.drafts = drafts;
		this.cookie = cookie;
		this.directory = directory;
		this.settings = settings;
	}

	@GetMapping
	String ask(HttpServletRequest request, Model model) {
		model.addAttribute("form",
				underWay(request).map((draft) -> IdentityForm.of(draft.identity())).orElse(IdentityForm.EMPTY));
		return show(model);
	}

	/** Whoever has no draft any more simply begins another. */
	private Optional<VolunteerDraft> underWay(HttpServletRequest request) {
		try {
			return this.cookie.read(request).map(this.access::ofBrowser);
		}
		catch (DraftRefusedException ex) {
			return Optional.empty();
		}
	}

	@PostMapping
	String answer(@Valid @ModelAttribute("form") IdentityForm form, BindingResult errors, Model model, Locale locale,
			HttpServletRequest request, HttpServletResponse response) {
		var entry = form.isNameless() ? form.number().flatMap(this.directory::find) : Optional.<DirectoryEntry>empty();
		if (entry.isPresent()) {
			return nameFound(form.named(entry.get()), errors, model);
		}
		form.check(errors);
		if (errors.hasErrors()) {
			return show(model);
		}
		try {
			keep(form, locale, request, response);
		}
		catch (FileRefusedException refusal) {
			errors.rejectValue("rpps", refusal.getCodes()[0]);
			return show(model);
		}
		return "redirect:" + JoiningPages.of(DraftStep.PRACTICE);
	}

	/** The doctor looks at the name before going on; what else is wrong is said too. */
	private String nameFound(IdentityForm named, BindingResult errors, Model model) {
		var others = new BeanPropertyBindingResult(named, "form");
		errors.getFieldErrors().forEach(others::addError);
		named.check(others);
		model.addAttribute("form", named);
		model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", others);
		model.addAttribute("nameFound", true);
		return show(model);
	}

	private void keep(IdentityForm form, Locale locale, HttpServletRequest request, HttpServletResponse response) {
		var identity = form.toIdentity();
		if (underWay(request).isPresent()) {
			this.drafts.identify(this.cookie.read(request).orElseThrow(), identity);
			return;
		}
		Secret browser = this.drafts.begin(identity, locale);
		this.cookie.give(browser, request, response);
	}

	private String show(Model model) {
		model.addAttribute("keptDays", this.settings.kept().toDays());
		model.addAttribute("extract", this.directory.extract().orElse(null));
		return VIEW;
	}

}
