package fr.medecinproche.insight;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SpanTests {

	@ParameterizedTest
	@CsvSource({ "2027-01-04, 2027-S01, 2027-01-04, 2027-01-11", "2027-01-03, 2026-S53, 2026-12-28, 2027-01-04",
			"2027-01-01, 2026-S53, 2026-12-28, 2027-01-04", "2025-12-29, 2026-S01, 2025-12-29, 2026-01-05" })
	void a_week_begins_on_monday_and_is_named_by_the_year_most_of_it_lies_in(LocalDate day, String code, LocalDate from,
			LocalDate until) {
		var week = Span.of(Span.Unit.WEEK, day);
		assertThat(week).extracting(Span::code, Span::from, Span::until).containsExactly(code, from, until);
		assertThat(Span.parse(code)).contains(week);
	}

	@Test
	void a_month_is_named_by_its_number() {
		var month = Span.of(Span.Unit.MONTH, LocalDate.of(2027, 2, 17));
		assertThat(month.code()).isEqualTo("2027-02");
		assertThat(month.lastDay()).isEqualTo("2027-02-28");
		assertThat(Span.parse("2027-02")).contains(month);
		assertThat(month.plus(-2).code()).isEqualTo("2026-12");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "2027-S53", "2027-S00", "2027-S54", "2027-13", "2027-00", "1999-01", "2027-1",
			"2027-01-04", "9999-S01" })
	void what_names_no_week_and_no_month_is_refused(String code) {
		assertThat(Span.parse(code)).isEmpty();
	}

	@Test
	void a_week_is_over_once_its_sunday_is() {
		var week = Span.parse("2027-S01").orElseThrow();
		assertThat(week.isOver(LocalDate.of(2027, 1, 10))).isFalse();
		assertThat(week.isOver(LocalDate.of(2027, 1, 11))).isTrue();
	}

}
