package fr.medecinproche.insight;

import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SpreadTests {

	@Test
	void when_all_have_as_much_nothing_is_unfair() {
		var spread = Spread.of(Collections.nCopies(5, 2.5)).orElseThrow();
		assertThat(spread).isEqualTo(new Spread(5, 2.5, 2.5, 2.5, 0.0));
		assertThat(spread.ratio()).isEqualTo(1.0);
	}

	@Test
	void the_gini_index_is_half_the_mean_difference_between_two_zones_over_the_mean() {
		var values = List.of(7.0, 1.0, 3.0, 0.0, 12.0, 3.5);
		double differences = values.stream()
			.flatMapToDouble(
					(one) -> values.stream().flatMapToDouble((other) -> DoubleStream.of(Math.abs(one - other))))
			.average()
			.orElseThrow();
		double mean = values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
		assertThat(Spread.of(values).orElseThrow().gini()).isEqualTo(differences / (2 * mean), within(1e-9));
	}

	@Test
	void of_an_even_number_of_zones_the_median_is_between_the_two_in_the_middle() {
		assertThat(Spread.of(List.of(4.0, 1.0, 2.0, 9.0)).orElseThrow().median()).isEqualTo(3.0);
		assertThat(Spread.of(List.of(4.0, 1.0, 9.0)).orElseThrow().median()).isEqualTo(4.0);
	}

	@Test
	void where_there_is_nothing_to_share_or_nobody_to_share_with_nothing_is_said() {
		assertThat(Spread.of(List.of())).isEmpty();
		var nothing = Spread.of(List.of(0.0, 0.0)).orElseThrow();
		assertThat(nothing.gini()).isNull();
		assertThat(nothing.ratio()).isNull();
		assertThat(Spread.of(List.of(0.0, 1.0)).orElseThrow().ratio()).isNull();
	}

}
