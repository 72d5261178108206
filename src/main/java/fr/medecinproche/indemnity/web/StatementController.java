package fr.medecinproche.indemnity.web;

import java.time.Clock;
import java.time.YearMonth;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.indemnity.GivenTime;
import fr.medecinproche.indemnity.IndemnityRefusedException;
import fr.medecinproche.indemnity.IndemnitySettings;
import fr.medecinproche.indemnity.PastHalfDays;
import fr.medecinproche.indemnity.StatementService;
import fr.medecinproche.indemnity.Statements;
import fr.medecinproche.web.Flash;
import fr.medecinproche.web.Words;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What a doctor is owed, month by month.
 */
@Controller
class StatementController {

	private final OwnStatements own;

	private final Statements statements;

	private final StatementService service;

	private final Reading reading;

	private final Words words;

	StatementController(OwnStatements own, Statements statements, StatementService service, Reading reading,
			Words words) {
		this.own = own;
		this.statements = statements;
		this.service = service;
		this.reading = reading;
		this.words = words;
	}

	@GetMapping("/medecin/indemnites")
	String list(@AuthenticationPrincipal SignedIn me, @RequestParam(defaultValue = "0") int page, Model model) {
		var doctor = this.own.doctor(me);
		var present = YearMonth.now(this.reading.clock());
		model.addAttribute("months", this.statements.months(doctor.getId(), page));
		model.addAttribute("present", present);
		model.addAttribute("thisMonth", this.reading.given().of(doctor.getId(), present, present));
		model.addAttribute("year", this.reading.given().of(doctor.getId(), present.withMonth(1), present));
		model.addAttribute("kept", this.reading.settings().kept().getYears());
		return "medecin/indemnites";
	}

	@GetMapping("/medecin/indemnites/{mois:\\d{4}-\\d{2}}")
	String show(@AuthenticationPrincipal SignedIn me, @PathVariable String mois, Model model) {
		var month = this.own.month(mois);
		var doctor = this.own.doctor(me);
		model.addAttribute("statement", this.statements.of(doctor.getId(), month));
		model.addAttribute("notOwed", this.reading.halfDays().notOwed(doctor.getId(), month));
		model.addAttribute("given", this.reading.given().of(doctor.getId(), month, month));
		model.addAttribute("answerWithin", this.reading.settings().answerWithin());
		return "medecin/releve";
	}

	/** Of what was shown: what changed meanwhile is shown first. */
	@PostMapping("/medecin/indemnites/{mois:\\d{4}-\\d{2}}/confirmation")
	String confirm(@AuthenticationPrincipal SignedIn me, @PathVariable String mois, @RequestParam String vu,
			RedirectAttributes redirect) {
		var month = this.own.month(mois);
		try {
			this.service.confirm(this.own.doctor(me).getId(), month, vu);
			redirect.addFlashAttribute(Flash.ATTRIBUTE,
					Flash.success("indemnity.statement.confirmed", this.words.month(month)));
		}
		catch (IndemnityRefusedException refusal) {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error(refusal));
		}
		return "redirect:/medecin/indemnites/" + month;
	}

	/**
	 * What the pages of a doctor's indemnities read besides the statements.
	 *
	 * @param halfDays those that are over
	 * @param given what the doctor gave
	 * @param settings what is paid, and until when one answers
	 * @param clock the present
	 */
	@Component
	record Reading(PastHalfDays halfDays, GivenTime given, IndemnitySettings settings, Clock clock) {
	}

}
