package fr.medecinproche.schedule.web;

import java.time.LocalDate;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.schedule.KeptPattern;
import fr.medecinproche.schedule.OpeningFate;
import fr.medecinproche.schedule.OpeningPattern;
import fr.medecinproche.schedule.OpeningPlan;
import fr.medecinproche.schedule.PatternService;
import fr.medecinproche.schedule.SchedulingRefusedException;
import fr.medecinproche.schedule.SchedulingRefusedException.Reason;
import fr.medecinproche.web.Flash;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Changes a pattern, or ends it, from a day on: what is added, kept and closed is shown
 * first, and what doctors have taken stays.
 */
@Controller
@RequestMapping("/ars/lieux/{id}/rythmes/{patternId}")
class RhythmChangeController {

	private static final String PREVIEW = "ars/rythme-modification";

	private static final String ENDING = "ars/rythme-fin";

	private final RhythmPages pages;

	private final PatternService service;

	private final LongOpenings works;

	RhythmChangeController(RhythmPages pages, PatternService service, LongOpenings works) {
		this.pages = pages;
		this.service = service;
		this.works = works;
	}

	@GetMapping("/modifier")
	String describe(@AuthenticationPrincipal SignedIn agent, @PathVariable long id, @PathVariable long patternId,
			@ModelAttribute("form") @Nullable RhythmForm form, BindingResult errors, Model model) {
		var pattern = this.pages.pattern(id, patternId, agent, model);
		if (form != null && form.from() == null && !errors.hasErrors()) {
			model.addAttribute("form", RhythmForm.of(pattern, likelyDay(pattern)));
		}
		return this.pages.form(model);
	}

	/** Tomorrow, or its first day when it has not begun. */
	private LocalDate likelyDay(KeptPattern pattern) {
		var tomorrow = this.pages.today().plusDays(1);
		var first = pattern.getVersions().getFirst().getAppliesFrom();
		return first.isAfter(tomorrow) ? first : tomorrow;
	}

	@GetMapping("/modification")
	String preview(@AuthenticationPrincipal SignedIn agent, @PathVariable long id, @PathVariable long patternId,
			@Valid @ModelAttribute("form") @Nullable RhythmForm form, BindingResult errors, Model model) {
		var pattern = this.pages.pattern(id, patternId, agent, model);
		return this.pages.isRight(form, pattern.getSite(), errors) ? preview(pattern, form, errors, model)
				: this.pages.form(model);
	}

	private String preview(KeptPattern pattern, RhythmForm form, BindingResult errors, Model model) {
		try {
			this.pages.plan(this.service.previewChange(pattern, form.pattern(pattern)), model);
			return PREVIEW;
		}
		catch (SchedulingRefusedException refusal) {
			errors.reject(refusal.getCodes()[0]);
			return this.pages.form(model);
		}
	}

	@PostMapping("/versions")
	String change(@AuthenticationPrincipal SignedIn agent, @PathVariable long id, @PathVariable long patternId,
			@Valid @ModelAttribute("form") @Nullable RhythmForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		var pattern = this.pages.pattern(id, patternId, agent, model);
		if (!this.pages.isRight(form, pattern.getSite(), errors)) {
			return this.pages.form(model);
		}
		try {
			return decide(pattern, form.pattern(pattern), String.valueOf(form.seen()), redirect);
		}
		catch (SchedulingRefusedException refusal) {
			if (refusal.reason() == Reason.CHANGED_MEANWHILE) {
				model.addAttribute("changed", true);
				return preview(pattern, form, errors, model);
			}
			errors.reject(refusal.getCodes()[0]);
			return this.pages.form(model);
		}
	}

	/** On the spot, or in the background when it is long and still what was shown. */
	private String decide(KeptPattern pattern, OpeningPattern next, String seen, RedirectAttributes redirect) {
		long id = pattern.getSite().getId();
		var page = "/ars/lieux/" + id + "/rythmes/" + pattern.getId();
		var now = this.service.previewChange(pattern, next);
		if (now.digest().equals(seen) && this.works.isLong(now)) {
			return this.works.start("schedule.change", now.changes(), (each) -> {
				this.service.change(id, pattern.getId(), next, seen, each);
				return page;
			});
		}
		tell(this.service.change(id, pattern.getId(), next, seen), redirect);
		return "redirect:" + page;
	}

	private static void tell(OpeningPlan done, RedirectAttributes redirect) {
		int stay = done.count(OpeningFate.TAKEN_STAYS);
		int opened = done.count(OpeningFate.TO_OPEN);
		int closed = done.count(OpeningFate.TO_CLOSE);
		redirect.addFlashAttribute(Flash.ATTRIBUTE,
				(stay == 0) ? Flash.success("schedule.rhythm.changed", opened, closed)
						: Flash.warning("schedule.rhythm.changed.taken", opened, closed, stay));
	}

	@GetMapping("/fin")
	String previewEnd(@AuthenticationPrincipal SignedIn agent, @PathVariable long id, @PathVariable long patternId,
			@RequestParam(required = false) @Nullable LocalDate from, Model model) {
		var pattern = this.pages.pattern(id, patternId, agent, model);
		var day = (from != null && !from.isBefore(this.pages.today())) ? from : likelyDay(pattern);
		model.addAttribute("past", from != null && from.isBefore(this.pages.today()));
		model.addAttribute("from", day);
		this.pages.plan(this.service.previewChange(pattern, end(pattern, day)), model);
		return ENDING;
	}

	private static OpeningPattern end(KeptPattern pattern, LocalDate from) {
		return new OpeningPattern(from, from.minusDays(1), pattern.getLast().getRule());
	}

	@PostMapping("/fin")
	String end(@AuthenticationPrincipal SignedIn agent, @PathVariable long id, @PathVariable long patternId,
			@RequestParam LocalDate from, @RequestParam String seen, Model model, RedirectAttributes redirect) {
		var pattern = this.pages.pattern(id, patternId, agent, model);
		try {
			return decide(pattern, end(pattern, from), seen, redirect);
		}
		catch (SchedulingRefusedException refusal) {
			model.addAttribute("changed", refusal.reason() == Reason.CHANGED_MEANWHILE);
			return previewEnd(agent, id, patternId, from, model);
		}
	}

}
