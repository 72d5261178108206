package fr.medecinproche.appointment.web;

import java.util.Arrays;
import java.util.List;

import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Genuine;
import fr.medecinproche.testing.Scenario;
import jakarta.servlet.http.Cookie;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static fr.medecinproche.testing.Scenario.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whoever only reads is not known: no cookie, but the one a form needs to prove that it
 * is ours.
 */
@ApplicationTest
class AnonymousVisitTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Scenario scenario;

	@Autowired
	CleanDatabase database;

	private String site;

	@BeforeEach
	void aMorningWithADoctor() {
		this.database.clean();
		var marciac = this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC);
		this.scenario.taken(this.scenario.volunteer("Aline", "Roux"), marciac, HalfDay.morningOf(TUESDAY));
		this.site = "/lieux/" + marciac.getSlug();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/recherche?commune=32319", "/recherche?commune=Marciak", "/recherche", "{site}",
			"{site}?motif=RENEWAL&refus=TAKEN_MEANWHILE", "/rendez-vous/retrouver", "/rendez-vous/devine",
			"/rendez-vous/donnees-effacees", "/donnees-personnelles", "/accessibilite", "/mentions-legales",
			"/plan-du-site", "/medecin/devenir-volontaire", "/medecin/devenir-volontaire?communeCode=32319",
			"/medecin/devenir-volontaire/inscription", "/medecin/devenir-volontaire/reprise", "/compte/connexion",
			"/?lang=en" })
	void a_page_that_sends_nothing_leaves_nothing(String path) throws Exception {
		var result = this.mvc.get().uri(path.replace("{site}", this.site)).exchange();
		Genuine.assertNoSession(result);
		var asks = !Jsoup.parse(result.getResponse().getContentAsString()).select("input[name=_csrf]").isEmpty();
		var cookies = Arrays.stream(result.getResponse().getCookies()).map(Cookie::getName).toList();
		var chosen = path.contains("lang=") ? List.of("langue") : List.<String>of();
		if (asks) {
			assertThat(cookies).as("on %s", path).contains("XSRF-TOKEN").isSubsetOf("XSRF-TOKEN", "langue");
		}
		else {
			assertThat(cookies).as("on %s", path).isEqualTo(chosen);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "{site}", "/rendez-vous/retrouver" })
	void nothing_is_asked_of_anybody_else(String path) throws Exception {
		var page = Jsoup
			.parse(this.mvc.get().uri(path.replace("{site}", this.site)).exchange().getResponse().getContentAsString());
		assertThat(page.select("script, link[rel=stylesheet], link[rel=icon], img, iframe"))
			.allSatisfy((element) -> assertThat(element.attr("src") + element.attr("href")).startsWith("/"));
	}

}
