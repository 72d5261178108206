package fr.medecinproche.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;

import fr.medecinproche.account.EmailConfirmationRequested;
import fr.medecinproche.account.LinkPurpose;
import fr.medecinproche.account.PasswordResetRequested;
import fr.medecinproche.account.RegistrationRepeated;
import fr.medecinproche.account.Secret;

import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Writes to people about their account.
 */
@Component
class AccountLetters {

	private final Outbox outbox;

	private final LetterWriter writer;

	private final Clock clock;

	AccountLetters(Outbox outbox, LetterWriter writer, Clock clock) {
		this.outbox = outbox;
		this.writer = writer;
		this.clock = clock;
	}

	@TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
	void on(EmailConfirmationRequested event) {
		var lifetime = LinkPurpose.CONFIRM_EMAIL.lifetime();
		var envelope = new Envelope("account:%d:confirm:%s".formatted(event.accountId(), reference(event.secret())),
				event.email(), event.locale(), this.clock.instant().plus(lifetime));
		var notice = Notice.of("EmailConfirmationRequested", event.displayName(), String.valueOf(lifetime.toDays()))
			.leadingTo("/compte/confirmation/" + event.secret());
		this.outbox.enqueue(this.writer.mail(envelope, notice, null));
	}

	@TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
	void on(PasswordResetRequested event) {
		var lifetime = LinkPurpose.RESET_PASSWORD.lifetime();
		var envelope = new Envelope("account:%d:reset:%s".formatted(event.accountId(), reference(event.secret())),
				event.email(), event.locale(), this.clock.instant().plus(lifetime));
		var notice = Notice.of("PasswordResetRequested", event.displayName(), String.valueOf(lifetime.toMinutes()))
			.leadingTo("/compte/mot-de-passe/" + event.secret());
		this.outbox.enqueue(this.writer.mail(envelope, notice, null));
	}

	/** Once a day at most: anybody can type anybody's address. */
	@TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
	void on(RegistrationRepeated event) {
		var today = LocalDate.now(this.clock);
		var envelope = new Envelope("account:%d:repeated:%s".formatted(event.accountId(), today), event.email(),
				event.locale(), this.clock.instant().plus(Duration.ofDays(1)));
		var notice = Notice.of("RegistrationRepeated", event.displayName()).leadingTo("/compte/connexion");
		this.outbox.enqueue(this.writer.mail(envelope, notice, null));
	}

	/** Tells two links apart without giving either away. */
	private static String reference(String secret) {
		return Secret.of(secret).hash().substring(0, 12);
	}

}
