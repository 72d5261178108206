package fr.medecinproche.site.web;

import java.util.Map;
import java.util.Objects;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.site.ConsultationSites;
import fr.medecinproche.site.Equipment;
import fr.medecinproche.site.SiteDescription;
import fr.medecinproche.site.SiteEdits;
import fr.medecinproche.site.SiteKind;
import fr.medecinproche.site.SiteRefusedException;
import fr.medecinproche.site.SiteService;
import fr.medecinproche.territory.Intercommunalites;
import fr.medecinproche.web.Flash;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Describes a site, new or known.
 */
@Controller
class SiteFormController {

	private static final String VIEW = "ars/lieu-formulaire";

	private static final String AFTER = "redirect:/ars/lieux/";

	/** How the choices between two agents' words are called in the form. */
	private static final String CHOICE = "choix.";

	private static final String THEIRS = "autre";

	private final ConsultationSites sites;

	private final SiteService service;

	private final SiteFormReader reader;

	private final SiteFieldWords words;

	private final SiteEdits edits;

	private final Intercommunalites zones;

	SiteFormController(ConsultationSites sites, SiteService service, SiteFormReader reader, SiteFieldWords words,
			SiteEdits edits, Intercommunalites zones) {
		this.sites = sites;
		this.service = service;
		this.reader = reader;
		this.words = words;
		this.edits = edits;
		this.zones = zones;
	}

	@ModelAttribute("kinds")
	SiteKind[] kinds() {
		return SiteKind.values();
	}

	@ModelAttribute("equipments")
	Equipment[] equipments() {
		return Equipment.values();
	}

	@GetMapping("/ars/lieux/nouveau")
	String blank(@AuthenticationPrincipal SignedIn agent, @RequestParam(required = false) @Nullable String zone,
			Model model) {
		if (zone != null) {
			this.zones.seenFrom(zone, agent.perimeter()).ifPresent((seen) -> model.addAttribute("zone", seen));
		}
		model.addAttribute("form", SiteForm.blank());
		return VIEW;
	}

	@PostMapping("/ars/lieux/nouveau")
	String create(@AuthenticationPrincipal SignedIn agent, @Valid @ModelAttribute("form") @Nullable SiteForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		var description = this.reader.read(form, agent.perimeter(), errors, model);
		if (description.isEmpty()) {
			return VIEW;
		}
		var site = this.service.create(description.get(), false);
		redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("site.form.created", site.getNom()));
		return AFTER + site.getId();
	}

	@GetMapping("/ars/lieux/{id}/modifier")
	String edit(@AuthenticationPrincipal SignedIn agent, @PathVariable long id, Model model) {
		var site = show(id, agent, model);
		model.addAttribute("form", form(site.getDescription().texts()));
		return VIEW;
	}

	private SiteForm form(Map<String, String> texts) {
		return SiteForm.of(texts, this.words.commune(Objects.requireNonNull(texts.get("commune"))));
	}

	/**
	 * Of the fields two agents changed, those for which {@code autre} was chosen stay as
	 * the other left them.
	 */
	@PostMapping("/ars/lieux/{id}/modifier")
	String describe(@AuthenticationPrincipal SignedIn agent, @PathVariable long id, @RequestParam int version,
			@RequestParam Map<String, String> typed, @Valid @ModelAttribute("form") @Nullable SiteForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		var site = show(id, agent, model);
		model.addAttribute("version", version);
		var description = this.reader.read(form, agent.perimeter(), errors, model);
		if (description.isEmpty()) {
			return VIEW;
		}
		var chosen = chosen(description.get(), site, typed, agent, errors, model);
		if (!describe(id, agent, version, chosen, errors)) {
			if (isChangedMeanwhile(errors)) {
				showConflict(site, version, chosen, model);
			}
			return VIEW;
		}
		redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("site.form.saved"));
		return AFTER + id;
	}

	private SiteDescription chosen(SiteDescription mine, ConsultationSite site, Map<String, String> typed,
			SignedIn agent, BindingResult errors, Model model) {
		var texts = mine.texts();
		site.getDescription().texts().forEach((field, theirs) -> {
			if (THEIRS.equals(typed.get(CHOICE + field))) {
				texts.put(field, theirs);
			}
		});
		return texts.equals(mine.texts()) ? mine
				: this.reader.read(form(texts), agent.perimeter(), errors, model).orElse(mine);
	}

	private static boolean isChangedMeanwhile(BindingResult errors) {
		return errors.getGlobalErrors()
			.stream()
			.anyMatch((error) -> ("site.refusal." + SiteRefusedException.Reason.CHANGED_MEANWHILE)
				.equals(error.getCode()));
	}

	/** Nothing typed is lost, and nothing the other did is undone unseen. */
	private void showConflict(ConsultationSite site, int version, SiteDescription mine, Model model) {
		var conflict = SiteConflict.of(this.edits.since(site.getId(), version),
				this.edits.changedSince(site.getId(), version), site.getDescription().texts(), mine.texts());
		model.addAttribute("conflict", conflict);
		model.addAttribute("words", this.words);
		model.addAttribute("form", form(conflict.merged()));
		model.asMap().remove(BindingResult.MODEL_KEY_PREFIX + "form");
		model.addAttribute("version", site.getVersion());
	}

	private ConsultationSite show(long id, SignedIn agent, Model model) {
		var site = this.sites.findById(id, agent.perimeter())
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		model.addAttribute("site", site);
		model.addAttribute("version", site.getVersion());
		return site;
	}

	private boolean describe(long id, SignedIn agent, int version, SiteDescription description, BindingResult errors) {
		try {
			this.service.describe(id, agent.perimeter(), version, description);
			return true;
		}
		catch (SiteRefusedException ex) {
			errors.reject(ex.getCodes()[0]);
		}
		catch (OptimisticLockingFailureException ex) {
			errors.reject("site.refusal." + SiteRefusedException.Reason.CHANGED_MEANWHILE);
		}
		return false;
	}

}
