package fr.medecinproche.messaging;

import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

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
	void is_for_the_agency_only() {
		assertThat(this.mvc.get().uri("/ars/messages").with(People.regulator()).exchange()).hasStatus(403);
	}

}
