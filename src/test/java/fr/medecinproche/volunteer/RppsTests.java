package fr.medecinproche.volunteer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class RppsTests {

	@ParameterizedTest
	@ValueSource(strings = { "99700366240", "997 0036 6240", "99700218896", " 99700366240 " })
	void reads_numbers_whose_key_holds(String typed) {
		assertThat(Rpps.parse(typed)).isPresent();
	}

	@ParameterizedTest
	@ValueSource(strings = { "99700366241", "9970036624", "997003662400", "", "abc", "9970036624O", "٩٩٧٠٠٣٦٦٢٤٠" })
	void refuses_anything_else(String typed) {
		assertThat(Rpps.parse(typed)).isEmpty();
	}

	@Test
	void is_never_born_wrong() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Rpps("12345678901"));
	}

}
