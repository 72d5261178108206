package fr.medecinproche.appointment.web;

import java.time.Clock;
import java.util.Optional;

import fr.medecinproche.appointment.Asker;
import fr.medecinproche.appointment.Channel;
import fr.medecinproche.appointment.RegularDoctor;
import fr.medecinproche.appointment.SearchOrder;
import fr.medecinproche.appointment.SearchResult;
import fr.medecinproche.appointment.SiteSearch;
import fr.medecinproche.appointment.VisitKind;
import fr.medecinproche.schedule.Period;
import fr.medecinproche.territory.Commune;
import fr.medecinproche.territory.CommuneAnswer;
import fr.medecinproche.territory.CommuneField;
import fr.medecinproche.territory.CommuneSearch;
import fr.medecinproche.territory.ZoneContours;
import org.jspecify.annotations.Nullable;

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

	private static final String VIEW = "patient/recherche";

	private static final int SITES = 10;

	private static final int TIMES = 3;

	private static final int LAST_PAGE = 1000;

	private final SiteSearch sites;

	private final CommuneField field;

	private final CommuneSearch search;

	private final ZoneContours contours;

	private final Clock clock;

	SearchController(SiteSearch sites, CommuneField field, CommuneSearch search, ZoneContours contours, Clock clock) {
		this.sites = sites;
		this.field = field;
		this.search = search;
		this.contours = contours;
		this.clock = clock;
	}

	@GetMapping("/recherche")
	String search(@ModelAttribute("form") SearchForm form, BindingResult errors,
			@ModelAttribute("filter") FilterForm filter, BindingResult filterErrors,
			@RequestParam(defaultValue = "0") int page, Model model) {
		addChoices(form, filter, model);
		var daysAreRight = filter.check(filterErrors, this.clock);
		if (daysAreRight) {
			forget("filter", filter, model);
		}
		if (form.isUntouched()) {
			forget("form", form, model);
			return VIEW;
		}
		var commune = understand(form, errors, model);
		commune.ifPresent((lives) -> forget("form", form.understood(lives), model));
		if (commune.isPresent() && daysAreRight) {
			addFound(commune.get(), form, filter, Math.clamp(page, 0, LAST_PAGE), model);
		}
		return VIEW;
	}

	private static void addChoices(SearchForm form, FilterForm filter, Model model) {
		model.addAttribute("kind", form.kind());
		model.addAttribute("kinds", VisitKind.values());
		model.addAttribute("regularDoctor", form.medecinTraitant());
		model.addAttribute("regularDoctors", RegularDoctor.values());
		model.addAttribute("radii", FilterForm.RADII);
		model.addAttribute("periods", Period.values());
		model.addAttribute("orders", SearchOrder.values());
		model.addAttribute("order", filter.order());
		model.addAttribute("wanted", filter.filter());
	}

	/** What makes no sense in an address is left out, without a word. */
	private static void forget(String name, Object form, Model model) {
		model.addAttribute(name, form);
		model.asMap().remove(BindingResult.MODEL_KEY_PREFIX + name);
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

	private void addFound(Commune lives, SearchForm form, FilterForm filter, int page, Model model) {
		var found = find(lives, form, filter, page);
		model.addAttribute("lives", lives);
		model.addAttribute("livesIn", lives.getInsee());
		model.addAttribute("result", found);
		model.addAttribute("found", found.sites());
		model.addAttribute("links", new SearchLinks(form.understood(lives), filter.filter(), filter.order()));
		if (!found.sites().isEmpty()) {
			model.addAttribute("map", SearchMap.of(lives, found.sites().getContent(), this.contours));
		}
	}

	private SearchResult find(Commune lives, SearchForm form, FilterForm filter, int page) {
		return this.sites.find(lives.getPosition(), filter.filter(), form.kind(),
				new Asker(Channel.WEB, form.medecinTraitant()), filter.order(), TIMES, PageRequest.of(page, SITES));
	}

}
