package fr.medecinproche.messaging;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The short transactions around sending. None is open while a mail server thinks.
 */
@Component
@Transactional
class OutboxQueue {

	private static final Logger log = LoggerFactory.getLogger(OutboxQueue.class);

	private final OutboxMessages messages;

	private final OutboxSettings settings;

	private final MessageRetention retention;

	private final Clock clock;

	OutboxQueue(OutboxMessages messages, OutboxSettings settings, ObjectProvider<MessageRetention> retention,
			Clock clock) {
		this.messages = messages;
		this.settings = settings;
		this.retention = retention
			.getIfAvailable(() -> new MessageRetention(settings.bodiesKept(), settings.recipientsKept()));
		this.clock = clock;
	}

	/** The next message due, leased to the caller. */
	Optional<OutboxMessage> claim() {
		var now = this.clock.instant();
		var due = this.messages.lockNextDue(now);
		due.ifPresent((message) -> message.lease(now, this.settings.lease()));
		return due;
	}

	void left(OutboxMessage claimed, MessageStatus as) {
		settle(claimed, (message, now) -> message.leave(as, now));
	}

	void failed(OutboxMessage claimed, String error) {
		settle(claimed, (message, now) -> message.fail(error, now));
	}

	private void settle(OutboxMessage claimed, BiConsumer<OutboxMessage, Instant> outcome) {
		this.messages.lock(claimed.getId())
			.filter((message) -> message.isOn(claimed.getAttempts()))
			.ifPresentOrElse((message) -> outcome.accept(message, this.clock.instant()),
					() -> log.warn("Message {} took longer than its lease: another node has it", claimed.getId()));
	}

	/** Settles what is of no use any more. */
	void expire() {
		this.messages.expire(this.clock.instant());
	}

	/** Forgets what is personal in messages that are settled. */
	void forget() {
		var now = this.clock.instant();
		this.messages.forgetBodies(now.minus(this.retention.bodies()));
		this.messages.forgetRecipients(now.minus(this.retention.recipients()));
	}

}
