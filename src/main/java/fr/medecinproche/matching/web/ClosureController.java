package fr.medecinproche.matching.web;

import java.time.Clock;
import java.time.LocalDate;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.matching.HalfDayClosingService;
import fr.medecinproche.matching.MatchingRefusedException;
import fr.medecinproche.schedule.ClosureReason;
import fr.medecinproche.schedule.DeclaredClosures;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.schedule.SchedulingRefusedException;
import fr.medecinproche.schedule.SiteClosureService;
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
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The days a site does not receive: written down, looked at with all they touch, then
 * saved.
 */
@Controller
@RequestMapping("/ars/lieux/{id}/fermetures")
class ClosureController {

	private static final String FORM = "ars/lieu-fermetures";

	private static final String PREVIEW = "ars/lieu-fermetures-apercu";

	private final ConsultationSites sites;

	private final SiteClosureService service;

	private final HalfDayClosingService closing;

	private final DeclaredClosures declared;

	private final Clock clock;

	ClosureController(ConsultationSites sites, SiteClosureService service, HalfDayClosingService closing,
			DeclaredClosures declared, Clock clock) {
		this.sites = sites;
		this.service = service;
		this.closing = closing;
		this.declared = declared;
		this.clock = clock;
	}

	/** Also where the preview leads back to, with what was asked in the address. */
	@GetMapping
	String list(@AuthenticationPrincipal SignedIn agent, @PathVariable long id,
			@ModelAttribute("form") @Nullable ClosureForm form, BindingResult errors, Model model) {
		return form(site(id, agent), model);
	}

	private String form(ConsultationSite site, Model model) {
		model.addAttribute("site", site);
		model.addAttribute("closures", this.declared.comingAt(site.getId()));
		model.addAttribute("reasons", ClosureReason.values());
		return FORM;
	}

	@GetMapping("/apercu")
	String preview(@AuthenticationPrincipal SignedIn agent, @PathVariable long id,
			@Valid @ModelAttribute("form") @Nullable ClosureForm form, BindingResult errors, Model model) {
		var site = site(id, agent);
		return isRight(form, errors) ? preview(site, form, model) : form(site, model);
	}

	private boolean isRight(@Nullable ClosureForm form, BindingResult errors) {
		if (form != null) {
			form.check(LocalDate.now(this.clock), errors);
		}
		return form != null && !errors.hasErrors();
	}

	private String preview(ConsultationSite site, ClosureForm form, Model model) {
		model.addAttribute("site", site);
		model.addAttribute("period", form.period());
		model.addAttribute("plan", this.closing.preview(site.getId(), form.period()));
		return PREVIEW;
	}

	@PostMapping
	String close(@AuthenticationPrincipal SignedIn agent, @PathVariable long id,
			@Valid @ModelAttribute("form") @Nullable ClosureForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		var site = site(id, agent);
		if (!isRight(form, errors)) {
			return form(site, model);
		}
		var plan = this.closing.preview(id, form.period());
		if (plan.digest().equals(form.vu()) && !HalfDayClosingController.isConfirmed(plan, form.confirmation())) {
			model.addAttribute("unconfirmed", true);
			return preview(site, form, model);
		}
		try {
			var done = this.closing.close(site, form.period(), String.valueOf(form.vu()));
			redirect.addFlashAttribute(Flash.ATTRIBUTE,
					Flash.success("matching.closure.done", done.count(), done.affected().patients()));
			return "redirect:/ars/lieux/" + id + "/fermetures";
		}
		catch (MatchingRefusedException refusal) {
			model.addAttribute("changed", true);
			return preview(site, form, model);
		}
		catch (SchedulingRefusedException refusal) {
			errors.reject(refusal.getCodes()[0]);
			return form(site, model);
		}
	}

	@DeleteMapping("/{closureId}")
	String reopen(@AuthenticationPrincipal SignedIn agent, @PathVariable long id, @PathVariable long closureId,
			RedirectAttributes redirect) {
		var site = site(id, agent);
		try {
			int open = this.service.reopen(site.getId(), closureId);
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("matching.closure.reopened", open));
		}
		catch (SchedulingRefusedException refusal) {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error(refusal));
		}
		return "redirect:/ars/lieux/" + id + "/fermetures";
	}

	/** What the site has said while doctors are expected: the agency decides. */
	@GetMapping("/{closureId:\\d+}")
	String decide(@AuthenticationPrincipal SignedIn agent, @PathVariable long id, @PathVariable long closureId,
			Model model) {
		var site = site(id, agent);
		var coming = this.declared.comingAt(id)
			.stream()
			.filter((each) -> each.closure().getId() == closureId && each.closure().isBySite())
			.findFirst()
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		model.addAttribute("site", site);
		model.addAttribute("coming", coming);
		model.addAttribute("plan", this.closing.preview(coming.expected().stream().map(HalfDaySlot::getId).toList()));
		return "ars/lieu-fermeture-dite";
	}

	@PostMapping("/{closureId:\\d+}/maintien")
	String settle(@AuthenticationPrincipal SignedIn agent, @PathVariable long id, @PathVariable long closureId,
			RedirectAttributes redirect) {
		this.service.settle(site(id, agent).getId(), closureId);
		redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("matching.closure.settled"));
		return "redirect:/ars/lieux/" + id + "/fermetures";
	}

	private ConsultationSite site(long id, SignedIn agent) {
		return this.sites.findById(id, agent.perimeter())
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

}
