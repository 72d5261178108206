package fr.medecinproche.site.web;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.site.DayPart;
import fr.medecinproche.site.SiteRefusedException;
import fr.medecinproche.site.stop.SiteStops;
import fr.medecinproche.site.stop.StopPlace;
import fr.medecinproche.site.stop.StopService;
import fr.medecinproche.territory.CommuneField;
import fr.medecinproche.web.Flash;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where an itinerant site stands, day by day.
 */
@Controller
@RequestMapping("/ars/lieux/{id:\\d+}/etapes")
class StopController {

	private static final String VIEW = "ars/lieu-etapes";

	private final SiteAccess access;

	private final SiteStops stops;

	private final StopService service;

	private final CommuneField communes;

	private final Clock clock;

	StopController(SiteAccess access, SiteStops stops, StopService service, CommuneField communes, Clock clock) {
		this.access = access;
		this.stops = stops;
		this.service = service;
		this.communes = communes;
		this.clock = clock;
	}

	@GetMapping
	String list(@AuthenticationPrincipal SignedIn agent, @PathVariable long id, Model model) {
		var seen = itinerant(agent, id, model);
		model.addAttribute("form", StopForm.BLANK);
		return show(seen, model);
	}

	@PostMapping
	String plan(@AuthenticationPrincipal SignedIn agent, @PathVariable long id,
			@Valid @ModelAttribute("form") StopForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		var seen = itinerant(agent, id, model);
		var where = where(form, errors, model);
		form.checkDays(errors);
		if (!errors.hasErrors()) {
			try {
				int planned = this.service.plan(id, form.days(), form.halves(), where.orElseThrow());
				redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("site.stops.planned", planned));
				return "redirect:" + seen.base() + "/etapes";
			}
			catch (SiteRefusedException ex) {
				errors.reject(ex.getCodes()[0], ex.getArguments(), null);
			}
		}
		return show(seen, model);
	}

	private Optional<StopPlace> where(StopForm form, BindingResult errors, Model model) {
		return this.communes.read("commune", form.commune(), form.communeCode(), errors, model).flatMap((commune) -> {
			var position = form.position(commune.getPosition());
			if (position.isEmpty()) {
				errors.rejectValue("latitude", "site.form.position.invalid");
			}
			return position.filter((point) -> !errors.hasErrors())
				.map((point) -> new StopPlace(commune, Objects.requireNonNull(form.address()).strip(),
						Objects.requireNonNull(form.postalCode()), point));
		});
	}

	@DeleteMapping("/{stop:\\d+}")
	String cancel(@AuthenticationPrincipal SignedIn agent, @PathVariable long id, @PathVariable long stop, Model model,
			RedirectAttributes redirect) {
		var seen = itinerant(agent, id, model);
		if (this.stops.findAt(id, stop).isEmpty()) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		redirect.addFlashAttribute(Flash.ATTRIBUTE, cancel(id, stop));
		return "redirect:" + seen.base() + "/etapes";
	}

	private Flash cancel(long id, long stop) {
		try {
			this.service.cancel(id, stop);
			return Flash.success("site.stops.cancelled");
		}
		catch (SiteRefusedException ex) {
			return Flash.error(ex);
		}
	}

	private SiteAccess.Seen itinerant(SignedIn agent, long id, Model model) {
		var seen = this.access.of(agent, id, model);
		if (!seen.site().isItinerant()) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		return seen;
	}

	private String show(SiteAccess.Seen seen, Model model) {
		var today = LocalDate.now(this.clock);
		model.addAttribute("stops", this.stops.of(seen.id(), today, today.plusYears(1)));
		model.addAttribute("periods", DayPart.values());
		model.addAttribute("weekdays", EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.SATURDAY));
		return VIEW;
	}

}
