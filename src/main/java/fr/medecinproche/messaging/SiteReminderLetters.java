package fr.medecinproche.messaging;

import java.time.Clock;
import java.time.Duration;

import fr.medecinproche.site.HostReminded;

import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Writes to the people of a site what is theirs to prepare.
 */
@Component
class SiteReminderLetters {

	private static final Duration USEFUL = Duration.ofDays(2);

	private final Outbox outbox;

	private final LetterWriter writer;

	private final Clock clock;

	SiteReminderLetters(Outbox outbox, LetterWriter writer, Clock clock) {
		this.outbox = outbox;
		this.writer = writer;
		this.clock = clock;
	}

	@TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
	void on(HostReminded event) {
		var key = "site:%d:prepare:%d:%s".formatted(event.siteId(), event.accountId(), event.day());
		var notice = Notice.of("SitePreparation", event.name(), event.site()).leadingTo("/lieu/preparation");
		if (!event.late().isEmpty()) {
			notice = notice.with("site.late", String.join(", ", event.late()));
		}
		if (!event.toDo().isEmpty()) {
			notice = notice.with("site.toDo", String.join(", ", event.toDo()));
		}
		var envelope = new Envelope(key, event.email(), event.locale(), this.clock.instant().plus(USEFUL));
		this.outbox.enqueue(this.writer.mail(envelope, notice, null));
	}

}
