package fr.medecinproche.account;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class EmailAddressTests {

	@ParameterizedTest
	@ValueSource(strings = { "aline.roux@example.org", "a+b@example.co.uk", "o'neil@example.org", "x@mairie-marciac.fr",
			" Aline.Roux@Example.ORG " })
	void accepts_addresses_people_have(String typed) {
		assertThat(EmailAddress.parse(typed)).isPresent();
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "aline", "aline@", "@example.org", "aline@example", "a b@example.org", "a@b@c.fr",
			"a@example..org", ".a@example.org", "a.@example.org", "a@-example.org", "a@example.org\r\nBcc: b@c.fr",
			"a@example.org>" })
	void refuses_what_no_message_reaches(String typed) {
		assertThat(EmailAddress.parse(typed)).isEmpty();
	}

	@Test
	void capitals_make_no_difference() {
		assertThat(new EmailAddress("Aline@Example.org")).isEqualTo(new EmailAddress("aline@example.org"));
	}

	@Test
	void refuses_an_address_longer_than_mail_allows() {
		assertThatIllegalArgumentException().isThrownBy(() -> new EmailAddress("a".repeat(250) + "@example.org"));
	}

	@Test
	void a_hostile_address_is_refused_at_once() {
		assertTimeoutPreemptively(Duration.ofSeconds(2), () -> {
			assertThat(EmailAddress.parse("a." + "a".repeat(100) + "@" + "a-".repeat(70) + "!")).isEmpty();
			assertThat(EmailAddress.parse("@".repeat(100_000))).isEmpty();
		});
	}

}
