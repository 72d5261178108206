package fr.medecinproche.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

import fr.medecinproche.schedule.SchedulingRefusedException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RepeatedDayTests {

	private static final LocalDate TODAY = LocalDate.of(2027, 1, 4);

	private static List<LocalDate> days(Rhythm rhythm, DayOfWeek weekday, String from, String last) {
		return new RepeatedDay(rhythm, weekday, Extent.DAY, LocalDate.parse(from), YearMonth.parse(last)).days();
	}

	private static LocalDate day(String text) {
		return LocalDate.parse(text);
	}

	@Test
	void the_second_tuesday_of_each_month_until_june() {
		assertThat(days(Rhythm.SECOND, DayOfWeek.TUESDAY, "2027-01-04", "2027-06")).containsExactly(day("2027-01-12"),
				day("2027-02-09"), day("2027-03-09"), day("2027-04-13"), day("2027-05-11"), day("2027-06-08"));
	}

	@Test
	void the_month_begun_counts_only_if_its_day_is_still_to_come() {
		assertThat(days(Rhythm.SECOND, DayOfWeek.TUESDAY, "2027-01-12", "2027-02")).containsExactly(day("2027-01-12"),
				day("2027-02-09"));
		assertThat(days(Rhythm.SECOND, DayOfWeek.TUESDAY, "2027-01-13", "2027-02")).containsExactly(day("2027-02-09"));
	}

	@Test
	void the_fourth_is_the_last_only_in_months_without_a_fifth() {
		// March 2027 has five Tuesdays, February has four
		assertThat(days(Rhythm.FOURTH, DayOfWeek.TUESDAY, "2027-02-01", "2027-03")).containsExactly(day("2027-02-23"),
				day("2027-03-23"));
		assertThat(days(Rhythm.LAST, DayOfWeek.TUESDAY, "2027-02-01", "2027-03")).containsExactly(day("2027-02-23"),
				day("2027-03-30"));
	}

	@Test
	void the_last_may_be_the_last_day_of_the_month_and_of_the_year() {
		assertThat(days(Rhythm.LAST, DayOfWeek.FRIDAY, "2027-12-01", "2027-12")).containsExactly(day("2027-12-31"));
		assertThat(days(Rhythm.EVERY_WEEK, DayOfWeek.FRIDAY, "2027-12-31", "2028-01")).containsExactly(
				day("2027-12-31"), day("2028-01-07"), day("2028-01-14"), day("2028-01-21"), day("2028-01-28"));
	}

	@Test
	void a_leap_day_is_a_day() {
		// 29 February 2028 is the fifth Tuesday of its month
		assertThat(days(Rhythm.LAST, DayOfWeek.TUESDAY, "2028-02-01", "2028-02")).containsExactly(day("2028-02-29"));
		assertThat(days(Rhythm.EVERY_WEEK, DayOfWeek.TUESDAY, "2028-02-22", "2028-03").subList(0, 3))
			.containsExactly(day("2028-02-22"), day("2028-02-29"), day("2028-03-07"));
	}

	@Test
	void weeks_are_counted_from_the_first_such_day_and_do_not_begin_anew_with_the_month() {
		assertThat(days(Rhythm.EVERY_TWO_WEEKS, DayOfWeek.MONDAY, "2027-01-05", "2027-02"))
			.containsExactly(day("2027-01-11"), day("2027-01-25"), day("2027-02-08"), day("2027-02-22"));
		assertThat(days(Rhythm.EVERY_FOUR_WEEKS, DayOfWeek.THURSDAY, "2027-01-07", "2027-04")).containsExactly(
				day("2027-01-07"), day("2027-02-04"), day("2027-03-04"), day("2027-04-01"), day("2027-04-29"));
	}

	@ParameterizedTest
	@CsvSource({ "2027-03-20, 2027-04, SUNDAY", "2027-10-23, 2027-11, SUNDAY" })
	void clocks_that_change_move_no_day(String from, String last, DayOfWeek weekday) {
		var days = days(Rhythm.EVERY_WEEK, weekday, from, last);
		assertThat(days).allMatch((day) -> day.getDayOfWeek() == weekday);
		for (int i = 1; i < days.size(); i++) {
			assertThat(days.get(i)).isEqualTo(days.get(i - 1).plusWeeks(1));
		}
	}

	@ParameterizedTest
	@EnumSource
	void every_rhythm_keeps_to_its_weekday_and_its_bounds(Rhythm rhythm) {
		for (var weekday : DayOfWeek.values()) {
			assertThat(days(rhythm, weekday, "2027-01-15", "2028-01")).isNotEmpty()
				.isSorted()
				.doesNotHaveDuplicates()
				.allMatch((day) -> day.getDayOfWeek() == weekday && !day.isBefore(day("2027-01-15"))
						&& !day.isAfter(day("2028-01-31")));
		}
	}

	@Test
	void a_year_ahead_is_the_most_and_the_past_is_over() {
		assertThatCode(() -> until("2028-01").refuseUnlessSensible(TODAY)).doesNotThrowAnyException();
		refuses(until("2028-02"), Reason.PATTERN_TOO_LONG);
		refuses(until("2026-12"), Reason.EMPTY_PATTERN);
		refuses(new RepeatedDay(Rhythm.EVERY_WEEK, DayOfWeek.MONDAY, Extent.DAY, TODAY.minusDays(1),
				YearMonth.of(2027, 2)), Reason.EMPTY_PATTERN);
		refuses(new RepeatedDay(Rhythm.FIRST, DayOfWeek.MONDAY, Extent.DAY, LocalDate.of(2027, 1, 5),
				YearMonth.of(2027, 1)), Reason.EMPTY_PATTERN);
		refuses(new RepeatedDay(Rhythm.EVERY_WEEK, DayOfWeek.MONDAY, Extent.DAY, LocalDate.MAX, YearMonth.of(2027, 1)),
				Reason.EMPTY_PATTERN);
	}

	private static RepeatedDay until(String last) {
		return new RepeatedDay(Rhythm.EVERY_WEEK, DayOfWeek.MONDAY, Extent.DAY, TODAY, YearMonth.parse(last));
	}

	private static void refuses(RepeatedDay repeated, Reason reason) {
		assertThatExceptionOfType(SchedulingRefusedException.class)
			.isThrownBy(() -> repeated.refuseUnlessSensible(TODAY))
			.satisfies((refusal) -> assertThat(refusal.reason()).isEqualTo(reason));
	}

}
