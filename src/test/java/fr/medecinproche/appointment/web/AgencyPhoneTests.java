package fr.medecinproche.appointment.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AgencyPhoneTests {

	@Test
	void a_number_is_shown_as_people_read_it() {
		assertThat(new AgencyPhone("01 99 00 12 34").number()).hasValueSatisfying(
				(number) -> assertThat(number.toString().replace('\u00a0', ' ')).isEqualTo("01 99 00 12 34"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "à demander", "12" })
	void what_cannot_be_called_is_not_shown(String written) {
		assertThat(new AgencyPhone(written).number()).isEmpty();
	}

}
