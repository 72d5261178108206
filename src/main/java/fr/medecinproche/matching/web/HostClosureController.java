package fr.medecinproche.matching.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.schedule.ClosureReason;
import fr.medecinproche.schedule.DeclaredClosures;
import fr.medecinproche.schedule.SchedulingRefusedException;
import fr.medecinproche.schedule.SchedulingRefusedException.Reason;
import fr.medecinproche.schedule.SiteClosureService;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.site.SiteHosts;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A host says on which days the place does not receive. What is free closes; where a
 * doctor is expected the agency decides, and the page says so.
 */
@Controller
@RequestMapping("/lieu/fermetures")
class HostClosureController {

	private static final String FORM = "lieu/fermetures";

	private static final String PREVIEW = "lieu/fermetures-apercu";

	private final SiteHosts hosts;

	private final SiteClosureService service;

	private final DeclaredClosures declared;

	private final Clock clock;

	HostClosureController(SiteHosts hosts, SiteClosureService service, DeclaredClosures declared, Clock clock) {
		this.hosts = hosts;
		this.service = service;
		this.declared = declared;
		this.clock = clock;
	}

	/** Also where the preview leads back to, with what was asked in the address. */
	@GetMapping
	String list(@AuthenticationPrincipal SignedIn host, @ModelAttribute("form") @Nullable ClosureForm form,
			BindingResult errors, Model model) {
		return form(site(host), model);
	}

	private String form(ConsultationSite site, Model model) {
		var today = LocalDate.now(this.clock);
		model.addAttribute("site", site);
		model.addAttribute("today", today);
		model.addAttribute("closures", this.declared.comingAt(site.getId()));
		model.addAttribute("reasons", ClosureReason.values());
		return FORM;
	}

	@GetMapping("/apercu")
	String preview(@AuthenticationPrincipal SignedIn host, @Valid @ModelAttribute("form") @Nullable ClosureForm form,
			BindingResult errors, Model model) {
		var site = site(host);
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
		model.addAttribute("effect", this.declared.preview(site.getId(), form.period()));
		return PREVIEW;
	}

	@PostMapping
	String declare(@AuthenticationPrincipal SignedIn host, @Valid @ModelAttribute("form") @Nullable ClosureForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		var site = site(host);
		if (!isRight(form, errors)) {
			return form(site, model);
		}
		try {
			var done = this.declared.declare(site, form.period(), String.valueOf(form.vu()));
			redirect.addFlashAttribute(Flash.ATTRIBUTE, done.taken().isEmpty()
					? Flash.success("matching.hostClosure.done", done.free().size())
					: Flash.warning("matching.hostClosure.done.taken", done.free().size(), done.taken().size()));
			return "redirect:/lieu/fermetures";
		}
		catch (SchedulingRefusedException refusal) {
			if (refusal.reason() == Reason.CHANGED_MEANWHILE) {
				model.addAttribute("changed", true);
				return preview(site, form, model);
			}
			errors.reject(refusal.getCodes()[0]);
			return form(site, model);
		}
	}

	@PostMapping("/{id:\\d+}/fin")
	String endEarly(@AuthenticationPrincipal SignedIn host, @PathVariable long id,
			@RequestParam(defaultValue = "") String reprise, RedirectAttributes redirect) {
		var site = site(host);
		try {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("matching.hostClosure.ended",
					this.service.endEarly(site.getId(), id, LocalDate.parse(reprise.strip()))));
		}
		catch (DateTimeParseException ex) {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error("matching.hostClosure.end.day.missing"));
		}
		catch (SchedulingRefusedException refusal) {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error(refusal));
		}
		return "redirect:/lieu/fermetures";
	}

	private ConsultationSite site(SignedIn host) {
		return this.hosts.siteOf(host.accountId()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

}
