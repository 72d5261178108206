package fr.medecinproche.volunteer.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.volunteer.DetailsService;
import fr.medecinproche.volunteer.FilePace;
import fr.medecinproche.volunteer.FileStep;
import fr.medecinproche.volunteer.FileSteps;
import fr.medecinproche.volunteer.Volunteer;
import fr.medecinproche.volunteer.Volunteers;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * A file as its doctor sees it.
 */
@Component
class OwnFile {

	private final Volunteers volunteers;

	private final FileSteps steps;

	private final FileDirectory directory;

	private final FilePace pace;

	private final DetailsService details;

	private final Clock clock;

	OwnFile(Volunteers volunteers, FileSteps steps, FileDirectory directory, FilePace pace, DetailsService details,
			Clock clock) {
		this.volunteers = volunteers;
		this.steps = steps;
		this.directory = directory;
		this.pace = pace;
		this.details = details;
		this.clock = clock;
	}

	Volunteer of(SignedIn me) {
		return this.volunteers.signedIn(me);
	}

	Volunteer show(SignedIn me, Model model) {
		var volunteer = of(me);
		var status = volunteer.getFileStatus();
		var steps = this.steps.of(volunteer.getId());
		model.addAttribute("volunteer", volunteer);
		model.addAttribute("steps", steps.reversed());
		model.addAttribute("path", FilePath.of(steps));
		model.addAttribute("correctable", this.details.mayCorrect(volunteer));
		model.addAttribute("reason", reason(steps.getLast()));
		model.addAttribute("declarable", (status.declarable() != status) ? status.declarable() : null);
		model.addAttribute("delay", this.pace.delay(status).orElse(null));
		model.addAttribute("cardDelay", Objects.requireNonNull(this.pace.card()));
		model.addAttribute("halfDays", this.directory.comingHalfDays(volunteer.getId()));
		model.addAttribute("today", LocalDate.now(this.clock));
		if (!model.containsAttribute("form")) {
			model.addAttribute("form", OwnFileController.DeclarationForm.EMPTY);
		}
		if (!model.containsAttribute("card")) {
			model.addAttribute("card", CardForm.of(volunteer.getCpsCard()));
		}
		if (!model.containsAttribute("billing")) {
			model.addAttribute("billing", BillingNumberForm.of(volunteer.getBillingNumber()));
		}
		if (!model.containsAttribute("answer")) {
			model.addAttribute("answer", OwnFileController.AnswerForm.EMPTY);
		}
		return volunteer;
	}

	/** What the agency wrote last, as long as nothing has happened since. */
	private static String reason(FileStep last) {
		return Objects.requireNonNullElse(last.getNote(), "");
	}

}
