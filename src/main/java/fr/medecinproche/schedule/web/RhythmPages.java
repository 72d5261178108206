package fr.medecinproche.schedule.web;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Objects;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.schedule.KeptPattern;
import fr.medecinproche.schedule.KeptPatterns;
import fr.medecinproche.schedule.OpeningFate;
import fr.medecinproche.schedule.OpeningPlan;
import fr.medecinproche.schedule.Period;
import fr.medecinproche.schedule.Rhythm;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.site.ConsultationSites;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.Errors;
import org.springframework.web.server.ResponseStatusException;

/**
 * What every page on the patterns of a site shows. What an agent may not see is not
 * found.
 */
@Component
class RhythmPages {

	private final ConsultationSites sites;

	private final KeptPatterns patterns;

	private final RhythmDirectory directory;

	private final Clock clock;

	RhythmPages(ConsultationSites sites, KeptPatterns patterns, RhythmDirectory directory, Clock clock) {
		this.sites = sites;
		this.patterns = patterns;
		this.directory = directory;
		this.clock = clock;
	}

	ConsultationSite site(long id, SignedIn agent, Model model) {
		var site = this.sites.findById(id, agent.perimeter())
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		model.addAttribute("site", site);
		model.addAttribute("today", today());
		return site;
	}

	KeptPattern pattern(long siteId, long id, SignedIn agent, Model model) {
		site(siteId, agent, model);
		var pattern = this.patterns.findAt(siteId, id)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		model.addAttribute("pattern", pattern);
		return pattern;
	}

	LocalDate today() {
		return LocalDate.now(this.clock);
	}

	/** Whether the form can be counted; otherwise the errors say why not. */
	boolean isRight(@Nullable RhythmForm form, ConsultationSite site, Errors errors) {
		if (form != null) {
			form.check(today(), site, errors);
		}
		return form != null && !errors.hasErrors();
	}

	String form(Model model) {
		model.addAttribute("rhythms", Rhythm.values());
		model.addAttribute("days", DayOfWeek.values());
		model.addAttribute("halves", Period.values());
		return "ars/rythme-formulaire";
	}

	void plan(OpeningPlan plan, Model model) {
		var taken = plan.with(OpeningFate.TAKEN_STAYS)
			.stream()
			.map((halfDay) -> Objects.requireNonNull(halfDay.slot()).getId())
			.toList();
		model.addAttribute("plan", PlanSummary.of(plan));
		model.addAttribute("taken", taken);
		model.addAttribute("patients", this.directory.expectedIn(taken));
	}

}
