package fr.medecinproche.territory.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.territory.Intercommunalite;
import fr.medecinproche.territory.Intercommunalites;
import fr.medecinproche.territory.TerritoryRefusedException;
import fr.medecinproche.territory.need.Criterion;
import fr.medecinproche.territory.need.NeedFigures;
import fr.medecinproche.territory.need.ZoneNeedService;
import fr.medecinproche.web.Flash;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The need of a zone by the five national criteria: what is known, where it comes from,
 * what was known before, and new values.
 */
@Controller
class ZoneNeedController {

	private static final String PAGE = "ars/zone-besoin";

	private static final Map<Criterion, String> FIELDS = new EnumMap<>(
			Arrays.stream(Criterion.values()).collect(Collectors.toMap(Function.identity(), NeedForm::field)));

	private final Intercommunalites zones;

	private final NeedFigures figures;

	private final ZoneNeedService service;

	private final NeedSight sight;

	private final Clock clock;

	ZoneNeedController(Intercommunalites zones, NeedFigures figures, ZoneNeedService service, NeedSight sight,
			Clock clock) {
		this.zones = zones;
		this.figures = figures;
		this.service = service;
		this.sight = sight;
		this.clock = clock;
	}

	@GetMapping("/ars/zones/{siren}/besoin")
	String show(@AuthenticationPrincipal SignedIn agent, @PathVariable String siren, Model model) {
		var zone = zone(agent, siren);
		var form = NeedForm.of(this.figures.of(siren), this.figures.last(siren));
		model.addAttribute("form", form);
		model.addAttribute("seen", form.seen());
		return page(agent, zone, model);
	}

	@PostMapping("/ars/zones/{siren}/besoin")
	String record(@AuthenticationPrincipal SignedIn agent, @PathVariable String siren,
			@ModelAttribute("form") NeedForm form, BindingResult errors, Model model, RedirectAttributes redirect) {
		var zone = zone(agent, siren);
		model.addAttribute("seen", form.seen());
		var entries = form.entries(this.figures.of(siren), LocalDate.now(this.clock).getYear(), errors);
		if (!errors.hasErrors()) {
			try {
				int fresh = this.service.record(zone, entries, (form.seen() != null) ? form.seen() : 0,
						agent.accountId());
				redirect.addFlashAttribute(Flash.ATTRIBUTE,
						Flash.success((fresh > 0) ? "territory.need.saved" : "territory.need.same"));
				return "redirect:/ars/zones/" + siren + "/besoin";
			}
			catch (TerritoryRefusedException ex) {
				// the page shows what is known now: who saves again has seen it
				model.addAttribute("seen", this.figures.last(siren));
				errors.reject(ex.getCodes()[0]);
			}
		}
		return page(agent, zone, model);
	}

	private String page(SignedIn agent, Intercommunalite zone, Model model) {
		model.addAttribute("zone", zone);
		model.addAttribute("fields", FIELDS);
		model.addAttribute("history", this.figures.history(zone.getSiren()));
		model.addAttribute("scope", this.sight.name(agent.perimeter()));
		model.addAttribute("score", this.sight.index(agent.perimeter()).of(zone.getSiren()));
		return PAGE;
	}

	private Intercommunalite zone(SignedIn agent, String siren) {
		return this.zones.known(siren, agent.perimeter())
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

}
