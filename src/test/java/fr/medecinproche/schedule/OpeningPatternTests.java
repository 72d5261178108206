package fr.medecinproche.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

import fr.medecinproche.schedule.OpeningPattern.Place;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OpeningPatternTests {

	private static final LocalDate THIRD_OF_MAY = LocalDate.of(2027, 5, 3);

	@Test
	void asks_for_each_weekday_period_and_room_in_the_order_of_time() {
		var pattern = new OpeningPattern(THIRD_OF_MAY, THIRD_OF_MAY.plusDays(1),
				Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY), Set.of(Period.AFTERNOON, Period.MORNING), Set.of(2, 1));
		assertThat(pattern.places()).hasSize(8)
			.startsWith(new Place(HalfDay.morningOf(THIRD_OF_MAY), 1), new Place(HalfDay.morningOf(THIRD_OF_MAY), 2),
					new Place(HalfDay.afternoonOf(THIRD_OF_MAY), 1));
	}

	@Test
	void leaves_public_holidays_out_and_says_so() {
		var pattern = new OpeningPattern(THIRD_OF_MAY, THIRD_OF_MAY.plusDays(13), Set.of(DayOfWeek.THURSDAY),
				Set.of(Period.MORNING), Set.of(1));
		assertThat(pattern.places()).containsExactly(new Place(HalfDay.morningOf(LocalDate.of(2027, 5, 13)), 1));
		assertThat(pattern.holidays()).containsExactly(LocalDate.of(2027, 5, 6));
	}

	@Test
	void includes_its_last_day() {
		var pattern = OpeningPattern.single(HalfDay.afternoonOf(THIRD_OF_MAY), 1);
		assertThat(pattern.places()).containsExactly(new Place(HalfDay.afternoonOf(THIRD_OF_MAY), 1));
	}

}
