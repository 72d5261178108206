package fr.medecinproche.messaging;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes what became of the calls of a site.
 */
@Service
@Transactional
public class CallService {

	private final Calls calls;

	private final Clock clock;

	CallService(Calls calls, Clock clock) {
		this.calls = calls;
		this.clock = clock;
	}

	/**
	 * Notes that the patient knows.
	 * @param id the call
	 * @param siteId the site that makes it
	 * @return false when it had been made already, or is too late; empty when the site
	 * has no such call
	 */
	public Optional<Boolean> made(long id, long siteId) {
		return note(id, siteId, (call, now) -> call.leave(MessageStatus.SENT, now));
	}

	/**
	 * Notes that nobody picked up; the call stays to be made.
	 * @param id the call
	 * @param siteId the site that makes it
	 * @return as {@link #made}
	 */
	public Optional<Boolean> missed(long id, long siteId) {
		return note(id, siteId, (call, now) -> call.missCall());
	}

	private Optional<Boolean> note(long id, long siteId, BiConsumer<OutboxMessage, Instant> outcome) {
		var now = this.clock.instant();
		return this.calls.lock(id, siteId).map((call) -> {
			boolean open = call.getStatus() == MessageStatus.PENDING && now.isBefore(call.getNotAfter());
			if (open) {
				outcome.accept(call, now);
			}
			return open;
		});
	}

}
