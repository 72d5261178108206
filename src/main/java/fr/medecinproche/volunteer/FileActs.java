package fr.medecinproche.volunteer;

import fr.medecinproche.journal.FileNumber;
import fr.medecinproche.journal.Journal;

import org.springframework.stereotype.Component;

/**
 * Notes in the journal what agents do to a doctor's file, and what doctors put right in
 * it; of the doctor only the number of the file.
 */
@Component
class FileActs {

	private final Journal journal;

	FileActs(Journal journal) {
		this.journal = journal;
	}

	/** Where the file has gone; its reason stays in the file, where it is forgotten. */
	void moved(Volunteer volunteer, FileStatus from) {
		boolean resumed = from == FileStatus.SUSPENDED && volunteer.isActive();
		note("volunteer.file." + (resumed ? "RESUMED" : volunteer.getFileStatus()), volunteer);
	}

	void reminded(Volunteer volunteer) {
		note("volunteer.reminded", volunteer);
	}

	void corrected(Volunteer volunteer) {
		note("volunteer.corrected", volunteer);
	}

	void billingNumberNoted(Volunteer volunteer) {
		note("volunteer.billingNumberNoted", volunteer);
	}

	void noted(Volunteer volunteer) {
		note("volunteer.noted", volunteer);
	}

	void noteWithdrawn(Volunteer volunteer) {
		note("volunteer.noteWithdrawn", volunteer);
	}

	private void note(String action, Volunteer volunteer) {
		this.journal.note(
				new FileNumber(volunteer.getId()).act(action, volunteer.getCommune().getDepartement().getCode(), null));
	}

}
