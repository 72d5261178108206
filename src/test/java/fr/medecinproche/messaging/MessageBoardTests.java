package fr.medecinproche.messaging;

import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Genuine;
import fr.medecinproche.testing.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static fr.medecinproche.testing.PageAssertions.page;
import static org.assertj.core.api.Assertions.assertThat;

@ApplicationTest
class MessageBoardTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	CleanDatabase database;

	@BeforeEach
	void clean() {
		this.database.clean();
	}

	@Test
	void is_sound_when_nothing_was_ever_sent() {
		page(this.mvc.get().uri("/ars/messages").with(People.agent()).exchange()).isSound()
			.says("Tous les messages sont partis.");
	}

	@Test
	void counts_the_messages_of_thirty_days_and_lists_those_that_could_not_leave() {
		this.jdbc
			.sql("""
					insert into outbox_message (dedup_key, channel, recipient, subject, body_text, status, attempts, last_error,
					  next_attempt_at, not_after, created_at, settled_at)
					select 'appointment:' || i || ':booked', 'EMAIL', 'jeanne@example.org', 'Sujet', 'Texte secret',
					  case when i <= 3 then 'FAILED' else 'SENT' end, 7, 'connection refused', t, t, t, t
					from generate_series(1, 1204) i,
					  lateral (select case when i = 1204 then timestamptz '2026-12-01' else '2027-01-03' end as t) at""")
			.update();
		var board = page(this.mvc.get().uri("/ars/messages").with(People.agent()).exchange());
		board.isSound()
			.says("Envoyé 1 200", "Échec 3", "appointment:3:booked", "connection refused")
			.doesNotSay("jeanne", "Texte secret", "appointment:4:booked");
		page(this.mvc.get().uri("/ars/messages?lang=en").with(People.agent()).exchange()).isSound().says("Failed 3");
	}

	@Test
	void says_that_nothing_leaves_when_something_has_waited_for_an_hour() {
		waiting("EMAIL", "2027-01-04 07:10+01", false);
		page(board("")).isSound()
			.says("E-mail : un message attend. Le plus ancien est du lundi 4 janvier 2027 à 7 h 10.")
			.doesNotSay("rien ne part");
		waiting("SMS", "2027-01-04 06:50+01", false);
		page(board("")).isSound().says("SMS : rien ne part depuis une heure").doesNotSay("E-mail : rien");
		this.jdbc
			.sql("""
					insert into outbox_message (dedup_key, channel, status, next_attempt_at, not_after, created_at, settled_at)
					values ('gone', 'SMS', 'SENT', '2027-01-04', '2027-01-05', '2027-01-04', '2027-01-04 07:30+01')""")
			.update();
		page(board("")).isSound().doesNotSay("rien ne part");
	}

	@Test
	void what_waits_for_the_morning_is_not_late() {
		waiting("EMAIL", "2027-01-03 20:59+01", true);
		page(board("")).isSound().says("un message attend").doesNotSay("rien ne part");
	}

	@Test
	void shows_one_state_at_a_time() {
		waiting("EMAIL", "2027-01-04 07:10+01", false);
		page(board("?etat=PENDING")).isSound().says("Messages : En attente", "EMAIL:2027-01-04 07:10+01");
		page(board("?etat=SENT")).isSound().says("Aucun message dans cet état.");
		page(board("?etat=")).isSound().says("Tous les messages sont partis.");
		page(board("?etat=FAILED&lang=en")).isSound().says("No message in this state.");
	}

	@Test
	void a_failed_message_that_is_still_useful_is_tried_again_by_hand() {
		this.jdbc.sql("""
				insert into outbox_message (dedup_key, channel, recipient, body_text, status, attempts, next_attempt_at,
				  not_after, created_at, settled_at)
				select 'appointment:' || i, 'EMAIL', 'jeanne@example.org', 'Texte secret', 'FAILED', 3, '2027-01-03',
				  case i when 1 then timestamptz '2027-01-09' else '2027-01-04' end, '2027-01-02', '2027-01-03'
				from generate_series(1, 2) i""").update();
		var shown = board("");
		page(shown).isSound().says("Réessayer appointment:1").doesNotSay("Réessayer appointment:2", "Texte secret");
		long id = this.jdbc.sql("select min(id) from outbox_message").query(Long.class).single();
		assertThat(retry(id)).hasRedirectedUrl("/ars/messages");
		assertThat(this.jdbc.sql("select status from outbox_message order by id").query(String.class).list())
			.containsExactly("PENDING", "FAILED");
		retry(id + 1);
		assertThat(this.jdbc.sql("select status from outbox_message order by id").query(String.class).list())
			.containsExactly("PENDING", "FAILED");
		assertThat(retry(id + 2)).hasStatus(404);
	}

	private void waiting(String channel, String since, boolean byDay) {
		this.jdbc.sql("""
				insert into outbox_message (dedup_key, channel, recipient, body_text, status, by_day, next_attempt_at,
				  not_after, created_at) values (:channel || ':' || :since, :channel, 'x', 'x', 'PENDING', :byDay,
				  :since::timestamptz, '2027-02-01', :since::timestamptz)""")
			.param("channel", channel)
			.param("since", since)
			.param("byDay", byDay)
			.update();
	}

	private MvcTestResult board(String query) {
		return this.mvc.get().uri("/ars/messages" + query).with(People.agent()).exchange();
	}

	private MvcTestResult retry(long id) {
		return this.mvc.post().uri("/ars/messages/{id}/essai", id).with(People.agent()).with(Genuine.form()).exchange();
	}

	@Test
	void is_for_the_agency_only() {
		assertThat(this.mvc.get().uri("/ars/messages").with(People.regulator()).exchange()).hasStatus(403);
	}

}
