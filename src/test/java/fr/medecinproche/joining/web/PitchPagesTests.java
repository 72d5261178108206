package fr.medecinproche.joining.web;

import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.Period;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Genuine;
import fr.medecinproche.testing.QueryCount;
import fr.medecinproche.testing.Scenario;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static fr.medecinproche.testing.PageAssertions.page;
import static fr.medecinproche.testing.Scenario.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

@ApplicationTest
class PitchPagesTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Scenario scenario;

	@Autowired
	CleanDatabase database;

	@BeforeEach
	void nothing() {
		this.database.clean();
	}

	private MvcTestResult look(String query) {
		return this.mvc.get().uri(Applicant.HOME + query).exchange();
	}

	@Test
	void says_honestly_what_is_asked_and_how_it_is_paid() {
		page(look("")).isSound()
			.says("28 zones", "323 497 habitants", "Deux jours par mois au plus", "Aucun minimum n’est annoncé",
					"100 € par demi-journée, soit 200 € par jour", "CPAM", "secteur 1, sans dépassement",
					"En général, le conseil départemental de l’Ordre", "Quel logiciel", "Qui suit les résultats",
					"Qui garde mon cabinet", "Et si je ne connais pas le lieu")
			.has("a[href='/medecin/devenir-volontaire/inscription']")
			.has("a[href='/medecin/devenir-volontaire/reprise']");
		page(look("?lang=en")).isSound().says("Two days a month at most", "€100 per half-day");
	}

	@Test
	void whoever_comes_from_a_call_reads_its_zone_which_is_kept_with_the_days_for_their_wishes() {
		var asked = look("?zone=243200508&jours=TUESDAY&jours=SUNDAY&jours=x");
		page(asked).isSound().says("Vous pourriez venir ici", "Bastides et vallons du Gers", "28 zones");
		assertThat(asked.getResponse().getCookie("souhaits")).isNotNull()
			.satisfies((cookie) -> assertThat(cookie.getValue()).isEqualTo("243200508.TUESDAY"))
			.satisfies((cookie) -> assertThat(cookie.getMaxAge()).as("until the browser is closed").isNegative());
		for (var wrong : new String[] { "?zone=123456789", "?zone=", "?zone=%27%0a" }) {
			var page = look(wrong);
			page(page).isSound().doesNotSay("Vous pourriez venir ici");
			assertThat(page.getResponse().getCookie("souhaits")).as(wrong).isNull();
		}
		var applicant = new Applicant(this.mvc);
		applicant.answer("");
		applicant.answer("/exercice");
		page(applicant.look(Applicant.FORM + "/souhaits", asked.getResponse().getCookie("souhaits"))).isSound()
			.has("input[name=zones][value='243200508'][checked]")
			.has("input[name=weekdays][value=TUESDAY][checked]")
			.hasNo("input[name=weekdays][value=MONDAY][checked]");
		page(applicant.look(Applicant.FORM + "/souhaits", new Cookie("souhaits", "%00.x"))).isSound()
			.hasNo("input[name=zones][checked]");
		applicant.answer("/souhaits", "zones", "200066926");
		page(applicant.look(Applicant.FORM + "/souhaits", asked.getResponse().getCookie("souhaits"))).isSound()
			.hasNo("input[value='243200508'][checked]");
	}

	@Test
	void where_nothing_is_open_it_says_so() {
		page(look("")).isSound().says("aucun lieu n’est ouvert", "aucune demi-journée n’est à prendre");
		page(look("?commune=Toulouse")).isSound().says("Aucun lieu n’est ouvert pour l’instant");
	}

	@Test
	void counts_what_is_there_today_and_shows_what_is_near() {
		var marciac = this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC, 2);
		var riscle = this.scenario.openSite("Cabinet de Riscle", "32344");
		this.scenario.halfDay(marciac, HalfDay.morningOf(TUESDAY), 1);
		this.scenario.halfDay(marciac, HalfDay.morningOf(TUESDAY), 2);
		this.scenario.halfDay(marciac, new HalfDay(TUESDAY, Period.AFTERNOON), 1);
		this.scenario.taken(this.scenario.volunteer("Aline", "Roux"), riscle, HalfDay.morningOf(TUESDAY));
		page(look("")).says("2 lieux sont ouverts et 3 demi-journées sont à prendre",
				"un secrétariat vous reçoit : 2 sur 2");
		var near = look("?communeCode=" + Scenario.PLAISANCE);
		page(near).isSound()
			.says("Depuis Plaisance, les lieux les plus proches", "Maison de santé de Marciac",
					"environ 20 min en voiture", "Secrétariat", "12 janvier 2027, le matin",
					"12 janvier 2027, l’après-midi", "Aucune demi-journée à prendre pour l’instant.")
			.has("input[name=commune][value^=Plaisance]");
		Genuine.assertNoSession(near);
		page(look("?lang=en&communeCode=" + Scenario.PLAISANCE)).isSound().says("about 20 min by car");
	}

	@Test
	void a_name_that_several_communes_bear_is_chosen_from_a_list() {
		page(look("?commune=plaisance")).isSound()
			.says("De quelle commune s’agit-il ?")
			.has("input[type=radio][value='%s']".formatted(Scenario.PLAISANCE));
	}

	@ParameterizedTest
	@ValueSource(strings = { "?commune=", "?commune=Marciak", "?commune=75001", "?commune=%3Cscript%3E",
			"?communeCode=99999", "?commune=a&commune=b", "?commune=%00" })
	void what_is_no_commune_is_told_and_breaks_nothing(String query) {
		page(look(query)).isSound().has("input[name=commune][aria-invalid=true]").hasNo("script:not([src])");
	}

	@Test
	void needs_no_more_queries_when_there_are_more_sites() {
		sites(2);
		look("?communeCode=" + Scenario.PLAISANCE);
		int few = QueryCount.of(() -> look("?communeCode=" + Scenario.PLAISANCE));
		sites(5);
		assertThat(QueryCount.of(() -> look("?communeCode=" + Scenario.PLAISANCE))).isEqualTo(few).isLessThan(12);
	}

	private void sites(int number) {
		for (int i = 0; i < number; i++) {
			var site = this.scenario.openSite("Lieu " + number + i, Scenario.MARCIAC);
			this.scenario.halfDay(site, HalfDay.morningOf(TUESDAY.plusDays(i)));
			this.scenario.halfDay(site, HalfDay.morningOf(TUESDAY.plusDays(7 + i)));
		}
	}

}
