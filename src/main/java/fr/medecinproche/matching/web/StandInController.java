package fr.medecinproche.matching.web;

import java.util.Objects;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.matching.Fallback;
import fr.medecinproche.matching.MatchingRefusedException;
import fr.medecinproche.matching.StandInService;
import fr.medecinproche.schedule.SchedulingRefusedException;
import fr.medecinproche.web.Flash;
import jakarta.validation.Valid;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The first choice of a doctor who cannot come: another doctor is looked for.
 */
@Controller
class StandInController {

	private static final String HERE = "redirect:/medecin/creneaux/{id}/absence/remplacement";

	private final OwnHalfDay own;

	private final StandInPage page;

	private final StandInService standIns;

	StandInController(OwnHalfDay own, StandInPage page, StandInService standIns) {
		this.own = own;
		this.page = page;
		this.standIns = standIns;
	}

	@GetMapping("/medecin/creneaux/{id}/absence/remplacement")
	String show(@AuthenticationPrincipal SignedIn me, @PathVariable long id, Model model) {
		model.addAttribute("form", new StandInForm(null));
		return this.page.show(this.own.show(me, id, model), model);
	}

	@PostMapping("/medecin/creneaux/{id}/absence/remplacement")
	String ask(@AuthenticationPrincipal SignedIn me, @PathVariable long id,
			@Valid @ModelAttribute("form") StandInForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		if (errors.hasErrors()) {
			return this.page.show(this.own.show(me, id, model), model);
		}
		try {
			this.standIns.ask(this.own.volunteerOf(me).getId(), id, Objects.requireNonNull(form.sinon()));
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("matching.standIn.asked"));
			return HERE;
		}
		catch (MatchingRefusedException refusal) {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error(refusal));
			return HERE;
		}
		catch (SchedulingRefusedException refusal) {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error(refusal));
			return "redirect:/medecin/agenda";
		}
	}

	@DeleteMapping("/medecin/creneaux/{id}/absence/remplacement")
	String withdraw(@AuthenticationPrincipal SignedIn me, @PathVariable long id, RedirectAttributes redirect) {
		this.standIns.withdraw(this.own.volunteerOf(me).getId(), id);
		if (!this.own.isStill(me, id)) {
			return "redirect:/medecin/agenda";
		}
		redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("matching.standIn.withdrawn"));
		return "redirect:/medecin/creneaux/{id}/absence";
	}

	@ModelAttribute("fallbacks")
	Fallback[] fallbacks() {
		return Fallback.values();
	}

}
