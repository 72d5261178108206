package fr.medecinproche.territory.web;

import java.time.Clock;
import java.time.LocalDate;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.territory.Intercommunalite;
import fr.medecinproche.territory.Intercommunalites;
import fr.medecinproche.territory.TerritoryRefusedException;
import fr.medecinproche.territory.zoning.RetirementEffects;
import fr.medecinproche.territory.zoning.ZoneListService;
import fr.medecinproche.territory.zoning.ZonePeriods;
import fr.medecinproche.web.Flash;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Adds a zone by hand, ends one from a day on after showing whom that touches, and takes
 * an announced end back.
 */
@Controller
class ZoneChangeController {

	private static final String FORM = "ars/zone-nouvelle";

	private static final String ZONE = "redirect:/ars/zones/";

	private final Intercommunalites zones;

	private final ZoneListService service;

	private final ZonePeriods periods;

	private final RetirementEffects effects;

	private final Clock clock;

	ZoneChangeController(Intercommunalites zones, ZoneListService service, ZonePeriods periods,
			RetirementEffects effects, Clock clock) {
		this.zones = zones;
		this.service = service;
		this.periods = periods;
		this.effects = effects;
		this.clock = clock;
	}

	@GetMapping("/ars/zones/nouvelle")
	String blank(Model model) {
		model.addAttribute("form", NewZoneForm.blank(LocalDate.now(this.clock)));
		return FORM;
	}

	@PostMapping("/ars/zones/nouvelle")
	String add(@AuthenticationPrincipal SignedIn agent, @Valid @ModelAttribute("form") NewZoneForm form,
			BindingResult errors, RedirectAttributes redirect) {
		var zone = form.zone(errors);
		if (zone.isEmpty() || form.from() == null) {
			return FORM;
		}
		try {
			this.service.add(zone.get(), form.from(), agent.perimeter(), agent.accountId());
		}
		catch (TerritoryRefusedException ex) {
			errors.rejectValue(field(ex.reason()), ex.getCodes()[0]);
			return FORM;
		}
		redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("territory.new.done", zone.get().nom()));
		return ZONE + zone.get().siren();
	}

	private static String field(TerritoryRefusedException.Reason reason) {
		return switch (reason) {
			case DAY_PAST -> "from";
			case DEPARTEMENT_OUT_OF_SIGHT -> "departements";
			default -> "siren";
		};
	}

	@GetMapping("/ars/zones/{siren}/retrait")
	String preview(@AuthenticationPrincipal SignedIn agent, @PathVariable String siren,
			@RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate date,
			Model model) {
		var zone = zone(agent, siren);
		var today = LocalDate.now(this.clock);
		var day = (date != null && !date.isBefore(today)) ? date : today;
		model.addAttribute("zone", zone);
		model.addAttribute("standing", this.periods.standing(siren).orElse(null));
		model.addAttribute("today", today);
		model.addAttribute("day", day);
		model.addAttribute("past", date != null && date.isBefore(today));
		model.addAttribute("effect", this.effects.of(siren, day));
		model.addAttribute("coming", this.effects.coming(siren, day));
		return "ars/zone-retrait";
	}

	@PostMapping("/ars/zones/{siren}/retrait")
	String retire(@AuthenticationPrincipal SignedIn agent, @PathVariable String siren,
			@RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date, RedirectAttributes redirect) {
		var zone = zone(agent, siren);
		try {
			this.service.retire(siren, date, agent.perimeter(), agent.accountId());
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("territory.retire.done", zone.getNomArs()));
			return ZONE + siren;
		}
		catch (TerritoryRefusedException ex) {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error(ex));
			return ZONE + siren + "/retrait?date=" + date;
		}
	}

	@DeleteMapping("/ars/zones/{siren}/retrait")
	String goOn(@AuthenticationPrincipal SignedIn agent, @PathVariable String siren, RedirectAttributes redirect) {
		var zone = zone(agent, siren);
		try {
			this.service.goOn(siren, agent.perimeter());
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("territory.retire.undone", zone.getNomArs()));
		}
		catch (TerritoryRefusedException ex) {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error(ex));
		}
		return ZONE + siren;
	}

	/** One of the agent's own: who only neighbours a zone does not end it. */
	private Intercommunalite zone(SignedIn agent, String siren) {
		return this.zones.known(siren, agent.perimeter())
			.filter((found) -> found.getDepartement().isWithin(agent.perimeter()))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

}
