package fr.medecinproche.appointment.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.HttpVisitor;
import fr.medecinproche.testing.Scenario;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static fr.medecinproche.testing.PageAssertions.page;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What people, and worse, type where a commune is asked for: over real HTTP, since the
 * server reads it before we do.
 */
@ApplicationTest
class SearchBadInputTests {

	@LocalServerPort
	int port;

	@Autowired
	Scenario scenario;

	@Autowired
	CleanDatabase database;

	@BeforeEach
	void aSite() {
		this.database.clean();
		this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Atlantis                 | Nous ne connaissons pas de commune de ce nom
			Marsiac                  | Marciac (Gers)
			Plaissance du Gers       | Plaisance (Gers)
			75001                    | Ce code postal n’est ni en Occitanie, ni à ses abords
			29 200                   | Ce code postal n’est ni en Occitanie, ni à ses abords
			97400                    | Ce code postal n’est ni en Occitanie, ni à ses abords
			3216                     | Plaisance (Gers)
			321600                   | Nous ne connaissons pas de commune
			F-32160                  | Nous ne connaissons pas de commune
			00000                    | Ce code postal n’est ni en Occitanie, ni à ses abords
			12 place de la Mairie    | Nous ne connaissons pas de commune
			06 39 98 12 34           | Nous ne connaissons pas de commune
			<img src=x onerror=y>    | Nous ne connaissons pas de commune
			${7*7} #{7*7} __${7*7}__ | Nous ne connaissons pas de commune
			32160' or '1'='1         | Nous ne connaissons pas de commune
			%_                       | Nous ne connaissons pas de commune
			🏥🚑                      | Nous ne connaissons pas de commune
			""")
	void what_is_no_commune_is_said_kindly_and_kept_in_the_field(String typed, String said) {
		var answer = open(typed);
		assertThat(answer.statusCode()).isEqualTo(200);
		page(answer.body()).isSound()
			.has(".fr-message--error")
			.says(said)
			.hasNo("article")
			.hasNo("main img")
			.doesNotSay("49");
		assertThat(org.jsoup.Jsoup.parse(answer.body()).select("input[name=commune]").val()).isEqualTo(typed);
	}

	@Test
	void a_very_long_text_is_no_commune_and_a_longer_one_no_request() {
		page(open("a".repeat(3000)).body()).isSound().says("Nous ne connaissons pas de commune");
		assertThat(open("é".repeat(20_000)).statusCode()).isBetween(400, 499);
	}

	@ParameterizedTest
	@ValueSource(strings = { "commune=%ff%fe", "commune=a%00b", "commune=32319&page=-1",
			"commune=32319&communeCode=32319%00", "commune[]=32319", "commune=32319&commune=32233" })
	void what_cannot_be_read_never_breaks_the_service(String query) {
		assertThat(new HttpVisitor(this.port).open("/recherche?" + query.replace("[]", "%5B%5D")).statusCode())
			.isLessThan(500);
	}

	private java.net.http.HttpResponse<String> open(String typed) {
		return new HttpVisitor(this.port)
			.open("/recherche?commune=" + URLEncoder.encode(typed, StandardCharsets.UTF_8));
	}

}
