package fr.medecinproche.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WordsTests {

	private static final LocalDate DAY = LocalDate.of(2027, 1, 14);

	private final Words french = new Words(Clock.system(ZoneId.of("Europe/Paris"))).in(Locale.FRENCH);

	private final Words english = this.french.in(Locale.ENGLISH);

	@Test
	void days_are_said_in_words() {
		assertThat(this.french.day(DAY)).isEqualTo("jeudi 14\u00a0janvier 2027");
		assertThat(this.french.dayWithoutYear(DAY)).isEqualTo("jeudi 14\u00a0janvier");
		assertThat(this.french.date(DAY)).isEqualTo("14\u00a0janvier 2027");
		assertThat(this.english.day(DAY)).isEqualTo("Thursday 14\u00a0January 2027");
	}

	@Test
	void the_first_of_a_month_is_the_only_ordinal_in_french() {
		assertThat(this.french.day(LocalDate.of(2027, 1, 1))).isEqualTo("vendredi 1er\u00a0janvier 2027");
		assertThat(this.french.date(LocalDate.of(2027, 8, 1))).isEqualTo("1er\u00a0août 2027");
		assertThat(this.english.date(LocalDate.of(2027, 8, 1))).isEqualTo("1\u00a0August 2027");
	}

	@Test
	void times_leave_out_minutes_on_the_hour() {
		assertThat(this.french.time(LocalTime.of(9, 20))).isEqualTo("9\u00a0h\u00a020");
		assertThat(this.french.time(LocalTime.of(9, 5))).isEqualTo("9\u00a0h\u00a005");
		assertThat(this.french.time(LocalTime.of(14, 0))).isEqualTo("14\u00a0h");
		assertThat(this.english.time(LocalTime.of(9, 20))).isEqualTo("9:20\u00a0am");
		assertThat(this.english.time(LocalTime.NOON)).isEqualTo("12:00\u00a0pm");
		assertThat(this.english.time(LocalTime.MIDNIGHT)).isEqualTo("12:00\u00a0am");
	}

	@Test
	void an_instant_is_said_in_the_time_of_mainland_france() {
		assertThat(this.french.dayAndTime(Instant.parse("2027-01-14T23:30:00Z")))
			.isEqualTo("vendredi 15\u00a0janvier 2027 à\u00a00\u00a0h\u00a030");
		assertThat(this.french.time(Instant.parse("2027-07-14T07:20:00Z"))).isEqualTo("9\u00a0h\u00a020");
	}

	@Test
	void a_day_and_a_time_go_together() {
		assertThat(this.french.dayAndTime(DAY, LocalTime.of(9, 20)))
			.isEqualTo("jeudi 14\u00a0janvier 2027 à\u00a09\u00a0h\u00a020");
		assertThat(this.english.dayAndTime(DAY.atTime(14, 0)))
			.isEqualTo("Thursday 14\u00a0January 2027 at\u00a02:00\u00a0pm");
	}

	@Test
	void months_have_their_year() {
		assertThat(this.french.month(YearMonth.of(2027, 1))).isEqualTo("janvier 2027");
		assertThat(this.english.month(YearMonth.of(2027, 1))).isEqualTo("January 2027");
	}

	@Test
	void distances_are_as_precise_as_a_driver_needs() {
		assertThat(this.french.distance(0.4)).isEqualTo("moins de 1\u00a0km");
		assertThat(this.french.distance(1)).isEqualTo("1\u00a0km");
		assertThat(this.french.distance(4.46)).isEqualTo("4,5\u00a0km");
		assertThat(this.french.distance(9.99)).isEqualTo("10\u00a0km");
		assertThat(this.french.distance(12.4)).isEqualTo("12\u00a0km");
		assertThat(this.english.distance(4.46)).isEqualTo("4.5\u00a0km");
	}

	@Test
	void a_point_is_said_with_its_sides_of_the_world() {
		assertThat(this.french.coordinates(43.52361, 0.1606)).isEqualTo("43,5236°\u00a0nord, 0,1606°\u00a0est");
		assertThat(this.english.coordinates(43.6585, -0.0836)).isEqualTo("43.6585°\u00a0north, 0.0836°\u00a0west");
	}

	@Test
	void thousands_and_amounts_are_set_apart() {
		assertThat(this.french.number(323_497)).isEqualTo("323\u202f497");
		assertThat(this.english.number(323_497)).isEqualTo("323,497");
		assertThat(this.french.euros(42_000)).isEqualTo("420\u00a0€");
		assertThat(this.french.euros(128_050)).isEqualTo("1\u202f280,50\u00a0€");
		assertThat(this.english.euros(128_050)).isEqualTo("€1,280.50");
	}

}
