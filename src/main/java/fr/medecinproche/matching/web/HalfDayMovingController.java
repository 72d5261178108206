package fr.medecinproche.matching.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.matching.MatchingRefusedException;
import fr.medecinproche.matching.MovingClosingService;
import fr.medecinproche.matching.MovingPlan;
import fr.medecinproche.schedule.SchedulingRefusedException;
import fr.medecinproche.web.Flash;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The agency closes several half-days and moves their patients: the best move of each is
 * proposed, may be changed, and all are confirmed at once.
 */
@Controller
@RequestMapping("/ars/demi-journees/deplacements")
class HalfDayMovingController {

	private static final String PAGE = "ars/demi-journees-deplacements";

	/** "12-45": the patients of half-day 12 go to half-day 45, or "12-0": nowhere. */
	private static final Pattern CHOICE = Pattern.compile("(\\d{1,18})-(\\d{1,18})");

	private final AgencyHalfDays halfDays;

	private final MovingClosingService moving;

	HalfDayMovingController(AgencyHalfDays halfDays, MovingClosingService moving) {
		this.halfDays = halfDays;
		this.moving = moving;
	}

	@GetMapping
	String propose(@AuthenticationPrincipal SignedIn agent, @RequestParam(defaultValue = "") List<Long> creneau,
			@RequestParam(defaultValue = "") List<String> vers, Model model, RedirectAttributes redirect) {
		return show(this.moving.preview(this.halfDays.seenBy(agent, creneau), choices(vers)), model, redirect);
	}

	private static Map<Long, Long> choices(List<String> typed) {
		var choices = new HashMap<Long, Long>();
		for (var each : typed) {
			var read = CHOICE.matcher(each);
			if (read.matches()) {
				choices.put(Long.valueOf(read.group(1)), Long.valueOf(read.group(2)));
			}
		}
		return choices;
	}

	private static String show(MovingPlan plan, Model model, RedirectAttributes redirect) {
		if (plan.closing().count() == 0) {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error("matching.closing.none"));
			return "redirect:/ars/demi-journees";
		}
		model.addAttribute("plan", plan);
		model.addAttribute("moves", plan.moves());
		return PAGE;
	}

	/**
	 * Does it, or only shows what other choices make.
	 * @param voir whether it is only to be shown
	 */
	@PostMapping
	String move(@AuthenticationPrincipal SignedIn agent, @RequestParam(defaultValue = "") List<Long> creneau,
			@RequestParam(defaultValue = "") List<String> vers, @RequestParam String vu,
			@RequestParam(required = false) @Nullable String confirmation,
			@RequestParam(defaultValue = "false") boolean voir, Model model, RedirectAttributes redirect) {
		var ids = this.halfDays.seenBy(agent, creneau);
		var plan = this.moving.preview(ids, choices(vers));
		boolean same = plan.digest().equals(vu);
		if (voir || !same || !isConfirmed(plan, confirmation)) {
			model.addAttribute("changed", !voir && !same);
			model.addAttribute("unconfirmed", !voir && same);
			return show(plan, model, redirect);
		}
		try {
			var done = this.moving.close(ids, plan.moves().targets(), vu);
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("matching.moving.done", done.closing().count(),
					done.moves().moved(), done.moves().left(), done.closing().affected().unwritten()));
			return "redirect:" + AgencyHalfDays.pageOf(done.closing());
		}
		catch (MatchingRefusedException refusal) {
			model.addAttribute("changed", true);
			return show(this.moving.preview(ids, choices(vers)), model, redirect);
		}
		catch (SchedulingRefusedException refusal) {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error(refusal));
			return "redirect:/ars/demi-journees";
		}
	}

	/** Whether the number of visits called off was typed, where there are any. */
	private static boolean isConfirmed(MovingPlan plan, @Nullable String typed) {
		int left = plan.moves().left();
		return left == 0 || (typed != null && typed.strip().equals(String.valueOf(left)));
	}

}
