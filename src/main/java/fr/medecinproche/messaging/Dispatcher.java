package fr.medecinproche.messaging;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Sends what is due. An attempt is leased and counted in one transaction, made outside of
 * any, and settled in another. Two nodes therefore never send the same message at the
 * same time. A node that dies between the server's "accepted" and the last transaction
 * leaves a message that leaves again after the lease: mail is at least once, and both
 * copies carry the same Message-ID so that receivers can show one.
 */
@Component
public class Dispatcher {

	private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

	/**
	 * So many failures in a row, and the channel's other messages wait for the next
	 * round.
	 */
	private static final int SILENCE = 3;

	private final OutboxQueue queue;

	private final Map<Channel, MessageTransport> transports = new EnumMap<>(Channel.class);

	private final OutboxSettings settings;

	Dispatcher(OutboxQueue queue, List<MessageTransport> transports, OutboxSettings settings) {
		this.queue = queue;
		transports.forEach((transport) -> this.transports.put(transport.channel(), transport));
		this.settings = settings;
	}

	/**
	 * Sends what is due, up to the size of a batch, and forgets what was sent.
	 * @return how many messages were tried
	 */
	public int dispatch() {
		this.queue.expire();
		var channels = EnumSet.copyOf(this.transports.keySet());
		var failures = new EnumMap<Channel, Integer>(Channel.class);
		int tried = 0;
		while (tried < this.settings.batch() && !channels.isEmpty()) {
			Optional<OutboxMessage> next = this.queue.claim(channels);
			if (next.isEmpty()) {
				break;
			}
			var channel = next.get().getChannel();
			if (send(next.get())) {
				failures.remove(channel);
			}
			else if (failures.merge(channel, 1, Integer::sum) == SILENCE) {
				channels.remove(channel);
			}
			tried++;
		}
		this.queue.forget();
		return tried;
	}

	/** Returns whether the server answered about this message, yes or no. */
	private boolean send(OutboxMessage message) {
		MessageStatus status;
		try {
			status = this.transports.get(message.getChannel()).send(message);
		}
		catch (RefusedForGoodException ex) {
			var error = anonymous(ex);
			log.warn("Message {} will never leave: {}", message.getId(), error);
			this.queue.refused(message, error);
			return true;
		}
		catch (RuntimeException ex) {
			var error = anonymous(ex);
			log.warn("Message {} did not leave, attempt {}: {}", message.getId(), message.getAttempts(), error);
			this.queue.failed(message, error);
			return false;
		}
		this.queue.left(message, status);
		return true;
	}

	/** Servers repeat addresses and numbers in their refusals. */
	private static String anonymous(RuntimeException ex) {
		var message = ex.getClass().getSimpleName() + ": " + ex.getMessage();
		return message.replaceAll("\\S+@\\S+", "…@…").replaceAll("\\+?\\d{6,}", "…").replaceAll("\\s+", " ");
	}

}
