package fr.medecinproche.account;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TotpTests {

	private static final Instant NOW = Instant.ofEpochSecond(1_234_567_890);

	private static final long STEP = NOW.getEpochSecond() / 30;

	private final Totp totp = new Totp("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

	@ParameterizedTest
	@CsvSource({ "59, 94287082", "1111111109, 07081804", "1111111111, 14050471", "1234567890, 89005924",
			"2000000000, 69279037", "20000000000, 65353130" })
	void gives_the_codes_of_the_standard(long seconds, String code) {
		assertThat(this.totp.code(seconds / 30, 8)).isEqualTo(code);
		assertThat(this.totp.code(seconds / 30, 6)).isEqualTo(code.substring(2));
	}

	@ParameterizedTest
	@CsvSource({ "-2, false", "-1, true", "0, true", "1, true", "2, false" })
	void forgives_half_a_minute_each_way(int stepsOff, boolean taken) {
		var step = this.totp.stepOf(this.totp.code(STEP + stepsOff, 6), NOW, 0);
		assertThat(step.isPresent()).isEqualTo(taken);
		step.ifPresent((found) -> assertThat(found).isEqualTo(STEP + stepsOff));
	}

	@Test
	void takes_no_code_twice_nor_one_before_it() {
		assertThat(this.totp.stepOf(this.totp.code(STEP, 6), NOW, STEP)).isEmpty();
		assertThat(this.totp.stepOf(this.totp.code(STEP - 1, 6), NOW, STEP)).isEmpty();
		assertThat(this.totp.stepOf(this.totp.code(STEP + 1, 6), NOW, STEP)).hasValue(STEP + 1);
	}

	@ParameterizedTest
	@CsvSource({ "''", "12345", "1234567", "abcdef", "-05924" })
	void takes_nothing_else_for_a_code(String typed) {
		assertThat(this.totp.stepOf(typed, NOW, 0)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI" })
	void writes_its_secret_as_the_standard_does(String secret, String written) {
		assertThat(new Totp(secret.getBytes(StandardCharsets.US_ASCII)).base32()).isEqualTo(written);
	}

	@Test
	void draws_another_secret_each_time_and_never_prints_it() {
		assertThat(Totp.random()).isNotEqualTo(Totp.random());
		assertThat(Totp.random().secret()).hasSize(20);
		assertThat(this.totp.toString()).isEqualTo("Totp");
	}

}
