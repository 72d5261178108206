package fr.medecinproche.testing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * A clock that stands where a test sets it: at first Monday 4 January 2027, 8 h, in
 * Paris.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestClock {

	private static final LocalDateTime START = LocalDateTime.of(2027, 1, 4, 8, 0);

	@Bean
	@Primary
	SettableClock settableClock() {
		return new SettableClock(ZoneId.of("Europe/Paris"));
	}

	/**
	 * A clock whose time only a test moves.
	 */
	public static final class SettableClock extends Clock {

		private final ZoneId zone;

		private volatile Instant now;

		SettableClock(ZoneId zone) {
			this.zone = zone;
			this.now = START.atZone(zone).toInstant();
		}

		/**
		 * Puts the clock at a local time in Paris.
		 * @param time the new "now"
		 */
		public void set(LocalDateTime time) {
			this.now = time.atZone(this.zone).toInstant();
		}

		/** Puts the clock back where every test starts. */
		public void reset() {
			set(START);
		}

		@Override
		public ZoneId getZone() {
			return this.zone;
		}

		@Override
		public Clock withZone(ZoneId other) {
			return Clock.fixed(this.now, other);
		}

		@Override
		public Instant instant() {
			return this.now;
		}

	}

}
