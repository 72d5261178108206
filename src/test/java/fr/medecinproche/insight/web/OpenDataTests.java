package fr.medecinproche.insight.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;

import fr.medecinproche.insight.PastFixture;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static fr.medecinproche.testing.PageAssertions.page;
import static org.assertj.core.api.Assertions.assertThat;

@ApplicationTest
class OpenDataTests {

	private static final List<String> FILES = List.of("zones.csv", "lieux.csv", "couverture.csv", "zones.geojson");

	@Autowired
	CleanDatabase database;

	@Autowired
	Scenario scenario;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TestClock.SettableClock clock;

	@Autowired
	MockMvcTester mvc;

	PastFixture past;

	ConsultationSite marciac;

	@BeforeEach
	void aPlace() {
		this.database.clean();
		this.past = new PastFixture(this.jdbc);
		this.marciac = this.scenario.openSite("Maison de Marciac", Scenario.MARCIAC, 9);
	}

	private MvcTestResult get(String file) {
		return this.mvc.get().uri("/open-data/" + file).exchange();
	}

	private String text(String file) {
		var result = get(file);
		assertThat(result).as(file).hasStatusOk();
		return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	@Test
	void the_page_tells_about_every_file_and_column() {
		var shown = page(this.mvc.get().uri("/open-data").exchange()).isSound();
		FILES.forEach((file) -> shown.has("a[href='/open-data/" + file + "']"));
		for (var file : OpenDataFile.values()) {
			file.columns()
				.forEach((column) -> shown.has("#" + file.name().toLowerCase() + " code:matchesOwn(^" + column + "$)"));
		}
		shown.says("de 1 à 4", "selon la Licence Ouverte 2.0 (Etalab)", "36 mois")
			.has("a[rel=license][href^=https://www.etalab.gouv.fr/]");
		page(this.mvc.get().uri("/open-data?lang=en").exchange()).isSound().says("from 1 to 4");
		page(this.mvc.get().uri("/plan-du-site").exchange()).has("main a[href='/open-data']");
	}

	@Test
	void the_columns_are_those_the_page_tells_about() {
		for (var file : List.of(OpenDataFile.ZONES, OpenDataFile.LIEUX, OpenDataFile.COUVERTURE)) {
			assertThat(text(file.fileName()).lines().findFirst()).contains(String.join(",", file.columns()));
		}
		assertThat(text("zones.csv").lines()).hasSize(29)
			.anyMatch((line) -> line.startsWith("243200508,") && line.endsWith(",1"));
		assertThat(text("lieux.csv").lines().toList()).hasSize(2)
			.last()
			.asString()
			.contains("Maison de Marciac,MAISON_DE_SANTE,243200508,32233,Marciac,32230,1 place de la Mairie,43.");
	}

	@Test
	void nobody_is_in_it() {
		this.clock.set(LocalDateTime.of(2027, 1, 4, 8, 0));
		var host = this.scenario.hostOf(this.marciac);
		var doctor = this.scenario.volunteer("Aline", "Roux");
		var slot = this.scenario.taken(doctor, this.marciac, HalfDay.morningOf(Scenario.TUESDAY));
		this.scenario.appointment(slot, LocalTime.of(9, 0), Scenario.patient("Zéphirine", "Quatrepoint"));
		this.clock.set(LocalDateTime.of(2027, 3, 4, 8, 0));
		var personal = this.jdbc
			.sql("""
					select unnest(array[given_name, family_name, phone, email, code]) from appointment
					union select unnest(array[given_name, family_name, rpps, mobile]) from volunteer
					union select unnest(array[email, display_name]) from account union select phone from consultation_site""")
			.query(String.class)
			.list();
		assertThat(personal).contains("Quatrepoint", "Roux", "+33639980002", host.email().value());
		for (var file : FILES) {
			assertThat(text(file)).doesNotContain(personal)
				.doesNotContain("@")
				.doesNotContainPattern("\\+33|\\b0[1-9](?:[ .]?\\d\\d){4}\\b");
		}
	}

	@Test
	void coverage_is_of_months_that_are_over_and_few_patients_are_hidden() {
		this.clock.set(LocalDateTime.of(2027, 2, 28, 23, 59));
		var doctor = this.scenario.volunteer("Anne", "Abadie");
		this.past.open(this.marciac, Scenario.TUESDAY);
		long slot = this.past.taken(this.marciac, Scenario.TUESDAY, doctor);
		this.past.visits(slot, 0, 6, "HONOURED", "YES");
		this.past.visits(slot, 6, 3, "ABSENT", "YES");
		this.past.closed(this.marciac, Scenario.TUESDAY.plusMonths(1));
		this.past.open(this.marciac, Scenario.TUESDAY.plusMonths(1));
		assertThat(text("couverture.csv").lines().skip(1)).containsExactly("2027-01,243200508,2,1,0,10,9,s,s,0");
		this.clock.set(LocalDateTime.of(2027, 3, 1, 0, 0));
		assertThat(text("couverture.csv").lines().skip(2)).containsExactly("2027-02,243200508,1,0,0,0,0,0,0,0");
	}

	@Test
	void a_name_that_would_run_in_a_spreadsheet_is_shown() {
		this.jdbc.sql("update consultation_site set nom = '=HYPERLINK(\"a\"),b'").update();
		assertThat(text("lieux.csv")).contains("\"'=HYPERLINK(\"\"a\"\"),b\"");
	}

	@Test
	void only_open_places_are_told_of() {
		this.jdbc.sql("update consultation_site set status = 'SUSPENDED'").update();
		assertThat(text("lieux.csv").lines()).hasSize(1);
	}

	@Test
	void the_outlines_are_geojson_of_every_zone() {
		var collection = JsonMapper.builder().build().readTree(text("zones.geojson"));
		assertThat(collection.path("type").asString()).isEqualTo("FeatureCollection");
		assertThat(collection.path("licenseTitle").asString()).isEqualTo("Licence Ouverte 2.0 (Etalab)");
		assertThat(collection.path("features").size()).isEqualTo(28);
		for (var feature : collection.path("features")) {
			assertThat(feature.path("geometry").path("type").asString()).endsWith("Polygon");
			assertThat(feature.path("properties").path("population").asInt()).isPositive();
			assertThat(feature.path("id")).isEqualTo(feature.path("properties").path("siren"));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "zones.csv", "lieux.csv", "couverture.csv", "zones.geojson" })
	void whoever_has_the_present_edition_is_told_so_and_gets_no_cookie(String file) {
		var first = this.mvc.get()
			.uri("/open-data/" + file)
			.header(HttpHeaders.ORIGIN, "https://ailleurs.example")
			.exchange();
		var headers = first.getResponse();
		assertThat(headers.getHeader(HttpHeaders.CACHE_CONTROL)).isEqualTo("max-age=3600, public");
		assertThat(headers.getHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN)).isEqualTo("*");
		assertThat(headers.getHeader(HttpHeaders.LINK)).endsWith(">; rel=\"license\"");
		assertThat(headers.getCookies()).isEmpty();
		assertThat(headers.getHeaders(HttpHeaders.SET_COOKIE)).isEmpty();
		assertThat(first.getRequest().getSession(false)).isNull();
		var mark = headers.getHeader(HttpHeaders.ETAG);
		assertThat(this.mvc.get().uri("/open-data/" + file).header(HttpHeaders.IF_NONE_MATCH, mark).exchange())
			.hasStatus(HttpStatus.NOT_MODIFIED);
		assertThat(this.mvc.post().uri("/open-data/" + file).exchange()).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(get(file.replace('.', 'x') + ".csv")).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void a_change_gives_another_mark() {
		var before = get("zones.csv").getResponse().getHeader(HttpHeaders.ETAG);
		this.scenario.openSite("Maison de Plaisance", Scenario.PLAISANCE);
		assertThat(get("zones.csv").getResponse().getHeader(HttpHeaders.ETAG)).isNotEqualTo(before);
	}

}
