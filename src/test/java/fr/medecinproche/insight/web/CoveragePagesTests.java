package fr.medecinproche.insight.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;

import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.PageAssertions;
import fr.medecinproche.testing.People;
import fr.medecinproche.testing.QueryCount;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

import static fr.medecinproche.testing.PageAssertions.page;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The board, its map, its cells and its file.
 */
@ApplicationTest
class CoveragePagesTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Scenario scenario;

	@Autowired
	CleanDatabase database;

	@Autowired
	TestClock.SettableClock clock;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TransactionTemplate transaction;

	@BeforeEach
	void clean() {
		this.database.clean();
	}

	@Test
	void an_empty_scheme_is_all_holes() {
		get("/ars/couverture", People.agent()).isSound()
			.says("28 zones sur 13 semaines", "Il manque un médecin 308 fois, dans 28 zones sur 28",
					"▲ Aucun lieu ouvert", "Dernier médecin : jamais", "Horaire libre : aucun")
			.has("td.hole a[href$='/2027-S01']")
			.has("td.over a[href$='/2026-S53']");
		get("/ars/couverture?pas=mois&duree=12", People.agent()).isSound().says("28 zones sur 12 mois");
		get("/ars/couverture/carte", People.agent()).isSound().says("D :", "28 zones").has("svg a path.shade-d");
	}

	@Test
	void nobody_sees_zones_of_others() {
		var none = "Aucune zone ne correspond. Élargissez les filtres.";
		get("/ars/couverture", People.agentOf("R53")).isSound().says(none);
		get("/ars/couverture/carte", People.agentOf("R53")).isSound().says(none);
		get("/ars/couverture", People.agentOf("32")).isSound().hasNo("#departement").doesNotSay("Pays Viganais");
		get("/ars/couverture?departement=30", People.agentOf("32")).says(none);
		assertThat(this.mvc.get().uri(cell(Scenario.LE_VIGAN, "2027-S02")).with(People.agentOf("32")))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.mvc.get().uri(cell(Scenario.LE_VIGAN, "2027-S02")).with(People.agentOf("R76"))).hasStatusOk();
		for (var path : new String[] { "/ars/couverture/999999999/2027-S02", "/ars/couverture/x/2027-01" }) {
			assertThat(this.mvc.get().uri(path).with(People.agent())).hasStatus(HttpStatus.NOT_FOUND);
		}
		assertThat(this.mvc.get().uri(cell(Scenario.MARCIAC, "2027-S60")).with(People.agent()))
			.hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void a_cell_says_what_its_week_is_made_of_and_leads_to_its_rows() {
		var site = this.scenario.openSite("Maison de Marciac", Scenario.MARCIAC, 2);
		var slot = this.scenario.taken(this.scenario.volunteer("Anne", "Abadie"), site,
				HalfDay.morningOf(Scenario.TUESDAY));
		this.scenario.halfDay(site, HalfDay.afternoonOf(Scenario.TUESDAY));
		this.scenario.appointment(slot, LocalTime.of(9, 0), Scenario.patient("Jean", "Dupont"));
		get("/ars/couverture?departement=32", People.agent()).isSound()
			.says("Un médecin vient Prises : 1 sur 2 Rendez-vous : 1 sur 10", "Prochain médecin : dans 8 jours",
					"Horaire libre : dans 8 jours");
		get(cell(Scenario.MARCIAC, "2027-S02"), People.agent()).isSound()
			.says("Semaine 2, à partir du 11 janvier 2027", "Une demi-journée est prise, sur 2 proposées",
					"mardi 12 janvier 2027, matin Maison de Marciac, cabinet 1 prise, Dr Anne Abadie 10 1 0 0",
					"Total Ouvertes : 2, prises : 1, tenues : 0 10 1 0 0")
			.doesNotSay("Dupont");
		this.clock.set(LocalDate.of(2027, 1, 20).atTime(8, 0));
		get(cell(Scenario.MARCIAC, "2027-S02"), People.agent()).isSound()
			.says("Un médecin est venu", "Demi-journées tenues 0 sur 1", "Dernier médecin il y a 8 jours")
			.doesNotSay("Que faire");
	}

	@Test
	void a_hole_offers_what_fills_it() {
		get(cell(Scenario.MARCIAC, "2027-02"), People.agent()).isSound()
			.says("▲ Aucun lieu ouvert", "Aucun lieu n’est connu dans cette zone")
			.has("main a[href='/ars/lieux/nouveau']");
		var site = this.scenario.openSite("Maison de Marciac", Scenario.MARCIAC);
		get(cell(Scenario.MARCIAC, "2027-02"), People.agent()).isSound()
			.says("▲ Rien d’ouvert")
			.has("main a[href='/ars/lieux/%d/demi-journees/nouvelle?from=2027-02-01&until=2027-02-28']"
				.formatted(site.getId()));
		// of the month that runs, only what is to come
		get(cell(Scenario.MARCIAC, "2027-01"), People.agent())
			.has("main a[href$='/demi-journees/nouvelle?from=2027-01-04&until=2027-01-31']");
		this.scenario.halfDay(site, HalfDay.morningOf(LocalDate.of(2027, 2, 9)));
		get(cell(Scenario.MARCIAC, "2027-02"), People.agent()).isSound()
			.says("▲ Aucun médecin", "Une demi-journée est proposée, et aucun médecin ne l’a prise")
			.has("main a[href='/ars/appels/nouveau?zone=%s&du=2027-02-01&au=2027-02-28']".formatted(siren()))
			.has("main a[href='/ars/medecins?zone=%s']".formatted(siren()))
			.has("main a[href='/ars/zones/%s/ouverture?from=2027-02-01&until=2027-02-28']".formatted(siren()));
		get("/ars/zones/%s/ouverture?from=2027-02-01&until=2027-02-28".formatted(siren()), People.agent())
			.has("input[name='from'][value='2027-02-01']")
			.has("input[name='until'][value='2027-02-28']");
		this.jdbc.sql("delete from half_day_slot").update();
		this.jdbc
			.sql("insert into site_closure (site_id, first_day, last_day, reason, created_at) "
					+ "values (?, date '2027-02-01', date '2027-02-28', 'LEAVE', now())")
			.param(site.getId())
			.update();
		get(cell(Scenario.MARCIAC, "2027-02"), People.agent()).isSound()
			.says("▲ Lieux fermés", "Fermé du 1er février 2027 au 28 février 2027 : Congés");
		get("/ars/couverture?departement=32&pas=mois", People.agent()).says("▲ Lieux fermés");
		get("/ars", People.agentOf("32")).says("▲ Lieux fermés");
	}

	@Test
	void a_zone_that_is_no_longer_in_the_scheme_says_so() {
		var site = this.scenario.openSite("Maison de Marciac", Scenario.MARCIAC);
		this.scenario.taken(this.scenario.volunteer("Anne", "Abadie"), site, HalfDay.morningOf(Scenario.TUESDAY));
		this.clock.set(LocalDate.of(2027, 1, 20).atTime(8, 0));
		this.jdbc.sql("update zone_priority set ends_on = date '2027-01-22' where siren = ?").param(siren()).update();
		get("/ars/couverture?departement=32", People.agent()).isSound()
			.says("Zone prioritaire jusqu’au 21 janvier 2027");
		this.jdbc.sql("update zone_priority set ends_on = date '2027-01-19' where siren = ?").param(siren()).update();
		this.jdbc.sql("update intercommunalite set priority = false where siren = ?").param(siren()).update();
		get("/ars/couverture?departement=32", People.agent()).isSound()
			.says("Zone plus prioritaire depuis le 19 janvier 2027", "Pas une zone prioritaire");
		get(cell(Scenario.MARCIAC, "2027-01"), People.agent()).isSound()
			.says("Zone plus prioritaire depuis le 19 janvier 2027");
		get(cell(Scenario.MARCIAC, "2027-S05"), People.agent()).isSound().says("Pas une zone prioritaire");
		assertThat(this.mvc.get().uri(cell(Scenario.MARCIAC, "2027-S05")).with(People.agentOf("30")))
			.hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void the_file_has_a_line_for_each_zone_and_week_and_the_board_s_figures() {
		var site = this.scenario.openSite("Maison de Marciac", Scenario.MARCIAC);
		this.scenario.taken(this.scenario.volunteer("Anne", "Abadie"), site, HalfDay.morningOf(Scenario.TUESDAY));
		var lines = new String(this.mvc.get()
			.uri("/ars/couverture.csv?duree=1")
			.with(People.agentOf("R76"))
			.exchange()
			.getResponse()
			.getContentAsByteArray(), StandardCharsets.UTF_8).split("\r\n");
		assertThat(lines).hasSize(1 + 28 * 4);
		assertThat(Arrays.stream(lines).filter((line) -> line.startsWith("\"" + siren() + "\"")))
			.anyMatch((line) -> line.contains("\"2027-S02\";\"2027-01-11\";\"1\";\"1\";\"0\";\"0\";\"10\";\"0\""));
	}

	@Test
	void the_map_tells_classes_by_letter_and_says_all_in_a_table() {
		var site = this.scenario.openSite("Maison de Marciac", Scenario.MARCIAC);
		this.scenario.taken(this.scenario.volunteer("Anne", "Abadie"), site, HalfDay.morningOf(Scenario.TUESDAY));
		for (var measure : Measure.values()) {
			get("/ars/couverture/carte?mesure=" + measure.name().toLowerCase(), People.agent()).isSound()
				.has("svg a[href='/ars/zones/%s'] .map__letter".formatted(siren()))
				.has("table a[href='/ars/zones/%s']".formatted(siren()));
		}
		get("/ars/couverture/carte?mesure=jours", People.agent()).says("A : plus de 0,3 (une zone)",
				"D : 0 (27 zones)");
		get("/ars/couverture/carte?mesure=delai", People.agent()).says("B : plus de 7, jusqu’à 14 (une zone)",
				"– : rien à mesurer (27 zones)");
	}

	@Test
	void many_zones_and_half_days_take_as_many_queries_as_one() {
		int few = queries();
		new CoverageFixture(this.scenario, this.jdbc, this.transaction).byChance(7);
		assertThat(queries()).isEqualTo(few);
	}

	private int queries() {
		return QueryCount.of(() -> {
			get("/ars/couverture?duree=12", People.agent()).isSound();
			get("/ars/couverture/carte", People.agent()).isSound();
			get(cell(Scenario.MARCIAC, "2027-01"), People.agent()).isSound();
			get("/ars", People.agent()).isSound();
			get("/ars/zones-sans-medecin", People.agent()).isSound();
		});
	}

	private String cell(String insee, String code) {
		return "/ars/couverture/" + siren(insee) + "/" + code;
	}

	private String siren() {
		return siren(Scenario.MARCIAC);
	}

	private String siren(String insee) {
		return this.jdbc.sql("select zone from commune where insee = ?").param(insee).query(String.class).single();
	}

	private PageAssertions get(String path, RequestPostProcessor who) {
		return page(this.mvc.get().uri(path).with(who).exchange());
	}

}
