package fr.medecinproche.messaging;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;

import fr.medecinproche.account.AccountClosed;
import fr.medecinproche.account.EmailChange;
import fr.medecinproche.account.EmailChangeRequested;
import fr.medecinproche.account.LinkPurpose;
import fr.medecinproche.account.PasswordChanged;
import fr.medecinproche.account.SecondFactorLinkRequested;
import fr.medecinproche.account.SecondFactorSwitched;
import fr.medecinproche.account.Secret;

import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Tells people what was done to their account, so that it is never done without them, and
 * sends the links that do it.
 */
@Component
class SecurityLetters {

	/** A warning is of use for long. */
	private static final Duration WARNING = Duration.ofDays(3);

	private static final String ANOTHER_PASSWORD = "/compte/mot-de-passe-oublie";

	private final Outbox outbox;

	private final LetterWriter writer;

	private final Clock clock;

	SecurityLetters(Outbox outbox, LetterWriter writer, Clock clock) {
		this.outbox = outbox;
		this.writer = writer;
		this.clock = clock;
	}

	/** One to each address; the new one is told either way, or its silence would tell. */
	@TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
	void on(EmailChangeRequested event) {
		var change = "account:%d:email:%s".formatted(event.accountId(), reference(event.stopSecret()));
		var toNew = event.newIsFree()
				? Notice.of("EmailChangeRequested", event.displayName())
					.leadingTo("/compte/adresse/confirmation/" + event.confirmSecret())
				: Notice.of("EmailChangeToTaken");
		send(change + ":new", event.newEmail(), event.locale(), EmailChange.CONFIRMED_WITHIN, toNew);
		var lifetime = EmailChange.STOPPED_WITHIN;
		send(change + ":old", event.oldEmail(), event.locale(), lifetime,
				Notice.of("EmailChangeWarning", event.displayName(), String.valueOf(lifetime.toDays()))
					.leadingTo("/compte/adresse/arret/" + event.stopSecret()));
	}

	@TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
	void on(PasswordChanged event) {
		warn(event.accountId(), event.email(), event.locale(), Notice.of("PasswordChanged", event.displayName()));
	}

	@TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
	void on(SecondFactorSwitched event) {
		var notice = switch (event.change()) {
			case ON -> Notice.of("SecondFactorOn", event.displayName());
			case OFF -> Notice.of("SecondFactorOff", event.displayName());
			case GUESSED -> Notice.of("SecondFactorGuessed", event.displayName());
		};
		warn(event.accountId(), event.email(), event.locale(), notice);
	}

	private void warn(long accountId, String email, Locale locale, Notice notice) {
		var key = "account:%d:%s:%d".formatted(accountId, notice.kind(), this.clock.millis());
		send(key, email, locale, WARNING, notice.leadingTo(ANOTHER_PASSWORD));
	}

	@TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
	void on(SecondFactorLinkRequested event) {
		boolean signIn = event.purpose() == LinkPurpose.SIGN_IN;
		var lifetime = event.purpose().lifetime();
		var notice = Notice.of(signIn ? "SignInLink" : "SecondFactorLost", event.displayName(),
				String.valueOf(lifetime.toMinutes()));
		send("account:%d:%s:%s".formatted(event.accountId(), notice.kind(), reference(event.secret())), event.email(),
				event.locale(), lifetime,
				notice.leadingTo((signIn ? "/compte/connexion/lien/" : "/compte/telephone-perdu/") + event.secret()));
	}

	@TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
	void on(AccountClosed event) {
		send("account:%d:closed".formatted(event.accountId()), event.email(), event.locale(), WARNING,
				Notice.of("AccountClosed", event.displayName()));
	}

	private void send(String key, String email, Locale locale, Duration useful, Notice notice) {
		this.outbox.enqueue(
				this.writer.mail(new Envelope(key, email, locale, this.clock.instant().plus(useful)), notice, null));
	}

	/** Tells two links apart without giving either away. */
	private static String reference(String secret) {
		return Secret.of(secret).hash().substring(0, 12);
	}

}
