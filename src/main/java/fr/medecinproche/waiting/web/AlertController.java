package fr.medecinproche.waiting.web;

import java.time.Clock;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

import fr.medecinproche.appointment.RegularDoctor;
import fr.medecinproche.appointment.TypedPatient.Whom;
import fr.medecinproche.appointment.VisitKind;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.site.ConsultationSites;
import fr.medecinproche.territory.Commune;
import fr.medecinproche.territory.CommuneField;
import fr.medecinproche.waiting.WaitingService;
import fr.medecinproche.waiting.WaitingWish;
import fr.medecinproche.web.Flash;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * « Prévenez-moi »: joining the waiting list.
 */
@Controller
class AlertController {

	private static final String VIEW = "patient/alertes";

	private final WaitingService waiting;

	private final CommuneField communeField;

	private final ConsultationSites sites;

	private final Clock clock;

	AlertController(WaitingService waiting, CommuneField communeField, ConsultationSites sites, Clock clock) {
		this.waiting = waiting;
		this.communeField = communeField;
		this.sites = sites;
		this.clock = clock;
	}

	@GetMapping("/alertes")
	String write(@RequestParam(required = false) @Nullable String commune,
			@RequestParam(required = false) @Nullable VisitKind motif,
			@RequestParam(required = false) @Nullable RegularDoctor medecinTraitant, Model model) {
		model.addAttribute("form", AlertForm.empty(inWords(commune), motif, medecinTraitant));
		fill(model);
		return VIEW;
	}

	private @Nullable String inWords(@Nullable String commune) {
		return this.communeField.chosen(commune).map(Commune::getLabel).orElse(commune);
	}

	@PostMapping("/alertes")
	String join(@Valid @ModelAttribute("form") AlertForm form, BindingResult errors, Model model,
			RedirectAttributes redirect, Locale locale) {
		form.check(errors, this.clock);
		var commune = this.communeField.read("commune", form.commune(), form.communeCode(), errors, model);
		if (errors.hasErrors()) {
			model.addAttribute("pageRefused", true);
			commune.filter((lives) -> form.cannotBeTold())
				.flatMap(this::nearest)
				.ifPresent((site) -> model.addAttribute("nearest", site));
			fill(model);
			return VIEW;
		}
		var lives = commune.orElseThrow();
		return this.waiting.join(form.patient(lives), lives, form.wish(), locale).map((link) -> {
			redirect.addAttribute("secret", link.value());
			redirect.addFlashAttribute("flash", Flash.success("waiting.joined"));
			return "redirect:/alertes/{secret}";
		}).orElse("redirect:/alertes/deja-inscrit");
	}

	/** Who cannot be told calls. */
	private Optional<ConsultationSite> nearest(Commune lives) {
		var home = lives.getPosition();
		var box = home.boundingBox(WaitingWish.RADII.getLast());
		return this.sites.openIn(box.south(), box.north(), box.west(), box.east())
			.stream()
			.min(Comparator.comparingDouble((site) -> site.getPosition().distanceTo(home)));
	}

	private static void fill(Model model) {
		model.addAttribute("radii", WaitingWish.RADII);
		model.addAttribute("kinds", VisitKind.values());
		model.addAttribute("whens", AlertForm.When.values());
		model.addAttribute("whoms", Whom.values());
		model.addAttribute("regularDoctors", RegularDoctor.values());
	}

	@GetMapping("/alertes/comment-ca-marche")
	String explain() {
		return "patient/alertes-comment";
	}

	@GetMapping("/alertes/deja-inscrit")
	String already(Model model) {
		model.addAttribute("note", "already");
		return "patient/alerte-note";
	}

	@GetMapping("/alertes/au-revoir")
	String farewell(Model model) {
		model.addAttribute("note", "left");
		return "patient/alerte-note";
	}

}
