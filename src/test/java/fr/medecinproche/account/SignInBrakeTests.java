package fr.medecinproche.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class SignInBrakeTests {

	private Instant now = Instant.parse("2027-01-04T07:00:00Z");

	private final Clock clock = ((InstantSource) () -> this.now).withZone(ZoneOffset.UTC);

	private final SignInBrake brake = new SignInBrake(this.clock);

	@Test
	void the_eleventh_try_from_one_place_has_to_wait_a_quarter_of_an_hour() {
		fail(10, "a@example.org", "192.0.2.1");
		refuses("a@example.org", "192.0.2.1");
		refuses("A@Example.org", "192.0.2.1");
		this.now = this.now.plus(Duration.ofMinutes(15));
		allows("a@example.org", "192.0.2.1");
	}

	@Test
	void somebody_else_s_failures_do_not_keep_the_owner_out() {
		fail(10, "a@example.org", "192.0.2.1");
		allows("a@example.org", "192.0.2.2");
		allows("b@example.org", "192.0.2.1");
	}

	@Test
	void a_success_wipes_the_slate() {
		fail(9, "a@example.org", "192.0.2.1");
		this.brake.succeeded("a@example.org", "192.0.2.1");
		fail(9, "a@example.org", "192.0.2.1");
		allows("a@example.org", "192.0.2.1");
	}

	@Test
	void a_guess_from_many_places_is_slowed_down_too() {
		for (int place = 0; place < 100; place++) {
			fail(1, "a@example.org", "192.0.2." + place);
		}
		refuses("a@example.org", "198.51.100.1");
	}

	private void fail(int times, String email, String from) {
		for (int i = 0; i < times; i++) {
			this.brake.failed(email, from);
		}
	}

	private void refuses(String email, String from) {
		assertThatExceptionOfType(SignInRefusedException.class).isThrownBy(() -> this.brake.check(email, from));
	}

	private void allows(String email, String from) {
		assertThatNoException().isThrownBy(() -> this.brake.check(email, from));
	}

}
