package fr.medecinproche.volunteer;

import java.time.Clock;

import fr.medecinproche.account.Accounts;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Agents' notes on doctors: written, withdrawn, and forgotten in the end.
 */
@Service
@Transactional
public class NoteService {

	private final VolunteerNotes notes;

	private final Volunteers volunteers;

	private final Accounts accounts;

	private final FileActs acts;

	private final NoteSettings settings;

	private final Clock clock;

	NoteService(VolunteerNotes notes, Volunteers volunteers, Accounts accounts, FileActs acts, NoteSettings settings,
			Clock clock) {
		this.notes = notes;
		this.volunteers = volunteers;
		this.accounts = accounts;
		this.acts = acts;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Writes a note.
	 * @param volunteerId on whom, within what the agent sees
	 * @param text one to {@value VolunteerNote#LENGTH} characters
	 * @param agentId who writes
	 * @throws FileRefusedException when the doctor has closed their account
	 */
	public void write(long volunteerId, String text, long agentId) {
		var volunteer = this.volunteers.lock(volunteerId).orElseThrow();
		if (volunteer.getAccount().isClosed()) {
			throw new FileRefusedException(FileRefusedException.Reason.ACCOUNT_CLOSED);
		}
		this.notes
			.save(new VolunteerNote(volunteerId, text, this.accounts.findById(agentId).orElseThrow(), this.clock));
		this.acts.noted(volunteer);
	}

	/**
	 * Withdraws a note; a second time changes nothing.
	 * @param volunteerId on whom, within what the agent sees
	 * @param noteId the note
	 * @param agentId who withdraws it
	 * @return false when there is no such note on that doctor
	 */
	public boolean withdraw(long volunteerId, long noteId, long agentId) {
		var volunteer = this.volunteers.lock(volunteerId).orElseThrow();
		var note = this.notes.findByIdAndVolunteerId(noteId, volunteerId);
		note.filter((found) -> found.withdraw(this.accounts.findById(agentId).orElseThrow(), this.clock))
			.ifPresent((withdrawn) -> this.acts.noteWithdrawn(volunteer));
		return note.isPresent();
	}

	/** Every night, on any node: running it again changes nothing. */
	@Scheduled(cron = "${medecin-proche.volunteer-notes.forget-at:0 55 4 * * *}", zone = "Europe/Paris")
	void forgetOldOnes() {
		this.notes
			.forgetBefore(this.clock.instant().atZone(this.clock.getZone()).minus(this.settings.kept()).toInstant());
	}

}
