package fr.medecinproche.messaging;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long a message waits after each failure.
 */
final class BackOff {

	/**
	 * The last one repeats: after a server's day off, what is still useful leaves within
	 * the hour.
	 */
	private static final List<Duration> WAITS = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5),
			Duration.ofMinutes(30), Duration.ofHours(1));

	/** Two days of it; the failure of this attempt is final. */
	private static final int LAST_ATTEMPT = 50;

	/** With less time left, another attempt is not worth it. */
	private static final Duration WORTHWHILE = Duration.ofMinutes(2);

	private BackOff() {
	}

	/**
	 * How long to wait now: an earlier last attempt rather than none.
	 * @param attempts how many failed, one at least
	 * @param left until the message is of no use any more
	 * @return empty when it is not tried again
	 */
	static Optional<Duration> after(int attempts, Duration left) {
		if (attempts >= LAST_ATTEMPT) {
			return Optional.empty();
		}
		var wait = WAITS.get(Math.min(attempts, WAITS.size()) - 1);
		if (wait.compareTo(left) < 0) {
			return Optional.of(wait);
		}
		return Optional.of((left.compareTo(WORTHWHILE) > 0) ? left.dividedBy(2) : left);
	}

}
