package fr.medecinproche.account;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PhoneNumberTests {

	@ParameterizedTest
	@ValueSource(strings = { "0639981234", "06 39 98 12 34", "06.39.98.12.34", "06-39-98-12-34", "+33639981234",
			"+33 6 39 98 12 34", "+33 (0)6 39 98 12 34", "0033 6 39 98 12 34", "06\u00a039\u00a098\u00a012\u00a034",
			" 06/39/98/12/34 ", "+33 06 39 98 12 34" })
	void reads_a_french_number_however_it_is_written(String typed) {
		assertThat(PhoneNumber.parse(typed)).hasValue(new PhoneNumber("+33639981234"));
	}

	@ParameterizedTest
	@CsvSource({ "+44 20 7946 0958, +442079460958", "0034 612 345 678, +34612345678", "0692 12 34 56, +262692123456",
			"0590 12 34 56, +590590123456" })
	void reads_numbers_of_other_countries_and_of_overseas(String typed, String e164) {
		assertThat(PhoneNumber.parse(typed)).hasValue(new PhoneNumber(e164));
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " ", "15", "3639", "06 39 98 12 3", "06 39 98 12 345", "+33 0 0", "06 39 98 12 3A",
			"+", "+0612345678", "06 39 98 12 34 poste 12", "+1234567890123456", "١٢٣٤٥٦٧٨٩٠" })
	void refuses_what_cannot_be_called(String typed) {
		assertThat(PhoneNumber.parse(typed)).isEmpty();
	}

	@Test
	void a_value_is_in_the_international_form_or_is_not() {
		assertThatIllegalArgumentException().isThrownBy(() -> new PhoneNumber("0639981234"));
		assertThatIllegalArgumentException().isThrownBy(() -> new PhoneNumber("+33039981234"));
	}

	@ParameterizedTest
	@CsvSource({ "06 39 98 12 34, true", "07 56 78 90 12, true", "05 61 99 12 34, false", "09 70 12 34 56, false",
			"0692 12 34 56, true", "0262 12 34 56, false", "+44 7911 123456, false" })
	void knows_which_numbers_receive_text_messages(String typed, boolean mobile) {
		assertThat(PhoneNumber.parse(typed).orElseThrow().isMobile()).isEqualTo(mobile);
	}

	@Test
	void prints_french_numbers_in_pairs_that_stay_on_one_line() {
		assertThat(new PhoneNumber("+33639981234")).hasToString("06\u00a039\u00a098\u00a012\u00a034");
		assertThat(new PhoneNumber("+442079460958")).hasToString("+442079460958");
	}

}
