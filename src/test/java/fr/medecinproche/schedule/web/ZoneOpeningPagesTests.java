package fr.medecinproche.schedule.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.People;
import fr.medecinproche.testing.QueryCount;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.Works;
import fr.medecinproche.work.WorkStatus;
import org.jsoup.Jsoup;
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
 * A pattern at several sites of a zone, and the list of what was opened.
 */
@ApplicationTest
class ZoneOpeningPagesTests {

	private static final String YEAR = "from=2027-02-01&until=2028-01-31&rhythm=EVERY_WEEK&weekdays=MONDAY"
			+ "&weekdays=WEDNESDAY&periods=MORNING&periods=AFTERNOON";

	@Autowired
	MockMvcTester mvc;

	@Autowired
	CleanDatabase database;

	@Autowired
	Scenario scenario;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Works works;

	private ConsultationSite marciac;

	private ConsultationSite plaisance;

	private String path;

	@BeforeEach
	void twoSitesOfOneZone() {
		this.database.clean();
		this.scenario.agent();
		this.marciac = this.scenario.openSite("Maison de Marciac", Scenario.MARCIAC, 2);
		this.plaisance = this.scenario.openSite("Maison de Plaisance", Scenario.PLAISANCE);
		this.path = "/ars/zones/" + this.marciac.getZone().getSiren() + "/ouverture";
	}

	private MvcTestResult get(String path, RequestPostProcessor who) {
		return this.mvc.get().uri(URI.create(path)).with(who).exchange();
	}

	private MvcTestResult post(String query) {
		return this.mvc.post().uri(URI.create(this.path + "?" + query)).with(People.agent()).with(csrf()).exchange();
	}

	private String both() {
		return YEAR + "&tous=true&lieux=" + this.marciac.getId() + "&lieux=" + this.plaisance.getId();
	}

	private static String seen(MvcTestResult result) throws Exception {
		return Jsoup.parse(result.getResponse().getContentAsString()).select("main [name=seen]").first().val();
	}

	private long halfDays() {
		return this.jdbc.sql("select count(*) from half_day_slot where pattern_id is not null")
			.query(Long.class)
			.single();
	}

	@Test
	void a_year_at_several_sites_is_opened_in_the_background() throws Exception {
		page(get(this.path, People.agentOf("32"))).isSound()
			.says("Ouvrir un rythme dans plusieurs lieux", "2 cabinets");
		var shown = get(this.path + "/apercu?" + both(), People.agentOf("32"));
		page(shown).isSound().says("Maison de Marciac : ", "Maison de Plaisance : ", "Jours fériés");
		var started = post(both() + "&seen=" + seen(shown)).getResponse().getRedirectedUrl();
		var work = this.works.await(started);
		assertThat(work.status()).isEqualTo(WorkStatus.DONE);
		assertThat(work.result())
			.isEqualTo("/ars/demi-journees?zone=" + this.marciac.getZone().getSiren() + "&mois=2027-02");
		assertThat(halfDays()).isEqualTo(work.total().longValue()).isGreaterThan(500);
		assertThat(this.jdbc.sql("select count(*) from opening_pattern").query(Long.class).single()).isEqualTo(2);
		page(get(work.result(), People.agentOf("32"))).isSound().says("lundi 1er février 2027, matin");
	}

	@Test
	void what_changed_is_shown_again_and_nothing_is_opened() throws Exception {
		var shown = get(this.path + "/apercu?" + both(), People.agent());
		this.scenario.halfDay(this.marciac, HalfDay.morningOf(LocalDate.of(2027, 2, 1)));
		page(post(both() + "&seen=" + seen(shown))).isSound().says("Quelque chose a changé", "Déjà ouverte");
		assertThat(halfDays()).isZero();
	}

	@Test
	void what_makes_no_sense_or_is_not_theirs_opens_nothing() {
		page(get(this.path + "/apercu?" + YEAR, People.agent())).isSound().says("Choisissez au moins un lieu");
		page(get(this.path + "/apercu?lieux=" + this.marciac.getId(), People.agent())).isSound()
			.says("Remplissez ce champ", "au moins un jour de la semaine");
		assertThat(get(this.path, People.agentOf("30"))).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(get("/ars/zones/123456789/ouverture", People.agent())).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void more_sites_ask_no_more_queries() {
		int one = QueryCount
			.of(() -> get(this.path + "/apercu?" + YEAR + "&lieux=" + this.marciac.getId(), People.agent()));
		assertThat(QueryCount.of(() -> get(this.path + "/apercu?" + both(), People.agent()))).isEqualTo(one);
	}

	@Test
	void the_list_is_narrowed_by_zone_site_department_and_state_and_taken_away() throws Exception {
		var vigan = this.scenario.openSite("Maison du Vigan", Scenario.LE_VIGAN);
		var day = LocalDate.of(2027, 2, 9);
		this.scenario.taken(this.scenario.volunteer("Anne", "Abadie"), this.marciac, HalfDay.morningOf(day));
		this.scenario.halfDay(this.plaisance, HalfDay.morningOf(day));
		this.scenario.halfDay(vigan, HalfDay.morningOf(day));
		var list = "/ars/demi-journees?mois=2027-02";
		page(get(list, People.agent())).isSound().says("3 demi-journées").has("[name=creneau][form=closing]");
		page(get(list + "&zone=" + vigan.getZone().getSiren(), People.agent())).isSound()
			.says("Une demi-journée", "Maison du Vigan")
			.doesNotSay("Maison de Marciac");
		page(get(list + "&departement=32", People.agent())).says("2 demi-journées");
		page(get(list + "&departement=32&page=9999", People.agent())).says("Maison de Plaisance");
		page(get(list + "&departement=32&statut=TAKEN", People.agent())).says("Une demi-journée", "Dr Anne Abadie");
		page(get(list + "&lieu=" + this.plaisance.getId(), People.agent())).isSound()
			.says("Seulement Maison de Plaisance", "Une demi-journée");
		long doctor = this.jdbc.sql("select id from volunteer").query(Long.class).single();
		page(get(list, People.agent())).has("a[href='" + list + "&medecin=" + doctor + "']");
		page(get(list + "&medecin=" + doctor, People.agent())).isSound()
			.says("Seulement Dr Anne Abadie", "Une demi-journée", "Maison de Marciac");
		page(get(list + "&medecin=" + doctor, People.agentOf("30"))).says("Aucune demi-journée").doesNotSay("Abadie");
		page(get(list + "&medecin=" + doctor, People.agentOf("32"))).says("Seulement Dr Anne Abadie");
		page(get(list + "&lieu=x&zone=%27&departement=zz&statut=y", People.agent())).isSound()
			.says("Aucune demi-journée");
		page(get(list + "&zone=" + vigan.getZone().getSiren(), People.agentOf("32"))).says("Aucune demi-journée");
		var file = get("/ars/demi-journees.csv?mois=2027-02&departement=32", People.agent());
		var text = file.getResponse().getContentAsString(StandardCharsets.UTF_8);
		assertThat(text.lines()).hasSize(3);
		assertThat(text).contains("Dr Anne Abadie", "Maison de Plaisance").doesNotContain("Vigan");
		assertThat(get("/ars/demi-journees.pdf", People.agent())).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.jdbc.sql("select subject from journal_entry where action = 'halfDay.exported'")
			.query(String.class)
			.list()).containsExactly("half-days:2027-02");
	}

}
