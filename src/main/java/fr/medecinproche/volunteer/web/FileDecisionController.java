package fr.medecinproche.volunteer.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.volunteer.FileAuthor;
import fr.medecinproche.volunteer.FileMove;
import fr.medecinproche.volunteer.FileRefusedException;
import fr.medecinproche.volunteer.Volunteer;
import fr.medecinproche.volunteer.VolunteerService;
import fr.medecinproche.web.Flash;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What an agent decides beside the way of a file: what it means is shown before it is
 * done, and the doctor reads why.
 */
@Controller
@RequestMapping("/ars/medecins/{id}/{noun}")
class FileDecisionController {

	private static final String VIEW = "ars/medecin-decision";

	private final AgencyFile file;

	private final VolunteerService service;

	private final FileDirectory directory;

	private final Clock clock;

	FileDecisionController(AgencyFile file, VolunteerService service, FileDirectory directory, Clock clock) {
		this.file = file;
		this.service = service;
		this.directory = directory;
		this.clock = clock;
	}

	@GetMapping
	String ask(@AuthenticationPrincipal SignedIn agent, @PathVariable long id, @PathVariable String noun,
			@ModelAttribute("form") DecisionForm form, Model model) {
		var decision = decision(noun);
		var volunteer = this.file.of(id, agent);
		return decision.isPossible(volunteer.getFileStatus()) ? show(volunteer, decision, model)
				: "redirect:/ars/medecins/" + id;
	}

	@PostMapping
	String decide(@AuthenticationPrincipal SignedIn agent, @PathVariable long id, @PathVariable String noun,
			@Valid @ModelAttribute("form") DecisionForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		var decision = decision(noun);
		var volunteer = this.file.of(id, agent);
		if (decision.isExplained(volunteer.getFileStatus()) && form.isSilent()) {
			errors.rejectValue("note", "volunteer.refusal.NOT_EXPLAINED");
		}
		int seen = Objects.requireNonNullElse(form.seen(), 0);
		if (seen == volunteer.getFile().step() && !decision.isPossible(volunteer.getFileStatus())) {
			errors.reject("volunteer.refusal.NOT_FROM_HERE");
		}
		if (errors.hasErrors()) {
			return show(volunteer, decision, model);
		}
		try {
			var move = new FileMove(decision.target(volunteer.getFileStatus()), LocalDate.now(this.clock), form.note());
			this.service.moveOn(id, seen, List.of(move), FileAuthor.agent(agent.accountId()));
			redirect.addFlashAttribute(Flash.ATTRIBUTE,
					Flash.success("volunteer.decision." + decision + ".done", volunteer.getTitle()));
			return "redirect:/ars/medecins/" + id;
		}
		catch (FileRefusedException refusal) {
			errors.reject(refusal.getCodes()[0]);
			return show(this.file.of(id, agent), decision, model);
		}
	}

	/** Where the decision is no longer one to take, the words typed are still there. */
	private String show(Volunteer volunteer, FileDecision decision, Model model) {
		model.addAttribute("volunteer", volunteer);
		model.addAttribute("decision", decision);
		model.addAttribute("possible", decision.isPossible(volunteer.getFileStatus()));
		model.addAttribute("explained", decision.isExplained(volunteer.getFileStatus()));
		model.addAttribute("halfDays", this.directory.comingHalfDays(volunteer.getId()));
		return VIEW;
	}

	private static FileDecision decision(String noun) {
		return FileDecision.of(noun).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	/**
	 * Why.
	 *
	 * @param seen the number of the last step the page showed
	 * @param note what the doctor reads
	 */
	record DecisionForm(@Nullable Integer seen,
			@Size(max = FileMove.NOTE_LENGTH, message = "{volunteer.note.long}") @Nullable String note) {

		boolean isSilent() {
			return this.note == null || this.note.isBlank();
		}

	}

}
