package fr.medecinproche.appointment.web;

import fr.medecinproche.territory.CommuneSearch;
import fr.medecinproche.territory.GeoPoint;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Genuine;
import fr.medecinproche.testing.QueryCount;
import fr.medecinproche.web.Flash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

@ApplicationTest
@ExtendWith(OutputCaptureExtension.class)
class PositionTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	CommuneSearch search;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	CleanDatabase database;

	@BeforeEach
	void clean() {
		this.database.clean();
	}

	private MvcTestResult offer(String latitude, String longitude) {
		return this.mvc.post()
			.uri("/recherche/position")
			.param("latitude", latitude)
			.param("longitude", longitude)
			.exchange();
	}

	@ParameterizedTest
	@CsvSource({ "43.52, 0.16, 32233", "43.60, 1.44, 31555", "42.46, 2.63, 66009" })
	void a_position_becomes_the_commune_it_is_in_or_nearly(String latitude, String longitude, String insee) {
		var found = this.search.nearest(new GeoPoint(Double.parseDouble(latitude), Double.parseDouble(longitude)));
		assertThat(found).isPresent();
		var expected = this.jdbc.sql("select nom from commune where insee = ?")
			.param(insee)
			.query(String.class)
			.single();
		var distance = found.get()
			.getPosition()
			.distanceTo(new GeoPoint(Double.parseDouble(latitude), Double.parseDouble(longitude)));
		assertThat(distance).as("%s for %s", found.get(), expected).isLessThan(6);
		assertThat(offer(latitude, longitude)).hasRedirectedUrl("/recherche?communeCode=" + found.get().getInsee());
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-",
			value = { "48.85, 2.35, appointment.position.outside", "0, 0, appointment.position.outside",
					"90, 180, appointment.position.outside", "NaN, 0.16, appointment.position.unreadable",
					"43.52, , appointment.position.unreadable", "91, 0, appointment.position.unreadable",
					"43.52, -181, appointment.position.unreadable", "Infinity, 1, appointment.position.unreadable",
					"'<script>', 0.16, appointment.position.unreadable", "1e400, 0, appointment.position.unreadable" })
	void elsewhere_or_nonsense_gets_a_sentence_and_the_field(String latitude, String longitude, String sentence) {
		var answer = offer(latitude, (longitude != null) ? longitude : "");
		assertThat(answer).hasRedirectedUrl("/recherche");
		assertThat(((Flash) answer.getMvcResult().getFlashMap().get(Flash.ATTRIBUTE)).key()).isEqualTo(sentence);
		assertThat(this.mvc.post().uri("/recherche/position")).hasRedirectedUrl("/recherche");
	}

	@Test
	void no_address_log_cookie_session_or_row_keeps_the_position(CapturedOutput output) {
		for (var latitude : new String[] { "43.5271828", "ici43.5271828" }) {
			var answer = offer(latitude, "0.1631415");
			assertThat(answer.getResponse().getRedirectedUrl()).startsWith("/recherche").doesNotContain("43", "16");
			Genuine.assertNoSession(answer);
			assertThat(answer.getResponse().getHeaders("Set-Cookie").toString()).doesNotContain("43.5", "0.16");
		}
		assertThat(output.getAll()).doesNotContain("43.52", "43.53", "0.1631");
		var tables = this.jdbc.sql("""
				select tablename from pg_tables where schemaname = 'public'
				and tablename not in ('commune', 'intercommunalite')""").query(String.class).list();
		assertThat(tables).hasSizeGreaterThan(10);
		for (var table : tables) {
			assertThat(this.jdbc.sql("select count(*) from " + table + " row where row::text ~ '[(,]43[.]5[23]'")
				.query(Long.class)
				.single()).as(table).isZero();
		}
	}

	@Test
	void the_nearest_commune_is_found_by_an_index_and_in_two_questions() {
		assertThat(QueryCount.of(() -> this.search.nearest(new GeoPoint(43.52, 0.16)))).isEqualTo(2);
		var plan = this.jdbc.sql("""
				explain select insee from commune
				where latitude between 43.41 and 43.63 and longitude between 0.01 and 0.31
				order by (latitude - 43.52) ^ 2 + ((longitude - 0.16) * cosd(43.52)) ^ 2, insee limit 1""")
			.query(String.class)
			.list();
		assertThat(String.join("\n", plan)).contains("commune_place");
	}

}
