package fr.medecinproche.messaging;

import java.time.LocalTime;

import fr.medecinproche.account.Role;
import fr.medecinproche.account.SignedIn;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Genuine;
import fr.medecinproche.testing.People;
import fr.medecinproche.testing.Scenario;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static fr.medecinproche.testing.PageAssertions.page;
import static org.assertj.core.api.Assertions.assertThat;

@ApplicationTest
class MessageBoardTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MessageDirectory directory;

	@Autowired
	Scenario scenario;

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
			.says("Envoyé 1 200", "Échec 3", "Rendez-vous", "connection refused")
			.has("tbody tr:nth-child(3)")
			.hasNo("tbody tr:nth-child(4)")
			.doesNotSay("jeanne", "Texte secret", "appointment:3");
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
		page(board("?etat=PENDING")).isSound().says("Messages : En attente", "Autre");
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
		page(shown).isSound().says("Réessayer le message n° 1").doesNotSay("Réessayer le message n° 2", "Texte secret");
		long id = this.jdbc.sql("select min(id) from outbox_message").query(Long.class).single();
		assertThat(retry(id)).hasRedirectedUrl("/ars/messages");
		assertThat(this.jdbc.sql("select status from outbox_message order by id").query(String.class).list())
			.containsExactly("PENDING", "FAILED");
		retry(id + 1);
		assertThat(this.jdbc.sql("select status from outbox_message order by id").query(String.class).list())
			.containsExactly("PENDING", "FAILED");
		assertThat(retry(id + 2)).hasStatus(404);
	}

	@Test
	void shows_an_agent_what_is_about_a_visit_in_their_sight_and_a_whole_region_what_is_about_no_place() {
		var site = this.scenario.openSite("Maison de Marciac", Scenario.MARCIAC);
		var slot = this.scenario.taken(this.scenario.volunteer("Anne", "Fabre"), site,
				HalfDay.morningOf(Scenario.TUESDAY));
		long visit = this.scenario.appointment(slot, LocalTime.of(9, 0), Scenario.patient("Jeanne", "Duval"))
			.appointment()
			.getId();
		this.jdbc.sql("delete from outbox_message").update();
		this.jdbc
			.sql("""
					insert into outbox_message (dedup_key, channel, appointment_id, recipient, body_text, status, next_attempt_at,
					  not_after, created_at, settled_at)
					select key, 'EMAIL', visit, 'jeanne@example.org', 'Texte', 'FAILED', t, '2027-02-01', t, t
					from (values ('appointment:1:booked', cast(? as bigint)), ('account:1:reset', null)) v (key, visit),
					  (select timestamptz '2027-01-04' as t) t""")
			.param(visit)
			.update();
		var visits = "Rendez-vous du mardi 12 janvier 2027 Maison de Marciac";
		page(board("", People.agentOf("32"))).isSound().says(visits).doesNotSay("Compte Réessayer");
		assertThat(failed("32")).isEqualTo(1);
		assertThat(failed("R76")).isEqualTo(2);
		assertThat(failed("R84")).isEqualTo(1);
		assertThat(failed("31")).isZero();
		page(board("", People.agentOf("R84"))).isSound().doesNotSay("Marciac");
		assertThat(this.mvc.post()
			.uri("/ars/messages/{id}/essai",
					this.jdbc.sql("select min(id) from outbox_message").query(Long.class).single())
			.with(People.agentOf("R84"))
			.with(Genuine.form())).hasStatus(404);
	}

	private long failed(String perimeter) {
		return this.directory.failed(new SignedIn(1, "agent@example.org", "Claude Martin", Role.AGENT, perimeter));
	}

	private MvcTestResult board(String query, RequestPostProcessor agent) {
		return this.mvc.get().uri("/ars/messages" + query).with(agent).exchange();
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
		return board(query, People.agent());
	}

	private MvcTestResult retry(long id) {
		return this.mvc.post().uri("/ars/messages/{id}/essai", id).with(People.agent()).with(Genuine.form()).exchange();
	}

	@Test
	void is_for_the_agency_only() {
		assertThat(this.mvc.get().uri("/ars/messages").with(People.regulator()).exchange()).hasStatus(403);
	}

}
