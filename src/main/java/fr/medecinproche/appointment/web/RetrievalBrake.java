package fr.medecinproche.appointment.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

import org.springframework.stereotype.Component;

/**
 * Slows down who guesses codes and birth dates: so many failures from one place, then a
 * quarter of an hour's wait. Counted in the memory of each node, which leaves a guesser
 * far too few tries for thirty-four million codes.
 */
@Component
class RetrievalBrake {

	/** Above what a family, or a village behind one address, mistypes. */
	static final int TRIES = 20;

	private static final Duration WINDOW = Duration.ofMinutes(15);

	private static final int REMEMBERED = 10_000;

	private final Clock clock;

	private final SequencedMap<String, Failures> failures = new LinkedHashMap<>();

	RetrievalBrake(Clock clock) {
		this.clock = clock;
	}

	synchronized boolean isOn(String from) {
		var known = this.failures.get(from);
		return known != null && known.count() >= TRIES && known.since().plus(WINDOW).isAfter(this.clock.instant());
	}

	synchronized void failed(String from) {
		var now = this.clock.instant();
		this.failures.merge(from, new Failures(1, now),
				(known, one) -> known.since().plus(WINDOW).isAfter(now) ? known.oneMore() : one);
		if (this.failures.size() > REMEMBERED) {
			this.failures.pollFirstEntry();
		}
	}

	private record Failures(int count, Instant since) {

		Failures oneMore() {
			return new Failures(this.count + 1, this.since);
		}

	}

}
