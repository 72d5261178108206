package fr.medecinproche.indemnity.web;

import java.util.Objects;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.indemnity.Dispute;
import fr.medecinproche.indemnity.Dispute.Outcome;
import fr.medecinproche.indemnity.DisputeService;
import fr.medecinproche.indemnity.IndemnityRefusedException;
import fr.medecinproche.web.Flash;
import jakarta.validation.Valid;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where the agency answers what a doctor disputes.
 */
@Controller
class AnswerController {

	private static final String PATH = "/ars/indemnites/releves/{id:\\d+}/contestations/{contestation:\\d+}";

	private static final String VIEW = "ars/contestation";

	private final AgencyStatements own;

	private final DisputeService disputes;

	AnswerController(AgencyStatements own, DisputeService disputes) {
		this.own = own;
		this.disputes = disputes;
	}

	@GetMapping(PATH)
	String ask(@AuthenticationPrincipal SignedIn agent, @PathVariable long id, @PathVariable long contestation,
			@ModelAttribute("form") AnswerForm form, Model model) {
		boolean open = show(agent, id, contestation, model).isOpen();
		return open ? VIEW : "redirect:/ars/indemnites/releves/" + id;
	}

	@PostMapping(PATH)
	String answer(@AuthenticationPrincipal SignedIn agent, @PathVariable long id, @PathVariable long contestation,
			@Valid @ModelAttribute("form") AnswerForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		show(agent, id, contestation, model);
		if (!errors.hasErrors()) {
			form.check(errors);
		}
		if (errors.hasErrors()) {
			return VIEW;
		}
		try {
			this.disputes.answer(contestation, Objects.requireNonNull(form.suite()), form.words(), agent.accountId());
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("indemnity.answer.done"));
		}
		catch (IndemnityRefusedException refusal) {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error(refusal));
		}
		return "redirect:/ars/indemnites/releves/" + id;
	}

	private Dispute show(SignedIn agent, long id, long contestation, Model model) {
		var statement = this.own.find(id, agent);
		var dispute = this.own.dispute(statement, contestation);
		model.addAttribute("statement", statement);
		model.addAttribute("doctor", this.own.doctorOf(statement));
		model.addAttribute("dispute", dispute);
		model.addAttribute("outcomes", Outcome.values());
		return dispute;
	}

}
