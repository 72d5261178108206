package fr.medecinproche.messaging;

import java.time.Clock;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives failed messages another chance, once somebody has repaired what stood in their
 * way.
 */
@Service
@Transactional
public class ResendService {

	private static final Logger log = LoggerFactory.getLogger(ResendService.class);

	private final OutboxMessages messages;

	private final Clock clock;

	ResendService(OutboxMessages messages, Clock clock) {
		this.messages = messages;
		this.clock = clock;
	}

	/**
	 * Lets a failed message leave again.
	 * @param id the message
	 * @param accountId who asks
	 * @return false when it has left meanwhile or is of no use any more; empty when there
	 * is no such message
	 */
	public Optional<Boolean> resend(long id, long accountId) {
		var now = this.clock.instant();
		return this.messages.lock(id).map((message) -> {
			boolean worth = message.isWorthRetryingAt(now);
			if (worth) {
				message.retry(now);
				log.info("Account {} has message {} tried again", accountId, id);
			}
			return worth;
		});
	}

}
