package fr.medecinproche.appointment.web;

import java.util.Optional;

import fr.medecinproche.appointment.Asker;
import fr.medecinproche.appointment.AvailabilityService;
import fr.medecinproche.appointment.Channel;
import fr.medecinproche.appointment.RegularDoctor;
import fr.medecinproche.appointment.SiteOffers;
import fr.medecinproche.appointment.VisitKind;
import fr.medecinproche.territory.Commune;
import fr.medecinproche.territory.CommuneAnswer;
import fr.medecinproche.territory.CommuneField;
import fr.medecinproche.territory.CommuneSearch;
import fr.medecinproche.territory.ZoneContours;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The sites around a commune, with their next free times.
 */
@Controller
class SearchController {

	/** An hour by car: farther, a visit of twenty minutes takes the day. */
	private static final int RADIUS_KM = 60;

	private static final int SITES = 10;

	private static final int TIMES = 3;

	private static final int LAST_PAGE = 1000;

	private final AvailabilityService availability;

	private final CommuneField field;

	private final CommuneSearch search;

	private final ZoneContours contours;

	SearchController(AvailabilityService availability, CommuneField field, CommuneSearch search,
			ZoneContours contours) {
		this.availability = availability;
		this.contours = contours;
		this.field = field;
		this.search = search;
	}

	@GetMapping("/recherche")
	String search(@ModelAttribute("form") SearchForm form, BindingResult errors,
			@RequestParam(defaultValue = "0") int page, Model model) {
		model.addAttribute("kind", form.kind());
		model.addAttribute("kinds", VisitKind.values());
		model.addAttribute("regularDoctor", form.medecinTraitant());
		model.addAttribute("regularDoctors", RegularDoctor.values());
		model.addAttribute("radius", RADIUS_KM);
		var commune = understand(form, errors, model);
		if (commune.isEmpty()) {
			model.addAttribute("pageRefused", true);
			return "patient/recherche";
		}
		model.addAttribute("form", form.understood(commune.get()));
		model.asMap().remove(BindingResult.MODEL_KEY_PREFIX + "form");
		model.addAttribute("lives", commune.get());
		var found = near(commune.get(), form, Math.clamp(page, 0, LAST_PAGE));
		model.addAttribute("found", found);
		if (!found.isEmpty()) {
			model.addAttribute("map", SearchMap.of(commune.get(), found.getContent(), this.contours));
		}
		return "patient/recherche";
	}

	private Optional<Commune> understand(SearchForm form, BindingResult errors, Model model) {
		return this.field.read("commune", form.commune(), code(form), errors, model);
	}

	/** A postal code is likelier to be typed than the INSEE code it may be too. */
	private @Nullable String code(SearchForm form) {
		var typed = form.commune();
		return (StringUtils.hasText(form.communeCode()) || typed == null
				|| !(this.search.understand(typed) instanceof CommuneAnswer.Unknown)) ? form.communeCode()
						: typed.strip();
	}

	private Page<SiteOffers> near(Commune commune, SearchForm form, int page) {
		var found = this.availability.near(commune.getPosition(), RADIUS_KM, form.kind(),
				new Asker(Channel.WEB, form.medecinTraitant()), TIMES, PageRequest.of(page, SITES));
		return (page > 0 && found.isEmpty()) ? near(commune, form, 0) : found;
	}

}
