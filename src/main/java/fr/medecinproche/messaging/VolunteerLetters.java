package fr.medecinproche.messaging;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;

import fr.medecinproche.volunteer.Volunteer;
import fr.medecinproche.volunteer.VolunteerAccepted;
import fr.medecinproche.volunteer.VolunteerRefused;
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

	private final Volunteers volunteers;

	private final Outbox outbox;

	private final LetterWriter writer;

	private final Clock clock;

	VolunteerLetters(Volunteers volunteers, Outbox outbox, LetterWriter writer, Clock clock) {
		this.volunteers = volunteers;
		this.outbox = outbox;
		this.writer = writer;
		this.clock = clock;
	}

	@TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
	void on(VolunteerAccepted event) {
		var volunteer = this.volunteers.findById(event.volunteerId()).orElseThrow();
		send(volunteer, "accepted",
				Notice.of("VolunteerAccepted", volunteer.getTitle()).leadingTo("/medecin/demi-journees"));
	}

	@TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
	void on(VolunteerRefused event) {
		var volunteer = this.volunteers.findById(event.volunteerId()).orElseThrow();
		var reason = Objects.requireNonNullElse(volunteer.getRefusalReason(), "");
		send(volunteer, "refused", Notice.of("VolunteerRefused", volunteer.getTitle(), reason));
	}

	private void send(Volunteer volunteer, String decision, Notice notice) {
		var now = this.clock.instant();
		var key = "volunteer:%d:%s:%d".formatted(volunteer.getId(), decision, now.getEpochSecond());
		var account = volunteer.getAccount();
		var envelope = new Envelope(key, account.email().value(), account.locale(), now.plus(USEFUL));
		this.outbox.enqueue(this.writer.mail(envelope, notice, null));
	}

}
