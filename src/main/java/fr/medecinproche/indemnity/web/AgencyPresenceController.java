package fr.medecinproche.indemnity.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.indemnity.PastHalfDay;
import fr.medecinproche.indemnity.PastHalfDays;
import fr.medecinproche.indemnity.PastHalfDays.MonthToDecide;
import fr.medecinproche.schedule.ShownMonth;
import fr.medecinproche.web.Flash;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The half-days nobody has confirmed, at the sites an agent sees.
 */
@Controller
class AgencyPresenceController {

	private final PastHalfDays halfDays;

	private final PresenceDesk desk;

	private final AgencyMonths months;

	private final Clock clock;

	AgencyPresenceController(PastHalfDays halfDays, PresenceDesk desk, AgencyMonths months, Clock clock) {
		this.halfDays = halfDays;
		this.desk = desk;
		this.months = months;
		this.clock = clock;
	}

	@GetMapping("/ars/indemnites/presences")
	String list(@AuthenticationPrincipal SignedIn agent, @RequestParam @Nullable String mois,
			@RequestParam(defaultValue = "false") boolean notees, @RequestParam(defaultValue = "0") int page,
			Model model) {
		var waiting = this.halfDays.monthsToDecideIn(agent.perimeter());
		var shown = shown(mois, waiting);
		model.addAttribute("waiting", waiting);
		model.addAttribute("shown", shown);
		model.addAttribute("today", LocalDate.now(this.clock));
		model.addAttribute("decided", notees);
		model.addAttribute("rows", notees ? this.halfDays.decidedIn(agent.perimeter(), shown.month(), page)
				: this.halfDays.toDecideIn(agent.perimeter(), shown.month(), page));
		model.addAttribute("wholeRegion", agent.seesWholeRegion());
		return "ars/indemnites-presences";
	}

	/** The month asked for; or else the oldest with something to do. */
	private ShownMonth shown(@Nullable String typed, List<MonthToDecide> waiting) {
		return this.months.shown(typed,
				waiting.stream().findFirst().map(MonthToDecide::month).orElse(this.months.present()));
	}

	@PostMapping("/ars/indemnites/presences/{id}")
	String decide(@AuthenticationPrincipal SignedIn agent, @PathVariable long id, @RequestParam boolean tenue,
			RedirectAttributes redirect) {
		var halfDay = find(id, agent);
		redirect.addFlashAttribute(Flash.ATTRIBUTE, this.desk.decide(halfDay, tenue, agent.accountId()));
		return toMonth(halfDay, redirect);
	}

	/**
	 * All the agent was shown; each is decided by itself, so that one refusal keeps none
	 * of the others.
	 */
	@PostMapping("/ars/indemnites/presences")
	String confirmAll(@AuthenticationPrincipal SignedIn agent, @RequestParam List<Long> demiJournees,
			RedirectAttributes redirect) {
		var shown = demiJournees.stream()
			.distinct()
			.limit(PastHalfDays.PAGE_SIZE)
			.map((id) -> find(id, agent))
			.toList();
		if (shown.isEmpty()) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
		}
		var refused = shown.stream()
			.map((halfDay) -> this.desk.decide(halfDay, true, agent.accountId()))
			.filter((flash) -> flash.tone() == Flash.Tone.ERROR)
			.toList();
		redirect.addFlashAttribute(Flash.ATTRIBUTE,
				refused.isEmpty() ? Flash.success("indemnity.presence.allHeld", shown.size())
						: Flash.warning("indemnity.presence.someHeld", shown.size() - refused.size(), refused.size()));
		return toMonth(shown.getFirst(), redirect);
	}

	private PastHalfDay find(long id, SignedIn agent) {
		return this.halfDays.find(id, null, agent.perimeter())
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private static String toMonth(PastHalfDay halfDay, RedirectAttributes redirect) {
		redirect.addAttribute("mois", halfDay.month().toString());
		return "redirect:/ars/indemnites/presences";
	}

}
