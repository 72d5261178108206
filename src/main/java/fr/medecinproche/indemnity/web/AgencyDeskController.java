package fr.medecinproche.indemnity.web;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.indemnity.MonthDesk;
import fr.medecinproche.indemnity.PastHalfDays;
import fr.medecinproche.indemnity.StatementStatus;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The desk of a month: what is to be done, and where each statement stands. Each number
 * leads to its rows.
 */
@Controller
class AgencyDeskController {

	private final MonthDesk desk;

	private final PastHalfDays halfDays;

	private final AgencyMonths months;

	AgencyDeskController(MonthDesk desk, PastHalfDays halfDays, AgencyMonths months) {
		this.desk = desk;
		this.halfDays = halfDays;
		this.months = months;
	}

	@GetMapping("/ars/indemnites")
	String show(@AuthenticationPrincipal SignedIn agent, @RequestParam @Nullable String mois, Model model) {
		var shown = this.months.shown(mois);
		model.addAttribute("shown", shown);
		model.addAttribute("waiting", this.halfDays.monthsToDecideIn(agent.perimeter()));
		model.addAttribute("toDecide", this.halfDays.countToDecideIn(agent.perimeter(), shown.month()));
		model.addAttribute("end", this.desk.end(agent.perimeter(), shown.month()));
		model.addAttribute("disputes", this.desk.openDisputes(agent.perimeter()));
		model.addAttribute("statuses", StatementStatus.values());
		model.addAttribute("wholeRegion", agent.seesWholeRegion());
		return "ars/indemnites";
	}

	@GetMapping("/ars/indemnites/contestations")
	String disputes(@AuthenticationPrincipal SignedIn agent, Model model) {
		model.addAttribute("disputes", this.desk.disputes(agent.perimeter()));
		model.addAttribute("wholeRegion", agent.seesWholeRegion());
		return "ars/indemnites-contestations";
	}

}
