package fr.medecinproche.matching.web;

import java.util.List;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.appointment.HalfDayMoves;
import fr.medecinproche.matching.ClosingPlan;
import fr.medecinproche.matching.HalfDayClosingService;
import fr.medecinproche.matching.MatchingRefusedException;
import fr.medecinproche.schedule.SchedulingRefusedException;
import fr.medecinproche.web.Flash;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The agency closes half-days, after reading whom it touches. Where patients are
 * expected, their number is typed: nobody calls them off by a slip of the finger.
 */
@Controller
class HalfDayClosingController {

	private static final String PAGE = "ars/demi-journees-fermeture";

	private final AgencyHalfDays halfDays;

	private final HalfDayClosingService closing;

	private final HalfDayMoves moves;

	HalfDayClosingController(AgencyHalfDays halfDays, HalfDayClosingService closing, HalfDayMoves moves) {
		this.halfDays = halfDays;
		this.closing = closing;
		this.moves = moves;
	}

	@GetMapping("/ars/demi-journees/fermeture")
	String choose(@AuthenticationPrincipal SignedIn agent, @RequestParam(defaultValue = "") List<Long> creneau,
			Model model, RedirectAttributes redirect) {
		var plan = this.closing.preview(this.halfDays.seenBy(agent, creneau));
		if (plan.count() == 0) {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error("matching.closing.none"));
			return "redirect:/ars/demi-journees";
		}
		return show(plan, model);
	}

	private String show(ClosingPlan plan, Model model) {
		model.addAttribute("plan", plan);
		if (plan.count() == 1 && plan.affected().patients() > 0) {
			model.addAttribute("choices", this.moves.choicesFor(plan.ids().getFirst()));
		}
		return PAGE;
	}

	@PostMapping("/ars/demi-journees/fermeture")
	String close(@AuthenticationPrincipal SignedIn agent, @RequestParam(defaultValue = "") List<Long> creneau,
			@RequestParam String vu, @RequestParam(required = false) @Nullable String confirmation, Model model,
			RedirectAttributes redirect) {
		var ids = this.halfDays.seenBy(agent, creneau);
		var plan = this.closing.preview(ids);
		if (plan.digest().equals(vu) && !isConfirmed(plan, confirmation)) {
			model.addAttribute("unconfirmed", true);
			return show(plan, model);
		}
		try {
			var done = this.closing.close(ids, vu);
			redirect.addFlashAttribute(Flash.ATTRIBUTE,
					Flash.success("matching.closing.done", done.count(), done.affected().patients()));
			return "redirect:" + AgencyHalfDays.pageOf(done);
		}
		catch (MatchingRefusedException refusal) {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error(refusal));
			redirect.addAttribute("creneau", creneau.toArray());
			return "redirect:/ars/demi-journees/fermeture";
		}
		catch (SchedulingRefusedException refusal) {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error(refusal));
			return "redirect:/ars/demi-journees";
		}
	}

	/** Whether the number of patients was typed, where there are any. */
	static boolean isConfirmed(ClosingPlan plan, @Nullable String typed) {
		int patients = plan.affected().patients();
		return patients == 0 || (typed != null && typed.strip().equals(String.valueOf(patients)));
	}

	@GetMapping("/ars/creneaux/{id}/fermeture")
	String one(@AuthenticationPrincipal SignedIn agent, @PathVariable long id,
			@RequestParam(required = false) @Nullable Long vers, Model model) {
		var slot = this.halfDays.find(agent, id);
		var plan = this.closing.preview(List.of(id));
		if (plan.count() == 0) {
			return "redirect:/ars/lieux/" + slot.getSite().getId();
		}
		show(plan, model);
		return this.moves.choicesFor(id)
			.stream()
			.filter((move) -> vers != null && move.target().getId() == vers)
			.findFirst()
			.map((move) -> {
				model.addAttribute("slot", slot);
				model.addAttribute("move", move);
				return "ars/creneau-deplacement";
			})
			.orElse(PAGE);
	}

	@PostMapping("/ars/creneaux/{id}/deplacement")
	String move(@AuthenticationPrincipal SignedIn agent, @PathVariable long id, @RequestParam long vers,
			@RequestParam String vu, RedirectAttributes redirect) {
		var slot = this.halfDays.find(agent, id);
		try {
			var done = this.closing.move(id, vers, vu);
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("matching.closing.moved", done.moves().size(),
					done.left().size(), done.everybody().unwritten()));
			return "redirect:/ars/lieux/" + slot.getSite().getId();
		}
		catch (MatchingRefusedException refusal) {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error(refusal));
			redirect.addAttribute("vers", vers);
			return "redirect:/ars/creneaux/{id}/fermeture";
		}
		catch (SchedulingRefusedException refusal) {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error(refusal));
			return "redirect:/ars/lieux/" + slot.getSite().getId();
		}
	}

}
