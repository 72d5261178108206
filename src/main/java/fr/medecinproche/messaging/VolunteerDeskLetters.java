package fr.medecinproche.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;

import fr.medecinproche.account.LinkPurpose;
import fr.medecinproche.account.Secret;
import fr.medecinproche.volunteer.FileReminderAsked;
import fr.medecinproche.volunteer.VolunteerWelcomed;
import fr.medecinproche.volunteer.Volunteers;

import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Writes to doctors because somebody of the agency wants it.
 */
@Component
class VolunteerDeskLetters {

	private static final Duration USEFUL = Duration.ofDays(3);

	private final Volunteers volunteers;

	private final FileReminderLetters reminders;

	private final Outbox outbox;

	private final LetterWriter writer;

	private final Clock clock;

	VolunteerDeskLetters(Volunteers volunteers, FileReminderLetters reminders, Outbox outbox, LetterWriter writer,
			Clock clock) {
		this.volunteers = volunteers;
		this.reminders = reminders;
		this.outbox = outbox;
		this.writer = writer;
		this.clock = clock;
	}

	@TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
	void on(FileReminderAsked event) {
		var volunteer = this.volunteers.findById(event.volunteerId()).orElseThrow();
		this.reminders.toDoctor(volunteer, LocalDate.now(this.clock), OffsetDateTime.now(this.clock).plus(USEFUL));
	}

	@TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
	void on(VolunteerWelcomed event) {
		var volunteer = this.volunteers.findById(event.volunteerId()).orElseThrow();
		var account = volunteer.getAccount();
		var lifetime = LinkPurpose.WELCOME.lifetime();
		var key = "volunteer:%d:welcome:%s".formatted(volunteer.getId(),
				Secret.of(event.secret()).hash().substring(0, 12));
		var envelope = new Envelope(key, account.email().value(), account.locale(),
				this.clock.instant().plus(lifetime));
		var notice = Notice.of("VolunteerWelcomed", volunteer.getTitle(), String.valueOf(lifetime.toDays()))
			.leadingTo("/compte/bienvenue/" + event.secret());
		this.outbox.enqueue(this.writer.mail(envelope, notice, null));
	}

}
