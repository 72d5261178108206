package fr.medecinproche.schedule.web;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.schedule.KeptPattern;
import fr.medecinproche.schedule.KeptPatterns;
import fr.medecinproche.schedule.PatternService;
import fr.medecinproche.schedule.SchedulingRefusedException;
import fr.medecinproche.schedule.SchedulingRefusedException.Reason;
import fr.medecinproche.site.ConsultationSite;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The patterns of a site: those it has, and a new one, described, looked at half-day by
 * half-day, then opened.
 */
@Controller
@RequestMapping("/ars/lieux/{id}/rythmes")
class RhythmController {

	private final RhythmPages pages;

	private final KeptPatterns patterns;

	private final RhythmDirectory directory;

	private final PatternService service;

	private final LongOpenings works;

	RhythmController(RhythmPages pages, KeptPatterns patterns, RhythmDirectory directory, PatternService service,
			LongOpenings works) {
		this.pages = pages;
		this.patterns = patterns;
		this.directory = directory;
		this.service = service;
		this.works = works;
	}

	@GetMapping
	String list(@AuthenticationPrincipal SignedIn agent, @PathVariable long id, Model model) {
		this.pages.site(id, agent, model);
		model.addAttribute("patterns", this.patterns.at(id));
		model.addAttribute("coming", this.directory.comingAt(id));
		return "ars/rythmes";
	}

	@GetMapping("/{patternId}")
	String show(@AuthenticationPrincipal SignedIn agent, @PathVariable long id, @PathVariable long patternId,
			Model model) {
		this.pages.pattern(id, patternId, agent, model);
		model.addAttribute("coming", this.directory.comingAt(id).get(patternId));
		return "ars/rythme";
	}

	/** Also where the preview leads back to, with what was asked in the address. */
	@GetMapping("/nouveau")
	String describe(@AuthenticationPrincipal SignedIn agent, @PathVariable long id,
			@ModelAttribute("form") @Nullable RhythmForm form, BindingResult errors, Model model) {
		this.pages.site(id, agent, model);
		return this.pages.form(model);
	}

	@GetMapping("/apercu")
	String preview(@AuthenticationPrincipal SignedIn agent, @PathVariable long id,
			@Valid @ModelAttribute("form") @Nullable RhythmForm form, BindingResult errors, Model model) {
		var site = this.pages.site(id, agent, model);
		return this.pages.isRight(form, site, errors) ? preview(site, form, errors, model) : this.pages.form(model);
	}

	private String preview(ConsultationSite site, RhythmForm form, BindingResult errors, Model model) {
		try {
			this.pages.plan(this.service.preview(site, form.pattern(site)), model);
			return "ars/rythme-apercu";
		}
		catch (SchedulingRefusedException refusal) {
			errors.reject(refusal.getCodes()[0]);
			return this.pages.form(model);
		}
	}

	@PostMapping
	String open(@AuthenticationPrincipal SignedIn agent, @PathVariable long id,
			@Valid @ModelAttribute("form") @Nullable RhythmForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		var site = this.pages.site(id, agent, model);
		if (!this.pages.isRight(form, site, errors)) {
			return this.pages.form(model);
		}
		try {
			var asked = form.pattern(site);
			var seen = String.valueOf(form.seen());
			var now = this.service.preview(site, asked);
			if (now.digest().equals(seen) && this.works.isLong(now)) {
				return this.works.start("schedule.opening", now.changes(),
						(each) -> pageOf(this.service.open(site, asked, seen, each)));
			}
			var kept = this.service.open(site, asked, seen);
			var coming = this.directory.comingAt(id).get(kept.getId());
			redirect.addFlashAttribute(Flash.ATTRIBUTE,
					Flash.success("schedule.rhythm.opened", (coming != null) ? coming.halfDays() : 0));
			return "redirect:" + pageOf(kept);
		}
		catch (SchedulingRefusedException refusal) {
			if (refusal.reason() == Reason.CHANGED_MEANWHILE) {
				model.addAttribute("changed", true);
				return preview(site, form, errors, model);
			}
			errors.reject(refusal.getCodes()[0]);
			return this.pages.form(model);
		}
	}

	private static String pageOf(KeptPattern kept) {
		return "/ars/lieux/" + kept.getSite().getId() + "/rythmes/" + kept.getId();
	}

}
