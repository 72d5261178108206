package fr.medecinproche.schedule.web;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.schedule.Extent;
import fr.medecinproche.schedule.RepeatedDayService;
import fr.medecinproche.schedule.Rhythm;
import fr.medecinproche.schedule.SchedulingRefusedException;
import fr.medecinproche.schedule.SchedulingRefusedException.Reason;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.site.ConsultationSites;
import fr.medecinproche.site.SiteStatus;
import fr.medecinproche.volunteer.Volunteer;
import fr.medecinproche.volunteer.Volunteers;
import fr.medecinproche.web.Flash;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A day that comes back at one place: described, looked at date by date, then taken.
 */
@Controller
@RequestMapping("/medecin/repetition")
class RepeatedDayController {

	private static final String FORM = "medecin/repetition";

	private static final String PREVIEW = "medecin/repetition-apercu";

	private final Volunteers volunteers;

	private final ConsultationSites sites;

	private final RepeatedDayService repeatedDays;

	private final RepeatedDayWords outcome;

	private final Clock clock;

	RepeatedDayController(Volunteers volunteers, ConsultationSites sites, RepeatedDayService repeatedDays,
			RepeatedDayWords outcome, Clock clock) {
		this.volunteers = volunteers;
		this.sites = sites;
		this.repeatedDays = repeatedDays;
		this.outcome = outcome;
		this.clock = clock;
	}

	@GetMapping
	String describe(@RequestParam long lieu,
			@RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate vu,
			@RequestParam(defaultValue = "DAY") Extent moment, Model model) {
		var today = LocalDate.now(this.clock);
		var seen = (vu != null && !vu.isBefore(today) && vu.isBefore(today.plusYears(1))) ? vu : today;
		model.addAttribute("form", RepeatedDayForm.likely(lieu, seen, moment));
		return form(site(lieu), model);
	}

	private String form(ConsultationSite site, Model model) {
		model.addAttribute("site", site);
		model.addAttribute("rhythms", Rhythm.values());
		model.addAttribute("weekdays", EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.SATURDAY));
		model.addAttribute("extents", Extent.values());
		model.addAttribute("months", RepeatedDayForm.months(YearMonth.now(this.clock)));
		return FORM;
	}

	@GetMapping("/apercu")
	String preview(@AuthenticationPrincipal SignedIn me, @Valid @ModelAttribute("form") RepeatedDayForm form,
			BindingResult errors, Model model) {
		var volunteer = volunteer(me);
		var site = site((form.lieu() != null) ? form.lieu() : 0);
		if (!volunteer.isActive()) {
			return "redirect:/medecin";
		}
		form.check(LocalDate.now(this.clock), errors);
		if (errors.hasErrors()) {
			return form(site, model);
		}
		try {
			model.addAttribute("plan", this.repeatedDays.preview(volunteer.getId(), site.getId(), form.repeatedDay()));
		}
		catch (SchedulingRefusedException refusal) {
			errors.reject(refusal.getCodes()[0]);
			return form(site, model);
		}
		model.addAttribute("site", site);
		return PREVIEW;
	}

	@PostMapping("/engagement")
	String take(@AuthenticationPrincipal SignedIn me, @Valid @ModelAttribute("form") RepeatedDayForm form,
			BindingResult errors,
			@RequestParam(defaultValue = "") @DateTimeFormat(iso = ISO.DATE) List<LocalDate> dates, Model model,
			RedirectAttributes redirect) {
		var volunteer = volunteer(me);
		var site = site((form.lieu() != null) ? form.lieu() : 0);
		if (errors.hasErrors()) {
			return form(site, model);
		}
		try {
			var plan = this.repeatedDays.take(volunteer.getId(), site.getId(), form.repeatedDay(), dates);
			redirect.addFlashAttribute(Flash.ATTRIBUTE, this.outcome.of(plan));
			redirect.addAttribute("mois", YearMonth.from(plan.dates().getFirst().day()).toString());
			return "redirect:/medecin/agenda";
		}
		catch (SchedulingRefusedException refusal) {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error(refusal));
			return "redirect:" + ((refusal.reason() == Reason.VOLUNTEER_NOT_ACTIVE) ? "/medecin/dossier" : "/medecin");
		}
	}

	private ConsultationSite site(long id) {
		return this.sites.findById(id, null)
			.filter((site) -> site.getStatus() == SiteStatus.OPEN)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private Volunteer volunteer(SignedIn me) {
		return this.volunteers.signedIn(me);
	}

}
