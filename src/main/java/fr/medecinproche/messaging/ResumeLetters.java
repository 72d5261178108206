package fr.medecinproche.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;

import fr.medecinproche.account.Secret;
import fr.medecinproche.joining.ResumeLinkIssued;
import fr.medecinproche.joining.ResumeLinkIssued.Occasion;
import fr.medecinproche.web.Words;

import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Writes to doctors about an application they have not sent yet.
 */
@Component
class ResumeLetters {

	/** How many an address gets in a day: anybody can type anybody's. */
	private static final int A_DAY = 6;

	private final Outbox outbox;

	private final LetterWriter writer;

	private final Words words;

	private final Clock clock;

	ResumeLetters(Outbox outbox, LetterWriter writer, Words words, Clock clock) {
		this.outbox = outbox;
		this.writer = writer;
		this.words = words;
		this.clock = clock;
	}

	@TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
	void on(ResumeLinkIssued event) {
		if (this.outbox.countTo(event.email(), "joining:%", this.clock.instant().minus(Duration.ofDays(1))) >= A_DAY) {
			return;
		}
		var letter = this.writer.mail(envelope(event), notice(event), null);
		this.outbox.enqueue((event.occasion() == Occasion.REMINDED) ? letter.byDay() : letter);
	}

	private static Envelope envelope(ResumeLinkIssued event) {
		var key = "joining:%d:%s".formatted(event.draftId(), Secret.of(event.link()).hash().substring(0, 12));
		return new Envelope(key, event.email(), event.locale(), event.expiresAt());
	}

	private Notice notice(ResumeLinkIssued event) {
		var kind = switch (event.occasion()) {
			case STARTED -> "VolunteerDraftStarted";
			case ASKED -> "VolunteerDraftAsked";
			case REMINDED -> "VolunteerDraftReminded";
		};
		var said = this.words.in(event.locale());
		return Notice
			.of(kind, event.displayName(), said.date(LocalDate.ofInstant(event.startedAt(), this.clock.getZone())),
					said.date(LocalDate.ofInstant(event.expiresAt(), this.clock.getZone())))
			.leadingTo("/medecin/devenir-volontaire/reprise/" + event.link());
	}

}
