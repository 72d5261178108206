package fr.medecinproche.indemnity.web;

import java.time.YearMonth;
import java.util.Arrays;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.indemnity.IndemnityRefusedException;
import fr.medecinproche.indemnity.MonthDesk;
import fr.medecinproche.indemnity.MonthDesk.RegionOfMonth;
import fr.medecinproche.indemnity.PastHalfDays;
import fr.medecinproche.indemnity.StatementFilter;
import fr.medecinproche.indemnity.StatementService;
import fr.medecinproche.indemnity.Statements;
import fr.medecinproche.web.Flash;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The statements of the doctors an agent sees, until they are closed.
 */
@Controller
class AgencyStatementController {

	private final AgencyStatements own;

	private final Statements statements;

	private final StatementService service;

	private final PastHalfDays halfDays;

	private final AgencyMonths months;

	private final MonthDesk desk;

	AgencyStatementController(AgencyStatements own, Statements statements, StatementService service,
			PastHalfDays halfDays, AgencyMonths months, MonthDesk desk) {
		this.own = own;
		this.statements = statements;
		this.service = service;
		this.halfDays = halfDays;
		this.months = months;
		this.desk = desk;
	}

	@GetMapping("/ars/indemnites/releves")
	String list(@AuthenticationPrincipal SignedIn agent, @RequestParam @Nullable String mois,
			@RequestParam @Nullable String etat, @RequestParam @Nullable String region,
			@RequestParam(defaultValue = "0") int page, Model model) {
		var shown = this.months.shown(mois);
		var only = state(etat);
		var narrowed = region(agent, region, shown.month());
		var scope = (narrowed != null) ? narrowed.code() : agent.perimeter();
		model.addAttribute("shown", shown);
		model.addAttribute("region", narrowed);
		model.addAttribute("rows", this.statements.in(scope, shown.month(), only, page));
		model.addAttribute("state", only);
		model.addAttribute("wholeRegion", agent.seesWholeRegion());
		model.addAttribute("closable", this.service.closable(scope, shown.month()).size());
		return "ars/releves";
	}

	/**
	 * Each by itself: what cannot be closed after all keeps none of the others. Whoever
	 * sees all closes those of the region they were shown.
	 */
	@PostMapping("/ars/indemnites/releves/cloture")
	String closeAll(@AuthenticationPrincipal SignedIn agent, @RequestParam @Nullable String mois,
			@RequestParam @Nullable String region, RedirectAttributes redirect) {
		var month = this.months.shown(mois).month();
		var scope = (agent.perimeter() != null) ? agent.perimeter() : region;
		long closed = this.service.closable(scope, month)
			.stream()
			.map((id) -> close(id, agent))
			.filter((flash) -> flash.tone() == Flash.Tone.SUCCESS)
			.count();
		redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("indemnity.closing.done", closed));
		redirect.addAttribute("mois", month.toString());
		if (region != null) {
			redirect.addAttribute("region", region);
		}
		return "redirect:/ars/indemnites/releves";
	}

	@GetMapping("/ars/indemnites/releves/{id:\\d+}")
	String show(@AuthenticationPrincipal SignedIn agent, @PathVariable long id, @ModelAttribute("form") AnswerForm form,
			Model model) {
		var statement = this.own.find(id, agent);
		model.addAttribute("statement", statement);
		model.addAttribute("doctor", this.own.doctorOf(statement));
		model.addAttribute("notOwed", this.halfDays.notOwed(statement.volunteerId(), statement.month()));
		model.addAttribute("closable", this.service.isClosable(statement));
		return "ars/releve";
	}

	@PostMapping("/ars/indemnites/releves/{id:\\d+}/cloture")
	String closeOne(@AuthenticationPrincipal SignedIn agent, @PathVariable long id, RedirectAttributes redirect) {
		this.own.find(id, agent);
		redirect.addFlashAttribute(Flash.ATTRIBUTE, close(id, agent));
		return "redirect:/ars/indemnites/releves/" + id;
	}

	private Flash close(long id, SignedIn agent) {
		try {
			this.service.close(id, agent.accountId());
			return Flash.success("indemnity.closing.done", 1);
		}
		catch (IndemnityRefusedException refusal) {
			return Flash.error(refusal);
		}
	}

	/**
	 * Whoever sees all may look at one region; what is typed otherwise narrows nothing.
	 */
	private @Nullable RegionOfMonth region(SignedIn agent, @Nullable String typed, YearMonth month) {
		if (agent.perimeter() != null || typed == null) {
			return null;
		}
		return this.desk.regions(null, month)
			.stream()
			.filter((each) -> each.code().equals(typed))
			.findFirst()
			.orElse(null);
	}

	/** What is typed otherwise shows all. */
	private static @Nullable StatementFilter state(@Nullable String typed) {
		return Arrays.stream(StatementFilter.values())
			.filter((each) -> each.name().equals(typed))
			.findFirst()
			.orElse(null);
	}

}
