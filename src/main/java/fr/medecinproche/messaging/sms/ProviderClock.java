package fr.medecinproche.messaging.sms;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/**
 * A provider's clock, asked once an hour: what it signs must be of its own time, and ours
 * may be wrong.
 */
class ProviderClock {

	private static final Duration TRUSTED = Duration.ofHours(1);

	private final Clock clock;

	private final LongSupplier provider;

	private volatile @Nullable Drift drift;

	/**
	 * Takes what to compare.
	 * @param clock ours
	 * @param provider asks for the provider's seconds since 1970
	 */
	ProviderClock(Clock clock, LongSupplier provider) {
		this.clock = clock;
		this.provider = provider;
	}

	/** The provider's seconds since 1970. */
	long seconds() {
		var now = this.clock.instant();
		var known = this.drift;
		if (known == null || Duration.between(known.measuredAt(), now).abs().compareTo(TRUSTED) > 0) {
			known = new Drift(now, this.provider.getAsLong() - now.getEpochSecond());
			this.drift = known;
		}
		return now.getEpochSecond() + known.seconds();
	}

	/** Asks again next time. */
	void forget() {
		this.drift = null;
	}

	private record Drift(Instant measuredAt, long seconds) {
	}

}
