package fr.medecinproche.schedule.web;

import java.time.LocalDate;
import java.time.LocalTime;

import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.PageAssertions;
import fr.medecinproche.testing.People;
import fr.medecinproche.testing.QueryCount;
import fr.medecinproche.testing.Scenario;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static fr.medecinproche.testing.PageAssertions.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * The list of half-days, the page of a site, and closing it.
 */
@ApplicationTest
class AgencyPagesTests {

	private static final LocalDate IN_FEBRUARY = LocalDate.of(2027, 2, 9);

	@Autowired
	MockMvcTester mvc;

	@Autowired
	CleanDatabase database;

	@Autowired
	Scenario scenario;

	@Autowired
	JdbcClient jdbc;

	@BeforeEach
	void clean() {
		this.database.clean();
		// who acts is noted in the journal
		this.scenario.agent();
	}

	@Test
	void a_month_that_makes_no_sense_is_the_next_one() {
		for (var month : new String[] { "x", "2027-13", "9999-01", "-999999999-01" }) {
			get("/ars/demi-journees?mois=" + month, People.agent()).says("février 2027");
		}
	}

	@Test
	void every_page_asks_as_many_queries_for_many_rows_as_for_one() {
		var site = this.scenario.openSite("Maison", Scenario.MARCIAC, 9);
		var volunteer = this.scenario.volunteer("Anne", "Abadie");
		this.scenario.taken(volunteer, site, HalfDay.morningOf(IN_FEBRUARY));
		int few = queries(site.getId());
		for (int room = 2; room <= 9; room++) {
			this.scenario.halfDay(site, HalfDay.morningOf(IN_FEBRUARY), room);
			this.scenario.candidate("Zoé", "Zola" + room);
		}
		this.scenario.taken(this.scenario.volunteer("Luc", "Lacaze"), site, HalfDay.afternoonOf(IN_FEBRUARY));
		assertThat(queries(site.getId())).isEqualTo(few);
	}

	private int queries(long siteId) {
		return QueryCount.of(() -> {
			get("/ars/demi-journees", People.agent());
			get("/ars/lieux/" + siteId, People.agent());
		});
	}

	@Test
	void the_page_of_a_site_tells_who_comes_and_for_how_many() {
		var site = this.scenario.openSite("Maison", Scenario.MARCIAC);
		get("/ars/lieux/" + site.getId(), People.agentOf("32")).isSound().says("ouvert", "Aucune demi-journée à venir");
		var slot = this.scenario.taken(this.scenario.volunteer("Anne", "Abadie"), site,
				HalfDay.morningOf(Scenario.TUESDAY));
		this.scenario.appointment(slot, LocalTime.of(9, 0), Scenario.patient("Jean", "Dupont"));
		get("/ars/lieux/" + site.getId(), People.agentOf("32")).isSound()
			.says("Prises : 1 sur 1", "mardi 12 janvier 2027, matin", "Dr Anne Abadie", "Patients attendus 1")
			.doesNotSay("Dupont")
			.has("a[href='/lieux/" + site.getSlug() + "']");
		assertThat(this.mvc.get().uri("/ars/lieux/" + site.getId()).with(People.agentOf("30")))
			.hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void closing_a_site_tells_its_price_first() {
		var site = this.scenario.openSite("Maison", Scenario.MARCIAC);
		var slot = this.scenario.taken(this.scenario.volunteer("Anne", "Abadie"), site,
				HalfDay.morningOf(Scenario.TUESDAY));
		this.scenario.halfDay(site, HalfDay.afternoonOf(Scenario.TUESDAY));
		this.scenario.appointment(slot, LocalTime.of(9, 0), Scenario.patient("Jean", "Dupont"));
		var path = "/ars/lieux/" + site.getId() + "/fermeture";
		get(path, People.agent()).isSound()
			.says("2 demi-journées à venir seront fermées, dont 1 prises", "Un patient est attendu");
		assertThat(this.mvc.get().uri(path).with(People.agentOf("30"))).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.mvc.post().uri(path).with(People.agent()).with(csrf())).as("nothing was seen")
			.hasRedirectedUrl(path);
		this.scenario.appointment(slot, LocalTime.of(9, 20), Scenario.patient("Marie", "Dupont"));
		assertThat(confirm(path, 2, 1, 1)).as("a patient more than was seen").hasRedirectedUrl(path);
		get("/ars/lieux/" + site.getId(), People.agent()).says("Prises : 1 sur 2");
		get(path, People.agent()).isSound().says("2 patients sont attendus").has("input[name=patients][value='2']");
		assertThat(confirm(path, 3, 2, 2)).as("less than was seen").hasRedirectedUrl("/ars/lieux/" + site.getId());
		get("/ars/lieux/" + site.getId(), People.agent()).isSound().says("fermé définitivement", "Prises : 0 sur 0");
	}

	private MvcTestResult confirm(String path, int halfDays, int taken, int patients) {
		return this.mvc.post()
			.uri(path)
			.param("halfDays", String.valueOf(halfDays))
			.param("taken", String.valueOf(taken))
			.param("patients", String.valueOf(patients))
			.with(People.agent())
			.with(csrf())
			.exchange();
	}

	private PageAssertions get(String path, RequestPostProcessor who) {
		return page(this.mvc.get().uri(path).with(who).exchange());
	}

}
