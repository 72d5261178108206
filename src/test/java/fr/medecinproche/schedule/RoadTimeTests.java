package fr.medecinproche.schedule;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RoadTimeTests {

	@ParameterizedTest
	@CsvSource({ "0, 5", "2, 10", "10, 20", "23, 40", "45, 65", "103, 125", "150, 175" })
	void grows_with_the_distance_faster_on_small_roads(double km, int minutes) {
		assertThat(RoadTime.of(km).minutes()).isEqualTo(minutes);
	}

	@Test
	void never_shrinks_and_is_always_a_multiple_of_five() {
		for (int km = 1; km < 400; km++) {
			assertThat(RoadTime.of(km).minutes()).isGreaterThanOrEqualTo(RoadTime.of(km - 1).minutes());
			assertThat(RoadTime.of(km).minutes() % 5).isZero();
		}
	}

	@Test
	void is_long_from_the_limit_on() {
		assertThat(new RoadTime(60).isLong(Duration.ofMinutes(60))).isTrue();
		assertThat(new RoadTime(55).isLong(Duration.ofMinutes(60))).isFalse();
	}

}
