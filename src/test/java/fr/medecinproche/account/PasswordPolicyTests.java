package fr.medecinproche.account;

import fr.medecinproche.account.PasswordPolicy.Weakness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PasswordPolicyTests {

	@ParameterizedTest
	@ValueSource(strings = { "girafe violon nuage", "demonstration", "Tr0ub4dor&3xyz", "日本語のパスワードは長い方がよい",
			"lundi-au-marche" })
	void accepts_long_ones_of_any_making(String password) {
		assertThat(PasswordPolicy.weaknessOf(password, "Aline Roux", "aline.roux@example.org")).isEmpty();
	}

	@Test
	void eleven_characters_are_too_few_and_twelve_enough() {
		assertThat(PasswordPolicy.weaknessOf("girafe-viol")).hasValue(Weakness.TOO_SHORT);
		assertThat(PasswordPolicy.weaknessOf("girafe-violo")).isEmpty();
	}

	@Test
	void seventy_two_bytes_fit_and_seventy_three_do_not() {
		var long70 = "abcdefghij".repeat(7);
		assertThat(PasswordPolicy.weaknessOf(long70 + "kl")).isEmpty();
		assertThat(PasswordPolicy.weaknessOf(long70 + "klm")).hasValue(Weakness.TOO_LONG);
		assertThat(PasswordPolicy.weaknessOf(long70 + "ké")).hasValue(Weakness.TOO_LONG);
	}

	@ParameterizedTest
	@ValueSource(strings = { "aaaaaaaaaaaa", "121212121212", "motdepasse123", "Motdepasse2027!", "123456789012",
			"azertyuiop12", "passwordpassword", "Bienvenue-2027", "MédecinProche" })
	void refuses_what_is_guessed_first(String password) {
		assertThat(PasswordPolicy.weaknessOf(password)).hasValue(Weakness.COMMON);
	}

	@ParameterizedTest
	@ValueSource(strings = { "docteur-hélène-2027", "HELENE forever 12", "lagardere-au-top", "x-cabinet.vic-x-12" })
	void refuses_what_contains_the_person_s_name_or_address(String password) {
		assertThat(PasswordPolicy.weaknessOf(password, "Hélène Lagardère", "cabinet.vic@example.org"))
			.hasValue(Weakness.PERSONAL);
	}

}
