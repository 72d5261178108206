package fr.medecinproche.volunteer.web;

import java.time.Clock;
import java.time.LocalDate;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.volunteer.FilePace;
import fr.medecinproche.volunteer.FileSteps;
import fr.medecinproche.volunteer.Volunteer;
import fr.medecinproche.volunteer.Volunteers;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

/**
 * One file as an agent sees it. An agent of a department sees only the doctors who
 * practise there.
 */
@Component
class AgencyFile {

	private final Volunteers volunteers;

	private final FileSteps steps;

	private final FileDirectory directory;

	private final FilePace pace;

	private final ApplicationReviews reviews;

	private final Clock clock;

	AgencyFile(Volunteers volunteers, FileSteps steps, FileDirectory directory, FilePace pace,
			ApplicationReviews reviews, Clock clock) {
		this.volunteers = volunteers;
		this.steps = steps;
		this.directory = directory;
		this.pace = pace;
		this.reviews = reviews;
		this.clock = clock;
	}

	Volunteer of(long id, SignedIn agent) {
		return this.volunteers.findById(id)
			.filter((found) -> found.getCommune().getDepartement().isWithin(agent.perimeter()))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	Volunteer show(long id, SignedIn agent, Model model) {
		var volunteer = of(id, agent);
		var steps = this.steps.of(id);
		var today = LocalDate.now(this.clock);
		model.addAttribute("volunteer", volunteer);
		model.addAttribute("steps", steps.reversed());
		model.addAttribute("path", FilePath.of(steps));
		model.addAttribute("decisions", FileDecision.possible(volunteer.getFileStatus()));
		model.addAttribute("delay", this.pace.delay(volunteer.getFileStatus()).orElse(null));
		model.addAttribute("stalled", this.pace.isStalled(volunteer.getFile(), today));
		model.addAttribute("halfDays", this.directory.comingHalfDays(id));
		model.addAttribute("notes", this.directory.notes(id));
		model.addAttribute("notesKept", this.directory.notesKept());
		model.addAttribute("today", today);
		model.addAttribute("review", this.reviews.of(volunteer));
		model.addAttribute("fields", StepsForm.FIELDS);
		if (!model.containsAttribute("form")) {
			model.addAttribute("form", StepsForm.EMPTY);
		}
		if (!model.containsAttribute("note")) {
			model.addAttribute("note", NoteForm.EMPTY);
		}
		if (!model.containsAttribute("card")) {
			model.addAttribute("card", CardForm.of(volunteer.getCpsCard()));
		}
		if (!model.containsAttribute("billing")) {
			model.addAttribute("billing", BillingNumberForm.of(volunteer.getBillingNumber()));
		}
		return volunteer;
	}

}
