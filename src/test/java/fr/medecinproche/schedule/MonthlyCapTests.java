package fr.medecinproche.schedule;

import java.time.YearMonth;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MonthlyCapTests {

	private static final YearMonth JANUARY = YearMonth.of(2027, 1);

	@Test
	void leaves_four_half_days_in_an_empty_month() {
		var cap = MonthlyCap.of(JANUARY, List.of());
		assertThat(cap.left()).isEqualTo(4);
		assertThat(cap.nextRank()).hasValue(1);
	}

	@Test
	void leaves_none_after_four() {
		var cap = MonthlyCap.of(JANUARY, List.of(1, 2, 3, 4));
		assertThat(cap.left()).isZero();
		assertThat(cap.nextRank()).isEmpty();
	}

	@Test
	void uses_the_rank_of_a_half_day_given_back_again() {
		assertThat(MonthlyCap.of(JANUARY, List.of(1, 3, 4)).nextRank()).hasValue(2);
	}

}
