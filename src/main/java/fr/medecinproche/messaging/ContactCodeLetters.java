package fr.medecinproche.messaging;

import fr.medecinproche.appointment.ContactCodeRequested;

import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Sends the six digits with which somebody who books proves that messages reach them.
 */
@Component
class ContactCodeLetters {

	private static final int HALF = 3;

	private final Outbox outbox;

	private final LetterWriter writer;

	ContactCodeLetters(Outbox outbox, LetterWriter writer) {
		this.outbox = outbox;
		this.writer = writer;
	}

	/** The digits come first: they show on a locked screen, where they are looked for. */
	@TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
	void on(ContactCodeRequested event) {
		var key = "contact-code:%d:%d".formatted(event.heldId(), event.send());
		var envelope = new Envelope(key, event.contact(), event.locale(), event.until());
		var notice = Notice.of("ContactCodeRequested",
				event.code().substring(0, HALF) + ' ' + event.code().substring(HALF));
		var letter = event.contact().contains("@") ? this.writer.mail(envelope, notice, null)
				: this.writer.sms(envelope, notice);
		this.outbox.enqueue(letter.about(event.heldId()));
	}

}
