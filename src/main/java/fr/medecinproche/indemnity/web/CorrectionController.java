package fr.medecinproche.indemnity.web;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Objects;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.indemnity.CorrectionService;
import fr.medecinproche.indemnity.IndemnityRefusedException;
import fr.medecinproche.web.Flash;
import fr.medecinproche.web.Words;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

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
 * Corrects a line of a closed statement, in the present month's.
 */
@Controller
class CorrectionController {

	private static final String PATH = "/ars/indemnites/releves/{id:\\d+}/lignes/{ligne:\\d+}/correction";

	private static final String VIEW = "ars/correction";

	private final AgencyStatements own;

	private final CorrectionService corrections;

	private final Words words;

	CorrectionController(AgencyStatements own, CorrectionService corrections, Words words) {
		this.own = own;
		this.corrections = corrections;
		this.words = words;
	}

	@GetMapping(PATH)
	String ask(@AuthenticationPrincipal SignedIn agent, @PathVariable long id, @PathVariable long ligne,
			@ModelAttribute("form") CorrectionForm form, Model model) {
		show(agent, id, ligne, model);
		return VIEW;
	}

	@PostMapping(PATH)
	String correct(@AuthenticationPrincipal SignedIn agent, @PathVariable long id, @PathVariable long ligne,
			@Valid @ModelAttribute("form") CorrectionForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		show(agent, id, ligne, model);
		if (errors.hasErrors()) {
			return VIEW;
		}
		try {
			YearMonth month = this.corrections.correct(ligne, form.cents(),
					Objects.requireNonNull(form.raison()).strip(), agent.accountId());
			redirect.addFlashAttribute(Flash.ATTRIBUTE,
					Flash.success("indemnity.correction.done", this.words.month(month)));
		}
		catch (IndemnityRefusedException refusal) {
			errors.reject(Objects.requireNonNull(refusal.getCodes())[0]);
			return VIEW;
		}
		return "redirect:/ars/indemnites/releves/" + id;
	}

	private void show(SignedIn agent, long id, long line, Model model) {
		var statement = this.own.find(id, agent);
		model.addAttribute("statement", statement);
		model.addAttribute("doctor", this.own.doctorOf(statement));
		model.addAttribute("line", this.own.line(statement, line));
	}

	/**
	 * A correction.
	 *
	 * @param montant in euros, less than nothing to take back
	 * @param raison what the doctor reads
	 */
	record CorrectionForm(
			@Nullable @NotNull(message = "{indemnity.correction.amount.missing}") @Digits(integer = 5, fraction = 2,
					message = "{indemnity.correction.amount.wrong}") BigDecimal montant,
			@Nullable @NotBlank(message = "{indemnity.correction.reason.missing}") @Size(max = 300,
					message = "{indemnity.answer.text.long}") String raison) {

		int cents() {
			return Objects.requireNonNull(this.montant).movePointRight(2).intValueExact();
		}

	}

}
