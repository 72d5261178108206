package fr.medecinproche.messaging;

import java.util.Locale;

import fr.medecinproche.account.Secret;
import fr.medecinproche.people.InvitationSent;
import fr.medecinproche.web.Words;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Writes to those who are invited to work here, in the language they were invited in.
 */
@Component
class InvitationLetters {

	private final Outbox outbox;

	private final LetterWriter writer;

	private final MessageSource messages;

	private final Words words;

	InvitationLetters(Outbox outbox, LetterWriter writer, MessageSource messages, Words words) {
		this.outbox = outbox;
		this.writer = writer;
		this.messages = messages;
		this.words = words;
	}

	@TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
	void on(InvitationSent event) {
		var role = this.messages.getMessage("account.Role." + event.role(), null, event.locale());
		var envelope = new Envelope("invitation:" + Secret.of(event.secret()).hash().substring(0, 12), event.email(),
				event.locale(), event.expiresAt());
		var notice = Notice
			.of("InvitationSent", event.displayName(), (event.place() != null) ? role + ", " + event.place() : role,
					this.words.in(event.locale()).dayAndTime(event.expiresAt()))
			.leadingTo("/compte/invitation/" + event.secret()
					+ (event.locale().equals(Locale.FRENCH) ? "" : "?lang=" + event.locale().getLanguage()));
		this.outbox.enqueue(this.writer.mail(envelope, notice, null));
	}

}
