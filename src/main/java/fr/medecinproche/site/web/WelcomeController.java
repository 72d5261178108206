package fr.medecinproche.site.web;

import java.util.Locale;

import fr.medecinproche.account.PhoneNumber;
import fr.medecinproche.account.SignedIn;
import fr.medecinproche.site.SiteRefusedException;
import fr.medecinproche.site.WelcomePaper;
import fr.medecinproche.site.WelcomeWords;
import fr.medecinproche.site.welcome.WelcomeService;
import fr.medecinproche.site.welcome.WelcomeSheet;
import fr.medecinproche.site.welcome.WelcomeSheets;
import fr.medecinproche.web.Flash;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The welcome sheet of a site, read and written by the agency and by the host.
 */
@Controller
class WelcomeController {

	private static final String AGENCY = "/ars/lieux/{id:\\d+}/fiche-accueil";

	private static final String HOST = "/lieu/fiche-accueil";

	private static final String FORM = "lieu/fiche-accueil-formulaire";

	private final SiteAccess access;

	private final WelcomeSheets sheets;

	private final WelcomeService service;

	private final WelcomePaper paper;

	WelcomeController(SiteAccess access, WelcomeSheets sheets, WelcomeService service, WelcomePaper paper) {
		this.access = access;
		this.sheets = sheets;
		this.service = service;
		this.paper = paper;
	}

	@GetMapping({ AGENCY, HOST })
	String read(@AuthenticationPrincipal SignedIn who, @PathVariable(required = false) @Nullable Long id, Model model) {
		var seen = this.access.of(who, id, model);
		model.addAttribute("welcome", this.sheets.of(seen.id()));
		model.addAttribute("place", seen.site().isItinerant() ? null : seen.site().getPlace());
		model.addAttribute("stops", this.paper.nextStops(seen.site()));
		return "lieu/fiche-accueil";
	}

	@GetMapping({ AGENCY + ".pdf", HOST + ".pdf" })
	ResponseEntity<byte[]> print(@AuthenticationPrincipal SignedIn who,
			@PathVariable(required = false) @Nullable Long id, Model model, Locale locale) {
		return this.paper.print(this.access.of(who, id, model).site(), locale);
	}

	@GetMapping({ AGENCY + "/modifier", HOST + "/modifier" })
	String edit(@AuthenticationPrincipal SignedIn who, @PathVariable(required = false) @Nullable Long id, Model model) {
		var seen = this.access.of(who, id, model);
		var sheet = this.sheets.findById(seen.id());
		model.addAttribute("form", WelcomeForm.of(sheet.map(WelcomeSheet::getWords).orElse(WelcomeWords.UNSAID)));
		model.addAttribute("version", sheet.map(WelcomeSheet::getVersion).orElse(-1));
		return FORM;
	}

	@PostMapping({ AGENCY + "/modifier", HOST + "/modifier" })
	String write(@AuthenticationPrincipal SignedIn who, @PathVariable(required = false) @Nullable Long id,
			@RequestParam int version, @Valid @ModelAttribute("form") WelcomeForm form, BindingResult errors,
			Model model, RedirectAttributes redirect) {
		var seen = this.access.of(who, id, model);
		model.addAttribute("version", version);
		if (StringUtils.hasText(form.contactPhone()) && PhoneNumber.parse(form.contactPhone()).isEmpty()) {
			errors.rejectValue("contactPhone", "site.form.phone.invalid");
		}
		if (errors.hasErrors() || !write(seen, version, form, errors)) {
			return FORM;
		}
		redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("site.welcome.saved"));
		return "redirect:" + seen.base() + "/fiche-accueil";
	}

	private boolean write(SiteAccess.Seen seen, int version, WelcomeForm form, BindingResult errors) {
		try {
			this.service.write(seen.id(), version, form.words());
			return true;
		}
		catch (SiteRefusedException | OptimisticLockingFailureException ex) {
			errors.reject("site.refusal." + SiteRefusedException.Reason.CHANGED_MEANWHILE);
			return false;
		}
	}

	/**
	 * What is typed of a welcome sheet; see {@link WelcomeWords}.
	 */
	record WelcomeForm(@Size(max = 120) @Nullable String contactName, @Nullable String contactPhone,
			@Size(max = 600) @Nullable String team, @Size(max = 600) @Nullable String softwareHelp,
			@Size(max = 600) @Nullable String cardReader, @Size(max = 300) @Nullable String internet,
			@Size(max = 600) @Nullable String lodging, @Size(max = 300) @Nullable String pharmacy,
			@Size(max = 300) @Nullable String laboratory, @Size(max = 300) @Nullable String ambulance,
			@Size(max = 300) @Nullable String emergency, @Size(max = 600) @Nullable String bring) {

		static WelcomeForm of(WelcomeWords words) {
			var phone = words.contactPhone();
			return new WelcomeForm(words.contactName(), (phone != null) ? phone.toString() : null, words.team(),
					words.softwareHelp(), words.cardReader(), words.internet(), words.lodging(), words.pharmacy(),
					words.laboratory(), words.ambulance(), words.emergency(), words.bring());
		}

		WelcomeWords words() {
			return new WelcomeWords(text(this.contactName), PhoneNumber.parse(this.contactPhone).orElse(null),
					text(this.team), text(this.softwareHelp), text(this.cardReader), text(this.internet),
					text(this.lodging), text(this.pharmacy), text(this.laboratory), text(this.ambulance),
					text(this.emergency), text(this.bring));
		}

		private static @Nullable String text(@Nullable String typed) {
			return StringUtils.hasText(typed) ? typed.strip() : null;
		}

	}

}
