package fr.medecinproche.appointment;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BookingCodeTests {

	@Test
	void is_read_in_two_groups_and_understood_as_typed() {
		var code = new BookingCode("ACE346");
		assertThat(code).hasToString("ACE\u00A0346");
		assertThat(BookingCode.parse(" ace-346 ")).contains(code);
		assertThat(BookingCode.parse(code.toString())).contains(code);
	}

	@Test
	void has_no_character_that_is_mistaken_for_another() {
		assertThat(BookingCode.ALPHABET).doesNotContain("0", "O", "1", "I", "L", "5", "S", "8", "B", "2", "Z");
		assertThat(BookingCode.parse("ACE34O")).isEmpty();
		assertThat(BookingCode.parse("ACE34")).isEmpty();
	}

	@Test
	void is_drawn_among_many() {
		var random = new Random(7);
		var codes = IntStream.range(0, 1000).mapToObj((i) -> BookingCode.draw(random)).collect(Collectors.toSet());
		assertThat(codes).hasSizeGreaterThan(995);
	}

}
