package fr.medecinproche.appointment;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class BirthDateTests {

	private static final LocalDate TODAY = LocalDate.of(2027, 1, 4);

	@ParameterizedTest
	@ValueSource(strings = { "08/05/1941", "8/5/1941", " 8.05.1941 ", "08-05-1941", "8 5 1941", "08051941",
			"8 mai 1941", "8 MAI 1941", "1941-05-08", "8\u00a0mai\u00a01941" })
	void reads_a_date_as_people_write_it(String typed) {
		assertThat(BirthDate.parse(typed)).contains(new BirthDate(LocalDate.of(1941, 5, 8)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "1er février 2000", "1 fevrier 2000", "1er FÉVRIER 2000" })
	void reads_months_in_words_with_accents_or_without(String typed) {
		assertThat(BirthDate.parse(typed)).contains(new BirthDate(LocalDate.of(2000, 2, 1)));
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "31/02/1941", "29/02/1900", "08/13/1941", "8/5/41", "0/0/0000", "8 brumaire 1941",
			"demain", "99999999999999999999", "08/05/1941 ou 1942 je ne sais plus très bien" })
	void reads_nothing_where_there_is_no_such_day(String typed) {
		assertThat(BirthDate.parse(typed)).isEmpty();
	}

	@Test
	void believes_neither_days_to_come_nor_a_hundred_and_thirty_years() {
		assertThat(new BirthDate(TODAY).isPlausibleOn(TODAY)).isTrue();
		assertThat(new BirthDate(TODAY.plusDays(1)).isPlausibleOn(TODAY)).isFalse();
		assertThat(new BirthDate(TODAY.minusYears(129)).isPlausibleOn(TODAY)).isTrue();
		assertThat(new BirthDate(TODAY.minusYears(130)).isPlausibleOn(TODAY)).isFalse();
	}

}
