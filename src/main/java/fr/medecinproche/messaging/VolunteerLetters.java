package fr.medecinproche.messaging;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;

import fr.medecinproche.volunteer.FileAuthor;
import fr.medecinproche.volunteer.FileMovedOn;
import fr.medecinproche.volunteer.FileStatus;
import fr.medecinproche.volunteer.FileSteps;
import fr.medecinproche.volunteer.Volunteer;
import fr.medecinproche.volunteer.Volunteers;

import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Writes to doctors about their file.
 */
@Component
class VolunteerLetters {

	private static final Duration USEFUL = Duration.ofDays(30);

	private static final String FILE = "/medecin/dossier";

	private final Volunteers volunteers;

	private final FileSteps steps;

	private final Outbox outbox;

	private final LetterWriter writer;

	private final Clock clock;

	VolunteerLetters(Volunteers volunteers, FileSteps steps, Outbox outbox, LetterWriter writer, Clock clock) {
		this.volunteers = volunteers;
		this.steps = steps;
		this.outbox = outbox;
		this.writer = writer;
		this.clock = clock;
	}

	/**
	 * Doctors know what they have just done themselves, but for the end. Whoever has
	 * closed their account is told so, and nothing more.
	 */
	@TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
	void on(FileMovedOn event) {
		this.outbox.withdraw(FileReminderLetters.keys(event.volunteerId()));
		if (event.author() != FileAuthor.Kind.DOCTOR || event.to() == FileStatus.WITHDRAWN) {
			var volunteer = this.volunteers.findById(event.volunteerId()).orElseThrow();
			if (volunteer.getAccount().isClosed()) {
				return;
			}
			var step = this.steps.step(volunteer.getId(), volunteer.getFile().step()).orElseThrow();
			send(volunteer, notice(event, volunteer.getTitle(), Objects.requireNonNullElse(step.getNote(), "")));
		}
	}

	private static Notice notice(FileMovedOn event, String doctor, String note) {
		return switch (event.to()) {
			case SUBMITTED -> Notice.of("FileReopened", doctor, note).leadingTo(FILE);
			case SENT_BACK -> Notice.of("FileSentBack", doctor, note).leadingTo(FILE);
			case ORDRE_CHECK -> Notice.of("FileAtOrdre", doctor, note).leadingTo(FILE);
			case ACTIVITY_DECLARED -> Notice.of("FileAtCpam", doctor, note).leadingTo(FILE);
			case CPAM_NUMBER_GIVEN -> Notice.of("FileNumberGiven", doctor, note).leadingTo(FILE);
			case ACTIVE ->
				Notice.of((event.from() == FileStatus.SUSPENDED) ? "FileResumed" : "VolunteerAccepted", doctor)
					.leadingTo("/medecin/demi-journees");
			case SUSPENDED -> Notice.of("FileSuspended", doctor, note).leadingTo(FILE);
			case WITHDRAWN -> Notice.of("FileWithdrawn", doctor, note);
			case REFUSED -> Notice.of("VolunteerRefused", doctor, note);
		};
	}

	private void send(Volunteer volunteer, Notice notice) {
		var key = "volunteer:%d:step:%d".formatted(volunteer.getId(), volunteer.getFile().step());
		var account = volunteer.getAccount();
		var envelope = new Envelope(key, account.email().value(), account.locale(), this.clock.instant().plus(USEFUL));
		this.outbox.enqueue(this.writer.mail(envelope, notice, null));
	}

}
