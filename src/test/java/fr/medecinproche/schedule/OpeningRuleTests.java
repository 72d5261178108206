package fr.medecinproche.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OpeningRuleTests {

	@Test
	void every_second_week_goes_on_across_the_end_of_the_year() {
		// 2026 has 53 weeks: odd and even numbers would go wrong here
		assertThat(days(Rhythm.EVERY_TWO_WEEKS, LocalDate.of(2026, 12, 14), LocalDate.of(2027, 1, 31), true,
				DayOfWeek.MONDAY))
			.containsExactly(LocalDate.of(2026, 12, 14), LocalDate.of(2026, 12, 28), LocalDate.of(2027, 1, 11),
					LocalDate.of(2027, 1, 25));
	}

	@Test
	void several_weekdays_of_every_second_week_fall_in_the_same_weeks() {
		// begins on a Wednesday: its Monday is over, the next one is of a week that does
		// not count
		assertThat(days(Rhythm.EVERY_TWO_WEEKS, LocalDate.of(2027, 2, 3), LocalDate.of(2027, 2, 28), true,
				DayOfWeek.MONDAY, DayOfWeek.THURSDAY))
			.containsExactly(LocalDate.of(2027, 2, 4), LocalDate.of(2027, 2, 15), LocalDate.of(2027, 2, 18));
	}

	@Test
	void the_weeks_of_a_change_are_counted_from_the_same_week_also_backwards() {
		var rule = rule(Rhythm.EVERY_THREE_WEEKS, LocalDate.of(2027, 3, 1), true, DayOfWeek.MONDAY);
		assertThat(rule.asksFor(LocalDate.of(2027, 2, 8))).isTrue();
		assertThat(rule.asksFor(LocalDate.of(2027, 2, 15))).isFalse();
		assertThat(rule.asksFor(LocalDate.of(2027, 3, 22))).isTrue();
	}

	@Test
	void february_has_a_last_monday_and_its_end() {
		assertThat(days(Rhythm.LAST, LocalDate.of(2028, 2, 1), LocalDate.of(2028, 2, 29), true, DayOfWeek.TUESDAY))
			.containsExactly(LocalDate.of(2028, 2, 29));
		assertThat(days(Rhythm.FIRST, LocalDate.of(2027, 2, 1), LocalDate.of(2027, 3, 31), true, DayOfWeek.MONDAY))
			.containsExactly(LocalDate.of(2027, 2, 1), LocalDate.of(2027, 3, 1));
	}

	@Test
	void holidays_are_left_out_unless_they_are_asked_for() {
		var from = LocalDate.of(2027, 5, 3);
		assertThat(days(Rhythm.EVERY_WEEK, from, from.plusDays(13), false, DayOfWeek.THURSDAY))
			.containsExactly(LocalDate.of(2027, 5, 13));
		assertThat(days(Rhythm.EVERY_WEEK, from, from.plusDays(13), true, DayOfWeek.THURSDAY))
			.containsExactly(LocalDate.of(2027, 5, 6), LocalDate.of(2027, 5, 13));
	}

	@Test
	void the_days_clocks_change_are_days_like_any_other() {
		assertThat(days(Rhythm.EVERY_WEEK, LocalDate.of(2027, 3, 27), LocalDate.of(2027, 3, 30), true,
				DayOfWeek.SATURDAY, DayOfWeek.SUNDAY, DayOfWeek.MONDAY))
			.containsExactly(LocalDate.of(2027, 3, 27), LocalDate.of(2027, 3, 28), LocalDate.of(2027, 3, 29));
		assertThat(days(Rhythm.EVERY_TWO_WEEKS, LocalDate.of(2027, 10, 24), LocalDate.of(2027, 11, 8), true,
				DayOfWeek.SUNDAY))
			.containsExactly(LocalDate.of(2027, 10, 24), LocalDate.of(2027, 11, 7));
	}

	@Test
	void an_end_asks_for_nothing() {
		var day = LocalDate.of(2027, 2, 1);
		assertThat(
				new OpeningPattern(day, day.minusDays(1), rule(Rhythm.EVERY_WEEK, day, true, DayOfWeek.MONDAY)).asked())
			.isEmpty();
	}

	private static List<LocalDate> days(Rhythm rhythm, LocalDate from, LocalDate until, boolean onHolidays,
			DayOfWeek... weekdays) {
		return new OpeningPattern(from, until, rule(rhythm, from, onHolidays, weekdays)).places()
			.stream()
			.map((place) -> place.halfDay().day())
			.toList();
	}

	private static OpeningRule rule(Rhythm rhythm, LocalDate from, boolean onHolidays, DayOfWeek... weekdays) {
		return new OpeningRule(rhythm, from, Set.of(weekdays), Set.of(Period.MORNING), Set.of(1), onHolidays, true,
				null);
	}

}
