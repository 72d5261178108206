package fr.medecinproche.schedule.web;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.function.BiFunction;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.schedule.OpeningFate;
import fr.medecinproche.schedule.OpeningPattern;
import fr.medecinproche.schedule.OpeningPlan;
import fr.medecinproche.schedule.OpeningService;
import fr.medecinproche.schedule.Period;
import fr.medecinproche.schedule.SchedulingRefusedException;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.site.ConsultationSites;
import fr.medecinproche.web.Flash;
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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Opens half-days at a site: asks which, shows what that makes, then saves.
 */
@Controller
class OpeningController {

	private static final String FORM = "ars/ouverture";

	private final ConsultationSites sites;

	private final OpeningService opening;

	private final Clock clock;

	OpeningController(ConsultationSites sites, OpeningService opening, Clock clock) {
		this.sites = sites;
		this.opening = opening;
		this.clock = clock;
	}

	/** Also where the preview leads back to, with what was asked in the address. */
	@GetMapping("/ars/lieux/{id}/demi-journees/nouvelle")
	String ask(@AuthenticationPrincipal SignedIn agent, @PathVariable long id,
			@ModelAttribute("form") @Nullable OpeningForm form, BindingResult errors, Model model) {
		show(id, agent, model);
		return FORM;
	}

	@GetMapping("/ars/lieux/{id}/demi-journees/apercu")
	String preview(@AuthenticationPrincipal SignedIn agent, @PathVariable long id,
			@Valid @ModelAttribute("form") @Nullable OpeningForm form, BindingResult errors, Model model) {
		var site = show(id, agent, model);
		var preview = apply(site, form, errors, this.opening::preview);
		if (preview == null) {
			return FORM;
		}
		model.addAttribute("preview", OpeningSummary.of(preview));
		return "ars/ouverture-apercu";
	}

	@PostMapping("/ars/lieux/{id}/demi-journees")
	String open(@AuthenticationPrincipal SignedIn agent, @PathVariable long id,
			@Valid @ModelAttribute("form") @Nullable OpeningForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		var site = show(id, agent, model);
		var opened = apply(site, form, errors, this.opening::open);
		if (form == null || opened == null) {
			return FORM;
		}
		redirect.addFlashAttribute(Flash.ATTRIBUTE, outcome(opened.count(OpeningFate.TO_OPEN), form.announced()));
		return "redirect:/ars/lieux/" + id;
	}

	private static Flash outcome(int opened, @Nullable Integer announced) {
		return (announced == null || announced == opened) ? Flash.success("schedule.opening.done", opened)
				: Flash.warning("schedule.opening.done.otherwise", opened, announced);
	}

	private ConsultationSite show(long id, SignedIn agent, Model model) {
		var site = this.sites.findById(id, agent.perimeter())
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		model.addAttribute("site", site);
		model.addAttribute("today", LocalDate.now(this.clock));
		model.addAttribute("days", DayOfWeek.values());
		model.addAttribute("halves", Period.values());
		return site;
	}

	/** What the schedule answers, or null and an error. */
	private @Nullable OpeningPlan apply(ConsultationSite site, @Nullable OpeningForm form, BindingResult errors,
			BiFunction<ConsultationSite, OpeningPattern, OpeningPlan> act) {
		if (form != null) {
			form.check(LocalDate.now(this.clock), site.getRooms(), errors);
		}
		if (form == null || errors.hasErrors()) {
			return null;
		}
		try {
			return act.apply(site, form.pattern(site.getRooms()));
		}
		catch (SchedulingRefusedException ex) {
			errors.reject(ex.getCodes()[0]);
			return null;
		}
	}

}
