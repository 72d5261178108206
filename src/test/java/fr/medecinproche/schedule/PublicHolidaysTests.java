package fr.medecinproche.schedule;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PublicHolidaysTests {

	@ParameterizedTest
	@ValueSource(strings = { "2027-01-01", "2027-03-29", "2027-05-01", "2027-05-06", "2027-05-08", "2027-05-17",
			"2027-07-14", "2027-08-15", "2027-11-01", "2027-11-11", "2027-12-25" })
	void knows_the_eleven_days_of_2027(LocalDate day) {
		assertThat(PublicHolidays.of(2027)).hasSize(11).contains(day);
	}

	@ParameterizedTest
	@ValueSource(strings = { "2024-04-01", "2025-04-21", "2026-04-06", "2038-04-26", "2035-03-26" })
	void finds_easter_monday(LocalDate day) {
		assertThat(PublicHolidays.falls(day)).isTrue();
	}

	@Test
	void holds_ten_days_when_two_fall_together() {
		assertThat(PublicHolidays.of(2008)).as("Ascension on 1 May").hasSize(10);
	}

	@Test
	void leaves_ordinary_days_alone() {
		assertThat(PublicHolidays.falls(LocalDate.of(2027, 1, 4))).isFalse();
	}

}
