package fr.medecinproche.schedule.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.schedule.OpeningPattern;
import fr.medecinproche.schedule.SchedulingRefusedException;
import fr.medecinproche.schedule.ZoneOpening;
import fr.medecinproche.schedule.ZoneOpeningService;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.site.ConsultationSites;
import fr.medecinproche.site.SiteStatus;
import fr.medecinproche.territory.Intercommunalites;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Opens the same pattern at several sites of a zone. That may be thousands of half-days:
 * it is done in the background, and can be stopped; then nothing is opened.
 */
@Controller
@RequestMapping("/ars/zones/{siren}/ouverture")
class ZoneOpeningController {

	private static final String FORM = "ars/zone-ouverture";

	private final Intercommunalites zones;

	private final ConsultationSites sites;

	private final RhythmPages pages;

	private final ZoneOpeningService opening;

	private final LongOpenings works;

	ZoneOpeningController(Intercommunalites zones, ConsultationSites sites, RhythmPages pages,
			ZoneOpeningService opening, LongOpenings works) {
		this.zones = zones;
		this.sites = sites;
		this.pages = pages;
		this.opening = opening;
		this.works = works;
	}

	/** The open sites of the zone; a zone outside the agent's sight is not found. */
	private List<ConsultationSite> show(String siren, SignedIn agent, Set<Long> lieux, boolean tous, Model model) {
		var zone = this.zones.seenFrom(siren, agent.perimeter())
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		var open = this.sites.inZone(siren).stream().filter((site) -> site.getStatus() == SiteStatus.OPEN).toList();
		model.addAttribute("zone", zone);
		model.addAttribute("sites", open);
		model.addAttribute("lieux", lieux);
		model.addAttribute("tous", tous);
		this.pages.form(model);
		return open.stream().filter((site) -> lieux.contains(site.getId())).toList();
	}

	@GetMapping
	String describe(@AuthenticationPrincipal SignedIn agent, @PathVariable String siren,
			@RequestParam(defaultValue = "") Set<Long> lieux, @RequestParam(defaultValue = "false") boolean tous,
			@ModelAttribute("form") @Nullable RhythmForm form, BindingResult errors, Model model) {
		show(siren, agent, lieux, tous, model);
		return FORM;
	}

	@GetMapping("/apercu")
	String preview(@AuthenticationPrincipal SignedIn agent, @PathVariable String siren,
			@RequestParam(defaultValue = "") Set<Long> lieux, @RequestParam(defaultValue = "false") boolean tous,
			@Valid @ModelAttribute("form") @Nullable RhythmForm form, BindingResult errors, Model model) {
		var chosen = show(siren, agent, lieux, tous, model);
		return isRight(chosen, form, errors) ? preview(asked(chosen, form, tous), errors, model) : FORM;
	}

	private boolean isRight(List<ConsultationSite> chosen, @Nullable RhythmForm form, BindingResult errors) {
		if (form != null) {
			form.checkRule(this.pages.today(), errors);
		}
		if (chosen.isEmpty()) {
			errors.reject("schedule.zone.sites.missing");
		}
		return form != null && !errors.hasErrors();
	}

	private static Map<ConsultationSite, OpeningPattern> asked(List<ConsultationSite> chosen, RhythmForm form,
			boolean everyRoom) {
		var asked = new LinkedHashMap<ConsultationSite, OpeningPattern>();
		chosen.forEach((site) -> {
			int last = everyRoom ? site.getRooms() : 1;
			asked.put(site, form.in(IntStream.rangeClosed(1, last).boxed().collect(Collectors.toSet())).pattern(site));
		});
		return asked;
	}

	private String preview(Map<ConsultationSite, OpeningPattern> asked, BindingResult errors, Model model) {
		try {
			show(this.opening.preview(asked), model);
			return "ars/zone-ouverture-apercu";
		}
		catch (SchedulingRefusedException refusal) {
			errors.reject(refusal.getCodes()[0]);
			return FORM;
		}
	}

	private static void show(ZoneOpening opening, Model model) {
		model.addAttribute("opening", opening);
		model.addAttribute("parts", opening.sites().stream().map(Part::of).toList());
	}

	@PostMapping
	String open(@AuthenticationPrincipal SignedIn agent, @PathVariable String siren,
			@RequestParam(defaultValue = "") Set<Long> lieux, @RequestParam(defaultValue = "false") boolean tous,
			@Valid @ModelAttribute("form") @Nullable RhythmForm form, BindingResult errors, Model model) {
		var chosen = show(siren, agent, lieux, tous, model);
		if (!isRight(chosen, form, errors)) {
			return FORM;
		}
		var asked = asked(chosen, form, tous);
		var shown = preview(asked, errors, model);
		var seen = String.valueOf(form.seen());
		if (errors.hasErrors() || !(model.getAttribute("opening") instanceof ZoneOpening now)
				|| !now.digest().equals(seen)) {
			model.addAttribute("changed", true);
			return shown;
		}
		var result = "/ars/demi-journees?zone=" + siren + "&mois=" + form.month();
		return this.works.start("schedule.opening", now.toOpen(), (each) -> {
			this.opening.open(asked, seen, each);
			return result;
		});
	}

	/**
	 * A site's part of the page.
	 *
	 * @param site the site
	 * @param plan its half-days by fate and month
	 * @param toOpen how many would be opened
	 * @param leftOut how many would not
	 */
	record Part(ConsultationSite site, PlanSummary plan, int toOpen, int leftOut) {

		static Part of(ZoneOpening.AtSite part) {
			return new Part(part.site(), PlanSummary.of(part.plan()), part.toOpen(), part.leftOut());
		}

	}

}
