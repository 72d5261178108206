package fr.medecinproche.site.preparation;

import java.io.UnsupportedEncodingException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Genuine;
import fr.medecinproche.testing.PageAssertions;
import fr.medecinproche.testing.People;
import fr.medecinproche.testing.QueryCount;
import fr.medecinproche.testing.Race;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.util.LinkedMultiValueMap;

import static fr.medecinproche.testing.PageAssertions.page;
import static org.assertj.core.api.Assertions.assertThat;

/** A site that began to be prepared on Monday 4 January 2027. */
@ApplicationTest
class HostRemindersTests {

	private static final String MISSING = "/ars/lieux/manques";

	@Autowired
	HostReminders reminders;

	@Autowired
	Scenario scenario;

	@Autowired
	MockMvcTester mvc;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TestClock.SettableClock clock;

	@Autowired
	CleanDatabase database;

	private ConsultationSite site;

	private long host;

	@BeforeEach
	void aSiteBeingPrepared() {
		this.database.clean();
		this.scenario.agent();
		this.site = this.scenario.preparingSite("Maison de Marciac", Scenario.MARCIAC);
		this.host = this.scenario.hostOf(this.site).id();
	}

	@Test
	void a_host_is_reminded_after_a_week_then_every_week_four_times_at_most() {
		on(10);
		assertThat(written()).isEmpty();
		on(11);
		assertThat(written()).singleElement()
			.asString()
			.contains("Maison de Marciac", "Internet", "/lieu/preparation")
			.as("what the agency does, and what is said already")
			.doesNotContain("Lecteur de carte", "Clés", "En retard");
		on(12);
		on(17);
		assertThat(written()).as("the week after").hasSize(1);
		for (int day = 18; day <= 18 + 9 * 7; day += 7) {
			on(day);
		}
		assertThat(written()).hasSize(4);
	}

	@Test
	void what_was_agreed_for_a_day_is_reminded_of_two_days_ahead_and_said_to_be_late_afterwards() {
		line("INTERNET", "TODO", "COMMUNE", "2027-01-08");
		on(5);
		assertThat(written()).isEmpty();
		on(6);
		assertThat(written()).singleElement().asString().contains("À faire").doesNotContain("En retard");
		on(13);
		assertThat(written()).hasSize(2).last().asString().contains("En retard : Internet");
	}

	@Test
	void nobody_is_reminded_of_what_is_done_or_not_theirs_or_of_a_site_nobody_prepares() {
		this.jdbc
			.sql("""
					insert into site_readiness (site_id, item, state, party, changed_at)
					select site_id, item, 'READY', party, now() from site_preparation where party <> 'AGENCY' and not said""")
			.update();
		line("CARD_READER", "TODO", "AGENCY", "2027-01-05");
		on(11);
		assertThat(written()).isEmpty();
		line("INTERNET", "TODO", "COMMUNE", "2027-01-08");
		this.jdbc.sql("update account set suspended_at = now() where id = ?").param(this.host).update();
		on(12);
		assertThat(written()).as("a host who was suspended").isEmpty();
		this.jdbc.sql("update account set suspended_at = null").update();
		this.jdbc.sql("update consultation_site set status = 'CLOSED'").update();
		on(13);
		assertThat(written()).as("a site that closed").isEmpty();
	}

	@Test
	void two_nodes_write_once() throws InterruptedException {
		this.clock.set(LocalDateTime.of(2027, 1, 11, 7, 40));
		var outcomes = Race.of(4, (number) -> this.reminders.remindSome());
		assertThat(Race.losses(outcomes)).isEmpty();
		assertThat(written()).hasSize(1);
	}

	@Test
	void an_agent_has_a_site_reminded_once_in_a_while() {
		var path = "/ars/lieux/" + this.site.getId() + "/rappel";
		assertThat(this.mvc.post().uri(path).with(People.agentOf("30")).with(Genuine.form()))
			.hasStatus(HttpStatus.NOT_FOUND);
		post(path, Map.of());
		get("/ars/lieux/" + this.site.getId(), People.agent()).says("Rappeler au lieu");
		assertThat(written()).hasSize(1);
		assertThat(this.jdbc.sql("select action from journal_entry order by number").query(String.class).list()).last()
			.isEqualTo("site.reminded");
		post(path, Map.of());
		assertThat(written()).as("the same day").hasSize(1);
		this.clock.set(LocalDateTime.of(2027, 1, 6, 9, 0));
		post(path, Map.of());
		assertThat(written()).hasSize(2);
		var alone = this.scenario.preparingSite("Maison d’Aignan", Scenario.PLAISANCE).getId();
		var refused = post("/ars/lieux/" + alone + "/rappel", Map.of());
		assertThat(refused.getMvcResult().getFlashMap().toString()).contains("NOBODY_TO_REMIND");
		assertThat(written()).hasSize(2);
	}

	@Test
	void what_is_missing_at_all_sites_is_on_one_page_the_late_first() {
		get(MISSING, People.agent()).says("Maison de Marciac", "pas de date", "7 éléments manquent");
		var agreed = post("/ars/lieux/" + this.site.getId() + "/echeance", Map.of("due", "2027-01-15"));
		assertThat(agreed.getMvcResult().getFlashMap().toString()).contains("site.due.saved");
		assertThat(post("/ars/lieux/" + this.site.getId() + "/echeance", Map.of("due", "2027-01-03")).getMvcResult()
			.getFlashMap()
			.toString()).contains("DAYS_OUT_OF_ORDER");
		assertThat(post("/ars/lieux/" + this.site.getId() + "/echeance", Map.of("due", "hier")).getMvcResult()
			.getFlashMap()
			.toString()).contains("site.due.invalid");
		line("INTERNET", "IN_PROGRESS", "COMMUNE", "2027-01-03");
		assertThat(items(MISSING)).hasSize(7).first().asString().startsWith("Internet");
		get(MISSING, People.agent()).says("en retard", "15 janvier 2027");
		assertThat(items(MISSING + "?retard=true")).hasSize(1);
		assertThat(items(MISSING + "?qui=AGENCY")).singleElement().asString().startsWith("Lecteur de carte Vitale");
		get(MISSING + "?qui=AGENCY&retard=true", People.agent()).says("Rien ne correspond");
		get(MISSING, People.agentOf("30")).says("Rien ne manque");
		var file = this.mvc.get().uri(MISSING + ".csv?retard=true").with(People.agent()).exchange();
		assertThat(file).bodyText()
			.contains("\"Pour quand\"", "Internet", "Maison de Marciac", "oui")
			.doesNotContain("Table d’examen");
	}

	@Test
	void the_page_asks_as_much_for_many_sites_as_for_one() {
		int one = QueryCount.of(() -> get(MISSING, People.agent()));
		for (int number = 0; number < 4; number++) {
			this.scenario.preparingSite("Maison " + number, Scenario.PLAISANCE);
		}
		assertThat(QueryCount.of(() -> get(MISSING, People.agent()))).isEqualTo(one);
		assertThat(items(MISSING)).hasSize(35);
	}

	private void on(int day) {
		this.clock.set(LocalDateTime.of(2027, 1, 1, 7, 40).plusDays(day - 1));
		this.reminders.remindSome();
	}

	private void line(String item, String state, String party, String due) {
		this.jdbc.sql("""
				insert into site_readiness (site_id, item, state, party, due, changed_at)
				values (?, ?, ?, ?, cast(? as date), now()) on conflict (site_id, item)
				do update set state = excluded.state, party = excluded.party, due = excluded.due""")
			.params(this.site.getId(), item, state, party, due)
			.update();
	}

	private List<String> written() {
		return this.jdbc.sql("select body_text from outbox_message where dedup_key like 'site:%:prepare:%' order by id")
			.query(String.class)
			.list()
			.stream()
			.map((text) -> text.replace('\u00a0', ' '))
			.toList();
	}

	private List<String> items(String uri) {
		var document = Jsoup.parse(body(uri));
		return document.select("tbody th").eachText();
	}

	private String body(String uri) {
		try {
			return this.mvc.get().uri(uri).with(People.agent()).exchange().getResponse().getContentAsString();
		}
		catch (UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private PageAssertions get(String uri, RequestPostProcessor who) {
		return page(this.mvc.get().uri(uri).with(who).exchange()).isSound();
	}

	private MvcTestResult post(String uri, Map<String, String> typed) {
		var form = new LinkedMultiValueMap<String, String>();
		form.setAll(typed);
		return this.mvc.post().uri(uri).params(form).with(People.agent()).with(Genuine.form()).exchange();
	}

}
