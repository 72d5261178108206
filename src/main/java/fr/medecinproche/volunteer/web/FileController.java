package fr.medecinproche.volunteer.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.volunteer.FileRefusedException;
import fr.medecinproche.volunteer.FileAuthor;
import fr.medecinproche.volunteer.FileMove;
import fr.medecinproche.volunteer.FileStatus;
import fr.medecinproche.volunteer.FileSteps;
import fr.medecinproche.volunteer.Volunteer;
import fr.medecinproche.volunteer.VolunteerService;
import fr.medecinproche.volunteer.Volunteers;
import fr.medecinproche.web.Flash;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The volunteers as the agency sees them, and the decision on each file. An agent of a
 * department sees only the doctors who practise there.
 */
@Controller
class FileController {

	private static final String VIEW = "ars/medecin";

	private final Volunteers volunteers;

	private final VolunteerService service;

	private final FileDirectory directory;

	private final FileSteps steps;

	private final Clock clock;

	FileController(Volunteers volunteers, VolunteerService service, FileDirectory directory, FileSteps steps,
			Clock clock) {
		this.steps = steps;
		this.clock = clock;
		this.volunteers = volunteers;
		this.service = service;
		this.directory = directory;
	}

	@GetMapping("/ars/medecins")
	String list(@AuthenticationPrincipal SignedIn agent, @ModelAttribute("filter") FileFilter filter,
			@RequestParam(defaultValue = "0") int page, Model model) {
		model.addAttribute("rows", this.directory.page(filter, agent.departement(), page));
		model.addAttribute("statuses", FileStatus.values());
		return "ars/medecins";
	}

	@GetMapping("/ars/medecins/{id}")
	String show(@AuthenticationPrincipal SignedIn agent, @PathVariable long id,
			@ModelAttribute("form") RefusalForm form, Model model) {
		show(id, agent, model);
		return VIEW;
	}

	@PostMapping("/ars/medecins/{id}/acceptation")
	String accept(@AuthenticationPrincipal SignedIn agent, @PathVariable long id, RedirectAttributes redirect) {
		var volunteer = volunteer(id, agent);
		return decide(id, () -> this.service.activate(id, agent.accountId()),
				Flash.success("volunteer.file.accepted", volunteer.getTitle()), redirect);
	}

	@PostMapping("/ars/medecins/{id}/refus")
	String refuse(@AuthenticationPrincipal SignedIn agent, @PathVariable long id,
			@Valid @ModelAttribute("form") RefusalForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		var volunteer = show(id, agent, model);
		if (errors.hasErrors()) {
			return VIEW;
		}
		var reason = Objects.requireNonNull(form.reason()).strip();
		return decide(id,
				() -> this.service.moveOn(id, volunteer.getFile().step(),
						List.of(new FileMove(FileStatus.REFUSED, LocalDate.now(this.clock), reason)),
						FileAuthor.agent(agent.accountId())),
				Flash.success("volunteer.file.refused", volunteer.getTitle()), redirect);
	}

	private static String decide(long id, Runnable decision, Flash done, RedirectAttributes redirect) {
		try {
			decision.run();
			redirect.addFlashAttribute(Flash.ATTRIBUTE, done);
		}
		catch (FileRefusedException ex) {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error(ex.getCodes()[0]));
		}
		return "redirect:/ars/medecins/" + id;
	}

	private Volunteer show(long id, SignedIn agent, Model model) {
		var volunteer = volunteer(id, agent);
		model.addAttribute("volunteer", volunteer);
		model.addAttribute("steps", this.steps.of(id));
		model.addAttribute("halfDays", this.directory.comingHalfDays(id));
		return volunteer;
	}

	private Volunteer volunteer(long id, SignedIn agent) {
		return this.volunteers.findById(id)
			.filter((found) -> agent.departement() == null
					|| agent.departement().equals(found.getCommune().getDepartement().getCode()))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	/**
	 * Why a file is refused.
	 *
	 * @param reason what the doctor reads
	 */
	record RefusalForm(
			@NotBlank(message = "{volunteer.file.reason.missing}") @Size(max = 500) @Nullable String reason) {
	}

}
