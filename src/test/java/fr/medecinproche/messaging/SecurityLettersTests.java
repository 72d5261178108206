package fr.medecinproche.messaging;

import java.util.List;
import java.util.Locale;

import fr.medecinproche.account.AccountClosed;
import fr.medecinproche.account.EmailChangeRequested;
import fr.medecinproche.account.LinkPurpose;
import fr.medecinproche.account.PasswordChanged;
import fr.medecinproche.account.SecondFactorLinkRequested;
import fr.medecinproche.account.SecondFactorSwitched;
import fr.medecinproche.account.SecondFactorSwitched.Change;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@ApplicationTest
class SecurityLettersTests {

	private static final String ALINE = "aline@example.org";

	@Autowired
	ApplicationEventPublisher events;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	CleanDatabase database;

	@BeforeEach
	void clean() {
		this.database.clean();
	}

	@Test
	void a_change_of_address_sends_each_address_its_own_link() {
		publish(change(true));
		assertThat(bodyTo("new@example.org")).contains("/compte/adresse/confirmation/c0nfirm")
			.doesNotContain("st0p", ALINE);
		assertThat(bodyTo(ALINE)).contains("/compte/adresse/arret/st0p", "pendant 7 jours")
			.doesNotContain("c0nfirm", "new@example.org");
		assertThat(column("dedup_key")).noneMatch((key) -> key.matches(".*(c0nfirm|st0p|example).*"));
	}

	@Test
	void the_owner_of_a_taken_address_is_given_no_link_and_no_name() {
		publish(change(false));
		assertThat(bodyTo("new@example.org")).contains("Elle a déjà le sien")
			.doesNotContain("c0nfirm", "st0p", "Aline");
		assertThat(bodyTo(ALINE)).contains("/compte/adresse/arret/st0p");
	}

	@Test
	void another_password_is_told() {
		publish(new PasswordChanged(3, ALINE, "Aline Roux", Locale.ENGLISH));
		assertThat(bodyTo(ALINE)).contains("Hello Aline Roux,", "/compte/mot-de-passe-oublie");
	}

	@ParameterizedTest
	@CsvSource({ "ON, demande maintenant deux étapes", "OFF, Votre mot de passe suffit maintenant",
			"GUESSED, cinq codes faux" })
	void whatever_happens_to_the_second_factor_is_told(Change change, String words) {
		publish(new SecondFactorSwitched(3, ALINE, "Aline Roux", change, Locale.FRENCH));
		assertThat(bodyTo(ALINE)).contains(words, "/compte/mot-de-passe-oublie");
	}

	@ParameterizedTest
	@CsvSource({ "SIGN_IN, /compte/connexion/lien/s3cret, 15",
			"DROP_SECOND_FACTOR, /compte/telephone-perdu/s3cret, 60" })
	void a_link_is_of_use_as_long_as_it_works(LinkPurpose purpose, String path, int minutes) {
		publish(new SecondFactorLinkRequested(3, ALINE, "Aline Roux", purpose, "s3cret", Locale.FRENCH));
		assertThat(bodyTo(ALINE)).contains(path, minutes + " minutes");
		assertThat(column("extract(epoch from not_after - '2027-01-04T07:00:00Z') / 60")).singleElement()
			.satisfies((useful) -> assertThat(Double.parseDouble(useful)).isEqualTo(minutes));
	}

	@Test
	void whoever_leaves_is_told_that_it_is_done() {
		publish(new AccountClosed(3, ALINE, "Aline Roux", Locale.FRENCH));
		assertThat(bodyTo(ALINE)).contains("Bonjour Aline Roux,", "Votre compte est fermé");
	}

	private static EmailChangeRequested change(boolean free) {
		return new EmailChangeRequested(3, ALINE, "new@example.org", "Aline Roux", "c0nfirm", "st0p", free,
				Locale.FRENCH);
	}

	private void publish(Object event) {
		this.transaction.executeWithoutResult((status) -> this.events.publishEvent(event));
	}

	private String bodyTo(String email) {
		return this.jdbc.sql("select body_text from outbox_message where recipient = ?")
			.param(email)
			.query(String.class)
			.single()
			.replace('\u00a0', ' ');
	}

	private List<String> column(String expression) {
		return this.jdbc.sql("select (" + expression + ")::text from outbox_message").query(String.class).list();
	}

}
