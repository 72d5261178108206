package fr.medecinproche.territory.web;

import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.People;
import fr.medecinproche.testing.QueryCount;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static fr.medecinproche.testing.PageAssertions.page;
import static org.assertj.core.api.Assertions.assertThat;

@ApplicationTest
class ZonePagesTests {

	private static final String BASTIDES_ET_VALLONS = "243200508";

	private static final String LIMOUXIN = "200071926";

	/** Fourteen communes in the Tarn, six in the Hérault. */
	private static final String HAUT_LANGUEDOC = "200066553";

	/** One commune of it lies in Ardèche, outside the region. */
	private static final String CEZE_CEVENNES = "200035129";

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
	void the_list_shows_every_zone_their_sums_and_the_map() {
		page(get("/ars/zones", People.agent())).isSound()
			.says("28 zones, 323 497 habitants", "Bastides et vallons du Gers Gers (32)", "820", "323 497")
			.has("tbody tr:nth-child(28)")
			.hasNo("tbody tr:nth-child(29)")
			.has("svg a:nth-of-type(28)[href=/ars/zones/200040418][aria-label]");
		page(get("/ars/zones?lang=en", People.admin())).isSound().says("Priority zones");
	}

	@ParameterizedTest
	@ValueSource(strings = { "bastides", "VALLONS du gers", "marciac", "Plaisance", "cc bastides" })
	void a_zone_is_found_by_its_name_or_by_one_of_its_communes(String name) {
		page(get("/ars/zones?q=" + name, People.agent())).says("Bastides et vallons du Gers")
			.hasNo("tbody a[href=/ars/zones/" + LIMOUXIN + "]");
	}

	@Test
	void a_department_keeps_the_zones_that_touch_it() {
		page(get("/ars/zones?departement=34", People.agent())).says("3 zones", "Haut Languedoc")
			.hasNo("tbody a[href=/ars/zones/" + LIMOUXIN + "]");
		page(get("/ars/zones?departement=32&q=limoux", People.agent())).isSound()
			.says("Aucune zone ne correspond")
			.hasNo("main table");
	}

	@ParameterizedTest
	@ValueSource(strings = { "?q=%25", "?q=%00", "?q='", "?departement=99", "?departement=%00", "?page=-1",
			"?page=2147483647", "?tri=x;drop", "?q=&departement=&tri=" })
	void a_senseless_question_is_no_error(String query) {
		assertThat(get("/ars/zones" + query, People.agent())).hasStatusOk();
	}

	@Test
	void the_list_is_in_the_order_that_was_asked() {
		page(get("/ars/zones?tri=population", People.agent())).has("tbody tr:first-child a[href=/ars/zones/200072643]");
		page(get("/ars/zones", People.agent())).has("tbody tr:first-child a[href=/ars/zones/200044469]");
	}

	@Test
	void the_page_of_a_zone_shows_its_figures_communes_and_map() {
		page(get("/ars/zones/" + BASTIDES_ET_VALLONS, People.agent())).isSound()
			.says("Bastides et vallons du Gers", "7 233", "6 994 habitants", "Communes (30)",
					"Plaisance (Gers) – 32160, 1 430 habitants", "Aucun lieu de consultation")
			.has("svg[role=img] circle:nth-of-type(30)")
			.has("a[href=/ars/departements/32]");
		page(get("/ars/zones/" + BASTIDES_ET_VALLONS + "?lang=en", People.agent())).isSound();
	}

	@Test
	void a_department_outside_the_region_is_named_without_a_link() {
		page(get("/ars/zones/" + CEZE_CEVENNES, People.agent())).says("Ardèche (07), Gard (30)")
			.has("a[href=/ars/departements/30]")
			.hasNo("a[href=/ars/departements/07]");
	}

	@Test
	void the_page_of_a_zone_shows_its_sites_and_their_half_days_to_come() {
		openSite("Maison de santé de Marciac", 3);
		page(get("/ars/zones/" + BASTIDES_ET_VALLONS, People.agent())).isSound()
			.says("Maison de santé de Marciac Marciac", "Prises : 0 sur 3", "Aucune")
			.has("a[href^=/ars/lieux/]");
		page(get("/ars/zones?q=marciac", People.agent())).says("1 Prises : 0 sur 3");
	}

	@Test
	void an_agent_of_a_department_sees_the_zones_that_touch_it_and_no_other() {
		var herault = People.agentOf("34");
		page(get("/ars/zones", herault)).isSound()
			.says("Haut Languedoc", "3 zones")
			.doesNotSay("Limouxin")
			.hasNo("#departement")
			.has("svg a:nth-of-type(3)")
			.hasNo("svg a:nth-of-type(4)");
		page(get("/ars/zones?departement=11", herault)).doesNotSay("Limouxin");
		page(get("/ars/zones/" + HAUT_LANGUEDOC, herault)).isSound().hasNo("a[href$=/retrait]");
		assertThat(get("/ars/zones/" + HAUT_LANGUEDOC + "/retrait", herault)).hasStatus(HttpStatus.NOT_FOUND);
		page(get("/ars/zones/" + HAUT_LANGUEDOC, People.agentOf("81"))).has("a[href$=/retrait]");
		assertThat(get("/ars/zones/" + LIMOUXIN, herault)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(get("/ars/zones/" + LIMOUXIN, People.agentOf("11"))).hasStatusOk();
	}

	@ParameterizedTest
	@ValueSource(strings = { "000000000", "x", "24320050", "2432005080", "243200508'" })
	void what_is_no_zone_is_not_found(String siren) {
		assertThat(get("/ars/zones/" + siren, People.agent())).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void the_portrait_of_a_department_says_what_was_printed_and_what_was_not() {
		page(get("/ars/departements/82", People.agent())).isSound()
			.says("Tarn-et-Garonne (82)", "263 377", "0,5 %", "Taux de pauvreté non publié", "À savoir",
					"Pays de Serres en Quercy");
		page(get("/ars/departements/82?lang=en", People.agentOf("82"))).isSound().says("263,377", "0.5%");
	}

	@Test
	void a_department_out_of_sight_is_not_found() {
		assertThat(get("/ars/departements/82", People.agentOf("32"))).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(get("/ars/departements/64", People.agent())).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(get("/ars/departements/99", People.agent())).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void only_the_agency_comes_here() {
		assertThat(get("/ars/zones", People.regulator())).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.mvc.get().uri("/ars/zones").exchange()).hasStatus3xxRedirection();
	}

	@Test
	void the_number_of_queries_does_not_grow_with_the_rows() {
		int few = QueryCount.of(() -> get("/ars/zones?departement=32", People.agent()));
		int many = QueryCount.of(() -> get("/ars/zones", People.agent()));
		assertThat(many).isPositive().isEqualTo(few);
		int small = QueryCount.of(() -> get("/ars/zones/" + BASTIDES_ET_VALLONS, People.agent()));
		openSite("Maison de santé de Marciac", 3);
		openSite("Cabinet de Marciac", 3);
		assertThat(QueryCount.of(() -> get("/ars/zones/" + BASTIDES_ET_VALLONS, People.agent()))).isEqualTo(small);
		assertThat(QueryCount.of(() -> get("/ars/zones/200072643", People.agent()))).isEqualTo(small);
	}

	private MvcTestResult get(String uri, RequestPostProcessor who) {
		return this.mvc.get()
			.uri(java.net.URI.create(uri.replace(" ", "%20").replace("'", "%27").replace(";", "%3B")))
			.with(who)
			.exchange();
	}

	private void openSite(String nom, int halfDays) {
		long site = this.jdbc
			.sql("""
					insert into consultation_site (slug, nom, kind, status, zone, commune, address, postal_code, latitude,
					  longitude, rooms, phone, step_free, secretary, lodging, created_at)
					values (replace(:nom, ' ', '-'), :nom, 'MAISON_DE_SANTE', 'OPEN', :zone, '32233', '1 place', '32230', 43.52,
					  0.16, 1, '+33500000000', true, true, false, now()) returning id""")
			.param("nom", nom)
			.param("zone", BASTIDES_ET_VALLONS)
			.query(Long.class)
			.single();
		this.jdbc.sql("""
				insert into half_day_slot (site_id, day, period, room, starts_at, ends_at, status, opened_at)
				select :site, date '2027-01-04' + d, 'MORNING', 1, '09:00', '12:30', 'OPEN', now()
				from generate_series(-1, :last) d""").param("site", site).param("last", halfDays - 1).update();
	}

}
