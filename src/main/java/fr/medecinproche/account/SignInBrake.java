package fr.medecinproche.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.springframework.stereotype.Component;

/**
 * Slows down who guesses passwords. Failures are counted in the memory of each node, for
 * an address from one place, for an address from anywhere, and for a place: with n nodes
 * a guesser gets at most n times the tries, which is still far too few. Nobody is locked
 * out of an account by somebody else's few failures.
 */
@Component
class SignInBrake {

	private static final Duration WINDOW = Duration.ofMinutes(15);

	private static final int SAME_ADDRESS_SAME_PLACE = 10;

	private static final int SAME_ADDRESS = 100;

	private static final int SAME_PLACE = 200;

	private static final int REMEMBERED = 10_000;

	private final Clock clock;

	private final Map<String, Failures> failures = new LinkedHashMap<>();

	SignInBrake(Clock clock) {
		this.clock = clock;
	}

	void check(String email, String from) {
		if (holds(email, from)) {
			throw new SignInRefusedException(SignInRefusedException.Reason.TOO_MANY_TRIES);
		}
	}

	/** Whether the next try has to wait. */
	synchronized boolean holds(String email, String from) {
		var now = this.clock.instant();
		return limits(email, from).entrySet().stream().anyMatch((limit) -> {
			var known = this.failures.get(limit.getKey());
			return known != null && known.count() >= limit.getValue() && known.since().plus(WINDOW).isAfter(now);
		});
	}

	synchronized void failed(String email, String from) {
		var now = this.clock.instant();
		limits(email, from).keySet()
			.forEach((key) -> this.failures.merge(key, new Failures(1, now),
					(known, one) -> known.since().plus(WINDOW).isAfter(now) ? known.oneMore() : one));
		var oldest = this.failures.keySet().iterator();
		while (this.failures.size() > REMEMBERED) {
			oldest.next();
			oldest.remove();
		}
	}

	synchronized void succeeded(String email, String from) {
		this.failures.remove(here(email, from));
	}

	private static Map<String, Integer> limits(String email, String from) {
		return Map.of(here(email, from), SAME_ADDRESS_SAME_PLACE, "to " + same(email), SAME_ADDRESS, "from " + from,
				SAME_PLACE);
	}

	private static String here(String email, String from) {
		return same(email) + " from " + from;
	}

	/** Only its hash: what is typed may be long, and is personal. */
	private static String same(String email) {
		return Secret.of(email.strip().toLowerCase(Locale.ROOT)).hash();
	}

	private record Failures(int count, Instant since) {

		Failures oneMore() {
			return new Failures(this.count + 1, this.since);
		}

	}

}
