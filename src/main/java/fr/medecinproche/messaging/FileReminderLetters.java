package fr.medecinproche.messaging;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;

import fr.medecinproche.volunteer.Volunteer;

import org.springframework.stereotype.Component;

/**
 * Writes the reminders of files that stand still. Agents read how many, not who: the list
 * is behind their sign-in.
 */
@Component
class FileReminderLetters {

	private final Outbox outbox;

	private final LetterWriter writer;

	FileReminderLetters(Outbox outbox, LetterWriter writer) {
		this.outbox = outbox;
		this.writer = writer;
	}

	/** What the letters about the present step of a file are found by. */
	static String keys(long volunteerId) {
		return "volunteer:%d:reminder:%%".formatted(volunteerId);
	}

	void toDoctor(Volunteer volunteer, LocalDate day, OffsetDateTime end) {
		var kind = switch (volunteer.getFileStatus()) {
			case ORDRE_CHECK -> "ReminderToAskOrdre";
			case ACTIVITY_DECLARED -> "ReminderToAskCpam";
			default -> "ReminderToAnswer";
		};
		var account = volunteer.getAccount();
		var key = "volunteer:%d:reminder:%s".formatted(volunteer.getId(), day);
		var envelope = new Envelope(key, account.email().value(), account.locale(), end.toInstant());
		this.outbox.enqueue(
				this.writer.mail(envelope, Notice.of(kind, volunteer.getTitle()).leadingTo("/medecin/dossier"), null));
	}

	void toAgent(FileReminders.Agent agent, List<FileReminders.Count> counts, LocalDate day, OffsetDateTime end) {
		if (counts.isEmpty()) {
			return;
		}
		var notice = Notice.of("FilesWaiting", agent.name()).leadingTo("/ars/medecins?bloques=oui");
		for (var count : counts) {
			notice = notice.with("files." + count.status(), String.valueOf(count.files()));
		}
		var envelope = new Envelope("files:%d:%s".formatted(agent.id(), day), agent.email(),
				Locale.forLanguageTag(agent.locale()), end.toInstant());
		this.outbox.enqueue(this.writer.mail(envelope, notice, null));
	}

}
