package fr.medecinproche.joining.web;

import java.util.Optional;
import java.util.stream.Collectors;

import fr.medecinproche.account.Secret;
import fr.medecinproche.joining.DraftAccess;
import fr.medecinproche.joining.DraftService;
import fr.medecinproche.joining.DraftStep;
import fr.medecinproche.territory.Intercommunalite;
import fr.medecinproche.territory.Intercommunalites;
import fr.medecinproche.volunteer.StartWish;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The third step of an application: where and when the doctor would like to come.
 */
@Controller
@RequestMapping(JoiningPages.FORM + "/souhaits")
class WishesController {

	private static final String VIEW = "medecin/inscription-souhaits";

	private final DraftAccess access;

	private final DraftService drafts;

	private final Intercommunalites zones;

	private final WishCookie brought;

	WishesController(DraftAccess access, DraftService drafts, Intercommunalites zones, WishCookie brought) {
		this.access = access;
		this.drafts = drafts;
		this.zones = zones;
		this.brought = brought;
	}

	@GetMapping
	String ask(@CookieValue(name = DraftCookie.NAME, defaultValue = "") String secret, HttpServletRequest request,
			Model model) {
		var draft = this.access.ofBrowser(Secret.of(secret));
		if (draft.nextStep().compareTo(DraftStep.WISHES) < 0) {
			return "redirect:" + JoiningPages.of(draft.nextStep());
		}
		model.addAttribute("form",
				Optional.ofNullable(draft.getWishes())
					.map(WishesForm::of)
					.or(() -> this.brought.read(request))
					.orElse(WishesForm.EMPTY));
		return show(model);
	}

	@PostMapping
	String answer(@CookieValue(name = DraftCookie.NAME, defaultValue = "") String secret,
			@Valid @ModelAttribute("form") WishesForm form, BindingResult errors, Model model) {
		var browser = Secret.of(secret);
		this.access.ofBrowser(browser);
		if (errors.hasErrors()) {
			return show(model);
		}
		var known = this.zones.seenFrom(null).stream().map(Intercommunalite::getSiren).collect(Collectors.toSet());
		this.drafts.wish(browser, form.toWishes(known::contains));
		return "redirect:" + JoiningPages.of(DraftStep.SENDING);
	}

	private String show(Model model) {
		var chosen = (model.getAttribute("form") instanceof WishesForm form) ? form.zones() : null;
		model.addAttribute("chosenZones", chosen != null && !chosen.isEmpty());
		model.addAttribute("zones", this.zones.seenFrom(null));
		model.addAttribute("distances", WishesForm.DISTANCES);
		model.addAttribute("days", WishesForm.DAYS);
		model.addAttribute("starts", StartWish.values());
		return VIEW;
	}

}
