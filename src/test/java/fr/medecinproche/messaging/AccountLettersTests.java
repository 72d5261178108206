package fr.medecinproche.messaging;

import java.time.LocalDateTime;
import java.util.Locale;

import fr.medecinproche.account.EmailConfirmationRequested;
import fr.medecinproche.account.PasswordResetRequested;
import fr.medecinproche.account.RegistrationRepeated;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.TestClock.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@ApplicationTest
class AccountLettersTests {

	@Autowired
	ApplicationEventPublisher events;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	SettableClock clock;

	@Autowired
	CleanDatabase database;

	@BeforeEach
	void clean() {
		this.database.clean();
	}

	@Test
	void a_new_account_receives_the_link_that_confirms_it() {
		publish(new EmailConfirmationRequested(3, "aline@example.org", "Aline Roux", "s3cret", Locale.FRENCH));
		assertThat(body()).contains("Bonjour Aline Roux,", "http://localhost:8080/compte/confirmation/s3cret",
				"pendant 3 jours");
		assertThat(column("recipient")).isEqualTo("aline@example.org");
		assertThat(column("dedup_key")).startsWith("account:3:confirm:").doesNotContain("s3cret", "aline");
	}

	@Test
	void a_forgotten_password_is_replaced_through_a_link_useful_as_long_as_it_works() {
		publish(new PasswordResetRequested(3, "aline@example.org", "Aline Roux", "s3cret", Locale.ENGLISH));
		assertThat(body()).contains("Hello Aline Roux,", "http://localhost:8080/compte/mot-de-passe/s3cret",
				"for 60 minutes");
		assertThat(column("to_char(not_after at time zone 'Europe/Paris', 'HH24:MI')")).isEqualTo("09:00");
	}

	@Test
	void whoever_registers_again_is_told_once_a_day() {
		var again = new RegistrationRepeated(3, "aline@example.org", "Aline Roux", Locale.FRENCH);
		publish(again);
		publish(again);
		assertThat(column("count(*)")).isEqualTo("1");
		assertThat(body()).contains("http://localhost:8080/compte/connexion");
		this.clock.set(LocalDateTime.of(2027, 1, 5, 8, 0));
		publish(again);
		assertThat(column("count(*)")).isEqualTo("2");
	}

	@Test
	void no_letter_is_left_when_the_registration_is_undone() {
		assertThatIllegalStateException().isThrownBy(() -> this.transaction.executeWithoutResult((status) -> {
			this.events.publishEvent(
					new EmailConfirmationRequested(3, "aline@example.org", "Aline Roux", "s3cret", Locale.FRENCH));
			throw new IllegalStateException("the RPPS number is known");
		}));
		assertThat(column("count(*)")).isEqualTo("0");
	}

	private void publish(Object event) {
		this.transaction.executeWithoutResult((status) -> this.events.publishEvent(event));
	}

	private String body() {
		return column("body_text").replace('\u00a0', ' ');
	}

	private String column(String expression) {
		return this.jdbc.sql("select (" + expression + ")::text from outbox_message").query(String.class).single();
	}

}
