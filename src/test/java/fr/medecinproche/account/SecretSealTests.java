package fr.medecinproche.account;

import java.time.Duration;
import java.time.Period;
import java.util.Base64;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SecretSealTests {

	private static final byte[] SECRET = "what only the phone knows".getBytes();

	@Test
	void what_is_sealed_is_read_with_the_same_key_only() {
		var sealed = seal("a long and random key").seal(SECRET);
		assertThat(sealed).startsWith("aes:").doesNotContain(Base64.getEncoder().encodeToString(SECRET));
		assertThat(seal("a long and random key").open(sealed)).hasValue(SECRET);
		assertThat(seal("another key").open(sealed)).isEmpty();
		assertThat(seal("").open(sealed)).isEmpty();
	}

	@Test
	void two_seals_of_one_secret_differ() {
		var seal = seal("a long and random key");
		assertThat(seal.seal(SECRET)).isNotEqualTo(seal.seal(SECRET));
	}

	@Test
	void what_was_stored_before_there_was_a_key_is_still_read() {
		assertThat(seal("a key set later").open(seal("").seal(SECRET))).hasValue(SECRET);
	}

	@Test
	void what_was_never_sealed_is_nothing() {
		assertThat(seal("").open("")).isEmpty();
		assertThat(seal("a key").open("")).isEmpty();
	}

	@Test
	void the_key_is_not_printed() {
		assertThat(settings("a long and random key").toString()).doesNotContain("random");
	}

	private static SecretSeal seal(String key) {
		return new SecretSeal(settings(key));
	}

	private static AccountSettings settings(String key) {
		return new AccountSettings(Set.of(), key, Duration.ofDays(90), Period.ofYears(10));
	}

}
