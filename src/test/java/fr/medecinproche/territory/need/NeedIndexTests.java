package fr.medecinproche.territory.need;

import java.math.BigDecimal;
import java.util.Map;

import fr.medecinproche.territory.need.NeedIndex.Part;
import fr.medecinproche.territory.need.NeedIndex.Standing;
import org.junit.jupiter.api.Test;

import static fr.medecinproche.territory.need.Criterion.ACCESS;
import static fr.medecinproche.territory.need.Criterion.EMERGENCY;
import static fr.medecinproche.territory.need.Criterion.LIVING_STANDARD;
import static fr.medecinproche.territory.need.Criterion.LONG_ILLNESS;
import static fr.medecinproche.territory.need.Criterion.YOUNG_DOCTORS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class NeedIndexTests {

	private static final Map<Criterion, BigDecimal> WORST = Map.of(ACCESS, value("1.5"), YOUNG_DOCTORS, value("10"),
			LONG_ILLNESS, value("28"), EMERGENCY, value("70"), LIVING_STANDARD, value("18000"));

	private static final Map<Criterion, BigDecimal> BEST = Map.of(ACCESS, value("3.5"), YOUNG_DOCTORS, value("50"),
			LONG_ILLNESS, value("18"), EMERGENCY, value("20"), LIVING_STANDARD, value("23000"));

	@Test
	void the_zone_that_is_worst_at_everything_has_100_and_the_best_has_0() {
		var index = new NeedIndex(Map.of("a", WORST, "b", BEST), NeedWeights.EQUAL);
		assertThat(index.of("a").value()).isEqualTo(100);
		assertThat(index.of("b").value()).isZero();
	}

	@Test
	void a_zone_between_is_laid_out_on_each_criterion_and_weighed() {
		var between = Map.of(ACCESS, value("2.5"), YOUNG_DOCTORS, value("10"), LONG_ILLNESS, value("18"), EMERGENCY,
				value("20"), LIVING_STANDARD, value("23000"));
		var zones = Map.of("a", WORST, "b", BEST, "c", between);
		assertThat(new NeedIndex(zones, NeedWeights.EQUAL).of("c").value()).isCloseTo(0.2 * 50 + 0.2 * 100,
				within(1e-9));
		assertThat(new NeedIndex(zones, new NeedWeights(60, 40, 0, 0, 0)).of("c").value())
			.isCloseTo(0.6 * 50 + 0.4 * 100, within(1e-9));
	}

	@Test
	void what_is_missing_is_shown_and_the_others_share_its_weight() {
		var index = new NeedIndex(
				Map.of("a", WORST, "b", BEST, "c", Map.of(ACCESS, value("1.5"), EMERGENCY, value("20"))),
				new NeedWeights(30, 20, 20, 10, 20));
		var score = index.of("c");
		assertThat(score.isPartial()).isTrue();
		assertThat(score.parts()).extracting(Part::standing)
			.containsExactly(Standing.COUNTED, Standing.MISSING, Standing.MISSING, Standing.COUNTED, Standing.MISSING);
		assertThat(score.parts()).extracting(Part::share).containsExactly(75.0, 0.0, 0.0, 25.0, 0.0);
		assertThat(score.value()).isEqualTo(75);
	}

	@Test
	void a_zone_of_which_nothing_is_known_has_no_score() {
		var index = new NeedIndex(Map.of("a", WORST, "b", BEST), NeedWeights.EQUAL);
		assertThat(index.of("c").value()).isNull();
		assertThat(index.of("c").parts()).extracting(Part::standing).containsOnly(Standing.MISSING);
		assertThat(new NeedIndex(Map.of(), NeedWeights.EQUAL).of("a").value()).isNull();
	}

	@Test
	void one_zone_alone_is_compared_with_nobody() {
		var score = new NeedIndex(Map.of("a", WORST), NeedWeights.EQUAL).of("a");
		assertThat(score.value()).isNull();
		assertThat(score.parts()).extracting(Part::standing).containsOnly(Standing.ALIKE);
		assertThat(score.isPartial()).isFalse();
	}

	@Test
	void a_criterion_that_is_the_same_everywhere_does_not_count() {
		var zones = Map.of("a", Map.of(ACCESS, value("2"), EMERGENCY, value("60")), "b",
				Map.of(ACCESS, value("2.00"), EMERGENCY, value("20")));
		var score = new NeedIndex(zones, NeedWeights.EQUAL).of("a");
		assertThat(score.parts().getFirst().standing()).isEqualTo(Standing.ALIKE);
		assertThat(score.value()).isEqualTo(100);
	}

	@Test
	void without_any_weight_there_is_no_score() {
		var nothing = new NeedWeights(0, 0, 0, 0, 0);
		assertThat(new NeedIndex(Map.of("a", WORST, "b", BEST), nothing).of("a").value()).isNull();
		var onlyUnknown = new NeedWeights(100, 0, 0, 0, 0);
		var zones = Map.of("a", Map.of(EMERGENCY, value("60")), "b", BEST);
		assertThat(new NeedIndex(zones, onlyUnknown).of("a").value()).isNull();
	}

	@Test
	void no_weight_is_negative() {
		assertThatIllegalArgumentException().isThrownBy(() -> new NeedWeights(120, -20, 0, 0, 0));
	}

	private static BigDecimal value(String number) {
		return new BigDecimal(number);
	}

}
