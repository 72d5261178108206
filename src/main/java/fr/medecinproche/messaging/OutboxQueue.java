package fr.medecinproche.messaging;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.BiConsumer;

import fr.medecinproche.schedule.QuietHours;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
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

	private final ApplicationEventPublisher events;

	private final Clock clock;

	OutboxQueue(OutboxMessages messages, OutboxSettings settings, ObjectProvider<MessageRetention> retention,
			ApplicationEventPublisher events, Clock clock) {
		this.messages = messages;
		this.settings = settings;
		this.retention = retention
			.getIfAvailable(() -> new MessageRetention(settings.bodiesKept(), settings.recipientsKept()));
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Takes the next message due.
	 * @param channels by which channels
	 * @return the message, leased to the caller
	 */
	Optional<OutboxMessage> claim(Collection<Channel> channels) {
		var now = this.clock.instant();
		var names = channels.stream().map(Channel::name).toList();
		var due = this.messages.lockNextDue(now, names, QuietHours.include(now));
		due.ifPresent((message) -> message.lease(now, this.settings.lease()));
		return due;
	}

	void left(OutboxMessage claimed, MessageStatus as) {
		settle(claimed, (message, now) -> message.leave(as, now));
	}

	void failed(OutboxMessage claimed, String error) {
		settle(claimed, (message, now) -> message.fail(error, now));
	}

	void refused(OutboxMessage claimed, String error) {
		settle(claimed, (message, now) -> message.refuse(error, now));
	}

	private void settle(OutboxMessage claimed, BiConsumer<OutboxMessage, Instant> outcome) {
		var held = this.messages.lock(claimed.getId()).filter((message) -> message.isOn(claimed.getAttempts()));
		if (held.isEmpty()) {
			log.warn("Message {} took longer than its lease: another node has it", claimed.getId());
			return;
		}
		var message = held.get();
		outcome.accept(message, this.clock.instant());
		if (message.getStatus() == MessageStatus.FAILED) {
			this.events.publishEvent(
					new MessageFailed(message.getChannel(), message.getAppointmentId(), message.getDedupKey()));
		}
	}

	/** Settles what is of no use any more. */
	void expire() {
		this.messages.expire(this.clock.instant());
	}

	/** Forgets what is personal in messages that are settled. */
	void forget() {
		var now = this.clock.instant();
		this.messages.forgetBodies(now.minus(this.retention.bodies()), now);
		this.messages.forgetRecipients(now.minus(this.retention.recipients()));
	}

}
