package fr.medecinproche.indemnity.web;

import java.time.YearMonth;
import java.util.List;
import java.util.Objects;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.indemnity.IndemnityRefusedException;
import fr.medecinproche.indemnity.MonthClosing;
import fr.medecinproche.indemnity.MonthDesk;
import fr.medecinproche.indemnity.MonthDesk.RegionOfMonth;
import fr.medecinproche.web.Flash;
import fr.medecinproche.web.Words;
import fr.medecinproche.work.LongWorks;
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
 * Closes a month, after showing what will be closed, and what keeps it from being.
 */
@Controller
class MonthClosingController {

	private static final String PATH = "/ars/indemnites/mois/{mois}/cloture";

	/** More statements than this are closed while a page shows how far it is. */
	private static final int AT_ONCE = 25;

	private final MonthDesk desk;

	private final MonthClosing closing;

	private final AgencyMonths months;

	private final LongWorks works;

	private final Words words;

	MonthClosingController(MonthDesk desk, MonthClosing closing, AgencyMonths months, LongWorks works, Words words) {
		this.desk = desk;
		this.closing = closing;
		this.months = months;
		this.works = works;
		this.words = words;
	}

	@GetMapping(PATH)
	String preview(@AuthenticationPrincipal SignedIn agent, @PathVariable String mois,
			@RequestParam @Nullable String region, Model model) {
		var month = this.months.exactly(mois);
		var regions = this.desk.regions(agent.perimeter(), month);
		var scope = (agent.perimeter() != null) ? agent.perimeter() : asked(regions, region);
		model.addAttribute("month", month);
		model.addAttribute("regions", regions);
		model.addAttribute("scope", scope);
		model.addAttribute("wholeRegion", agent.seesWholeRegion() && scope != null);
		model.addAttribute("end", this.desk.end(scope, month));
		return "ars/indemnites-cloture";
	}

	/** The region asked for, or else the first that has something to close. */
	private static @Nullable String asked(List<RegionOfMonth> regions, @Nullable String region) {
		var codes = regions.stream().map(RegionOfMonth::code).toList();
		return codes.contains(region) ? region : codes.stream().findFirst().orElse(null);
	}

	@PostMapping(PATH)
	String close(@AuthenticationPrincipal SignedIn agent, @PathVariable String mois,
			@RequestParam @Nullable String region, RedirectAttributes redirect) {
		var month = this.months.exactly(mois);
		var scope = RegionOfAgent.of(agent, region);
		var back = "/ars/indemnites/mois/" + month + "/cloture?region=" + scope;
		int statements = this.desk.figures(scope, month).closable().statements();
		if (statements > AT_ONCE) {
			return "redirect:" + this.works.page(this.works.start("indemnity.month", (progress) -> {
				progress.of(statements);
				this.closing.close(scope, month, agent.accountId(), progress::advance);
				return back;
			}));
		}
		redirect.addFlashAttribute(Flash.ATTRIBUTE, close(scope, month, agent.accountId()));
		return "redirect:" + back;
	}

	private Flash close(String region, YearMonth month, long agentId) {
		try {
			var closed = this.closing.close(region, month, agentId, (done) -> {
			});
			return Flash.success("indemnity.month.done", this.words.month(month),
					this.words.euros(Objects.requireNonNull(closed).totalCents()));
		}
		catch (IndemnityRefusedException refusal) {
			return Flash.error(refusal);
		}
	}

}
