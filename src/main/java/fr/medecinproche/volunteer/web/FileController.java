package fr.medecinproche.volunteer.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.territory.Departements;
import fr.medecinproche.volunteer.FileAuthor;
import fr.medecinproche.volunteer.FileRefusedException;
import fr.medecinproche.volunteer.FileStatus;
import fr.medecinproche.volunteer.VolunteerService;
import fr.medecinproche.web.Flash;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The volunteers as the agency sees them: all files by step, one file, and the steps an
 * agent records of it.
 */
@Controller
class FileController {

	private static final String VIEW = "ars/medecin";

	private final AgencyFile file;

	private final VolunteerService service;

	private final FileDirectory directory;

	private final FilePipeline pipeline;

	private final Departements departements;

	private final Clock clock;

	FileController(AgencyFile file, VolunteerService service, FileDirectory directory, FilePipeline pipeline,
			Departements departements, Clock clock) {
		this.file = file;
		this.service = service;
		this.directory = directory;
		this.pipeline = pipeline;
		this.departements = departements;
		this.clock = clock;
	}

	@GetMapping("/ars/medecins")
	String list(@AuthenticationPrincipal SignedIn agent, @ModelAttribute("filter") FileFilter filter,
			@RequestParam(defaultValue = "0") int page, HttpServletRequest request, Model model) {
		model.addAttribute("pipeline", this.pipeline.stages(agent.perimeter()));
		model.addAttribute("lateAfter", this.pipeline.lateAfter());
		model.addAttribute("bands", AgeBand.values());
		model.addAttribute("today", LocalDate.now(this.clock));
		model.addAttribute("here", (request.getQueryString() != null) ? "?" + request.getQueryString() : "");
		model.addAttribute("rows", this.directory.page(filter, agent.perimeter(), page));
		model.addAttribute("statuses", FileStatus.values());
		model.addAttribute("parties", FileFilter.PARTIES);
		model.addAttribute("departements", this.departements.within(agent.perimeter()));
		model.addAttribute("perimeter", agent.perimeter());
		return "ars/medecins";
	}

	@GetMapping("/ars/medecins/{id}")
	String show(@AuthenticationPrincipal SignedIn agent, @PathVariable long id, Model model) {
		this.file.show(id, agent, model);
		return VIEW;
	}

	@PostMapping("/ars/medecins/{id}/etapes")
	String record(@AuthenticationPrincipal SignedIn agent, @PathVariable long id,
			@ModelAttribute("form") StepsForm form, BindingResult errors, Model model, RedirectAttributes redirect) {
		var volunteer = this.file.of(id, agent);
		int seen = Objects.requireNonNullElse(form.seen(), 0);
		if (volunteer.getFile().step() == seen) {
			form.check(volunteer.getFile(), LocalDate.now(this.clock), errors);
		}
		if (!errors.hasErrors()) {
			try {
				this.service.moveOn(id, seen, form.moves(), FileAuthor.agent(agent.accountId()));
				redirect.addFlashAttribute(Flash.ATTRIBUTE,
						Flash.success("volunteer.steps.done", volunteer.getTitle()));
				return "redirect:/ars/medecins/" + id;
			}
			catch (FileRefusedException refusal) {
				errors.reject(refusal.getCodes()[0]);
			}
		}
		if (this.file.show(id, agent, model).getFileStatus().ahead().isEmpty()) {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error("volunteer.refusal.CHANGED_MEANWHILE"));
			return "redirect:/ars/medecins/" + id;
		}
		return VIEW;
	}

	@PostMapping("/ars/medecins/{id}/carte-cps")
	String noteCard(@AuthenticationPrincipal SignedIn agent, @PathVariable long id,
			@ModelAttribute("card") CardForm card, BindingResult errors, Model model, RedirectAttributes redirect) {
		this.file.of(id, agent);
		if (!errors.hasErrors()) {
			try {
				this.service.noteCpsCard(id, card.toCard());
				redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("volunteer.card.saved"));
				return "redirect:/ars/medecins/" + id;
			}
			catch (FileRefusedException refusal) {
				errors.reject(refusal.getCodes()[0]);
			}
		}
		this.file.show(id, agent, model);
		return VIEW;
	}

}
