package fr.medecinproche.site.proposal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

import org.springframework.stereotype.Component;

/**
 * Slows down who sends form after form: so many a day from one network address. Counted
 * in the memory of each node, so that no address of anybody is kept.
 */
@Component
class ProposalBrake {

	/** Above what the offices of an intercommunalité propose behind one address. */
	static final int A_DAY = 20;

	private static final Duration WINDOW = Duration.ofDays(1);

	private static final int REMEMBERED = 10_000;

	private final Clock clock;

	private final SequencedMap<String, Sent> sent = new LinkedHashMap<>();

	ProposalBrake(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Counts one more.
	 * @param from the network address
	 * @return whether it is too much
	 */
	synchronized boolean isTooMuch(String from) {
		var now = this.clock.instant();
		var count = this.sent.merge(from, new Sent(1, now),
				(known, one) -> known.since().plus(WINDOW).isAfter(now) ? known.oneMore() : one);
		if (this.sent.size() > REMEMBERED) {
			this.sent.pollFirstEntry();
		}
		return count.count() > A_DAY;
	}

	private record Sent(int count, Instant since) {

		Sent oneMore() {
			return new Sent(this.count + 1, this.since);
		}

	}

}
