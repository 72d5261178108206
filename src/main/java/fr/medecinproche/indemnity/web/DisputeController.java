package fr.medecinproche.indemnity.web;

import java.time.YearMonth;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.indemnity.DisputeService;
import fr.medecinproche.indemnity.IndemnityRefusedException;
import fr.medecinproche.indemnity.StatementLine;
import fr.medecinproche.indemnity.Statements;
import fr.medecinproche.schedule.Period;
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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where a doctor says what is wrong with a line, or which half-day is missing.
 */
@Controller
class DisputeController {

	private static final String VIEW = "medecin/contestation";

	private final OwnStatements own;

	private final Statements statements;

	private final DisputeService disputes;

	DisputeController(OwnStatements own, Statements statements, DisputeService disputes) {
		this.own = own;
		this.statements = statements;
		this.disputes = disputes;
	}

	@GetMapping("/medecin/indemnites/{mois:\\d{4}-\\d{2}}/contestation")
	String ask(@AuthenticationPrincipal SignedIn me, @PathVariable String mois,
			@ModelAttribute("form") DisputeForm form, Model model) {
		show(me, this.own.month(mois), form, model);
		return VIEW;
	}

	@PostMapping("/medecin/indemnites/{mois:\\d{4}-\\d{2}}/contestation")
	String raise(@AuthenticationPrincipal SignedIn me, @PathVariable String mois,
			@Valid @ModelAttribute("form") DisputeForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		var month = this.own.month(mois);
		var line = show(me, month, form, model);
		if (!errors.hasErrors()) {
			form.check(month, line, errors);
		}
		if (errors.hasErrors()) {
			return VIEW;
		}
		try {
			this.disputes.raise(this.own.doctor(me).getId(), month, form.toComplaint(line), me.accountId());
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("indemnity.dispute.raised"));
		}
		catch (IndemnityRefusedException refusal) {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error(refusal));
		}
		return "redirect:/medecin/indemnites/" + month;
	}

	/** The line the form is about, null for a half-day that is missing. */
	private @Nullable StatementLine show(SignedIn me, YearMonth month, DisputeForm form, Model model) {
		var statement = this.statements.of(this.own.doctor(me).getId(), month);
		var line = (form.ligne() != null)
				? statement.line(form.ligne()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
				: null;
		model.addAttribute("month", month);
		model.addAttribute("line", line);
		model.addAttribute("reasons", DisputeForm.REASONS);
		model.addAttribute("periods", Period.values());
		return line;
	}

}
