package fr.medecinproche.appointment.web;

import java.time.LocalDate;
import java.util.stream.Stream;

import fr.medecinproche.account.Role;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Genuine;
import fr.medecinproche.testing.People;
import fr.medecinproche.testing.QueryCount;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import fr.medecinproche.volunteer.Volunteer;
import fr.medecinproche.web.ServiceSettings;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static fr.medecinproche.testing.PageAssertions.page;
import static fr.medecinproche.testing.PdfAssertions.pdf;
import static fr.medecinproche.testing.Scenario.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

@ApplicationTest
class PosterTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Scenario scenario;

	@Autowired
	ServiceSettings settings;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TestClock.SettableClock clock;

	@Autowired
	CleanDatabase database;

	private ConsultationSite marciac;

	private Volunteer doctor;

	@BeforeEach
	void aSite() {
		this.database.clean();
		this.marciac = this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC);
		this.doctor = this.scenario.volunteer("Aline", "Roux");
	}

	private MvcTestResult poster(String query) {
		return this.mvc.get().uri("/lieux/" + this.marciac.getSlug() + "/affiche.pdf" + query).exchange();
	}

	private void comes(HalfDay halfDay) {
		this.scenario.taken(this.doctor, this.marciac, halfDay);
	}

	/** A doctor who comes on every weekday, in so many rooms as it takes. */
	private void comesOften(int days) {
		Stream.iterate(TUESDAY, (day) -> day.plusDays(1)).limit(days).forEach((day) -> {
			var someone = this.scenario.volunteer("Aline" + day.getDayOfMonth(), "Martin");
			this.scenario.taken(someone, this.marciac, HalfDay.morningOf(day));
			this.scenario.taken(someone, this.marciac, HalfDay.afternoonOf(day));
		});
	}

	@Test
	void a_poster_says_when_a_doctor_comes_and_how_to_book() {
		comes(HalfDay.morningOf(TUESDAY));
		comes(HalfDay.morningOf(TUESDAY.plusDays(2)));
		comes(HalfDay.afternoonOf(TUESDAY.plusDays(2)));
		var result = poster("");
		assertThat(result).hasStatusOk().hasContentType("application/pdf");
		assertThat(result).headers().hasValue("Cache-Control", "max-age=600, public");
		Genuine.assertNoSession(result);
		pdf(result).keptAs("affiche")
			.isAccessible("fr")
			.hasNoLettersOverOthers()
			.hasPages(1, PDRectangle.A4)
			.says("Voir un médecin", "Maison de santé de Marciac", "1 place de la Mairie, 32230 Marciac")
			.says("mardi 12 janvier matin", "jeudi 14 janvier matin et après-midi", "imprimée le 4 janvier 2027")
			.says("01 99 00 12 34", "sans dépassement", "urgence, appelez le 15")
			.doesNotSay("Roux", "suivent", "??")
			.leadsPhonesTo(this.settings.address() + "/lieux/" + this.marciac.getSlug());
	}

	@Test
	void many_dates_stay_on_one_page() {
		comesOften(Poster.DAYS + 1);
		pdf(poster("")).keptAs("affiche-pleine")
			.hasNoLettersOverOthers()
			.hasPages(1, PDRectangle.A4)
			.says("mardi 12 janvier", "dimanche 17 janvier", "D’autres dates suivent")
			.doesNotSay("lundi 18 janvier");
	}

	@Test
	void without_a_date_the_phone_is_still_there() {
		comes(HalfDay.morningOf(LocalDate.of(2027, 3, 9)));
		pdf(poster("?format=a3")).keptAs("affiche-vide")
			.isAccessible("fr")
			.hasNoLettersOverOthers()
			.hasPages(1, PDRectangle.A3)
			.says("Pas encore de date", "01 99 00 12 34")
			.doesNotSay("9 mars")
			.leadsPhonesTo(this.settings.address() + "/lieux/" + this.marciac.getSlug());
	}

	@Test
	void today_s_half_days_are_on_it_until_they_begin() {
		comes(HalfDay.morningOf(LocalDate.of(2027, 1, 4)));
		pdf(poster("")).says("lundi 4 janvier matin");
	}

	@ParameterizedTest
	@ValueSource(strings = { "?format=A4", "?format=A3" })
	void long_days_and_a_name_of_two_lines_fit_on_the_page(String query) {
		this.clock.set(LocalDate.of(2027, 9, 13).atTime(8, 0));
		Stream.iterate(LocalDate.of(2027, 9, 22), (day) -> day.plusDays(1)).limit(Poster.DAYS + 1).forEach((day) -> {
			var someone = this.scenario.volunteer("Aline" + day.getDayOfMonth(), "Martin");
			this.scenario.taken(someone, this.marciac, HalfDay.morningOf(day));
			this.scenario.taken(someone, this.marciac, HalfDay.afternoonOf(day));
		});
		this.jdbc.sql("update consultation_site set nom = :nom, address = :address where id = :id")
			.param("nom", "Centre territorial de santé de Fleurance (démonstration)")
			.param("address", "125 boulevard du Maréchal-de-Lattre-de-Tassigny")
			.param("id", this.marciac.getId())
			.update();
		pdf(poster(query)).keptAs("affiche-septembre" + query.substring(8))
			.hasNoLettersOverOthers()
			.hasPages(1, query.endsWith("A3") ? PDRectangle.A3 : PDRectangle.A4)
			.says("mercredi 22 septembre matin et après-midi", "D’autres dates suivent", "01 99 00 12 34");
	}

	@ParameterizedTest
	@ValueSource(strings = { "?format=A4", "?format=A3" })
	void the_longest_names_fit_on_the_page(String query) {
		comesOften(Poster.DAYS + 1);
		this.jdbc.sql("update consultation_site set nom = :nom, address = :address where id = :id")
			.param("nom", "Maison de santé pluridisciplinaire ".repeat(4).substring(0, 120))
			.param("address", "Résidence des Quatre-Chemins-de-la-Fontaine, ".repeat(4).substring(0, 160))
			.param("id", this.marciac.getId())
			.update();
		pdf(poster(query)).keptAs("affiche-longue" + query.substring(8))
			.hasNoLettersOverOthers()
			.hasPages(1, query.endsWith("A3") ? PDRectangle.A3 : PDRectangle.A4)
			.says("01 99 00 12 34", "urgence");
	}

	@ParameterizedTest
	@ValueSource(strings = { "?format=", "?format=A5", "?format=%00", "?format=lettre" })
	void a_size_nobody_prints_is_A4(String query) {
		pdf(poster(query)).hasPages(1, PDRectangle.A4);
	}

	@Test
	void a_paused_site_says_so_and_a_closed_one_has_no_poster() {
		this.jdbc.sql("update consultation_site set status = 'SUSPENDED'").update();
		pdf(poster("")).says("Les consultations sont suspendues");
		this.jdbc.sql("update consultation_site set status = 'CLOSED'").update();
		assertThat(poster("")).hasStatus(HttpStatus.GONE);
		var preparing = this.scenario.preparingSite("Maison à venir", Scenario.PLAISANCE);
		assertThat(this.mvc.get().uri("/lieux/" + preparing.getSlug() + "/affiche.pdf").exchange())
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.mvc.get().uri("/lieux/nulle-part/affiche.pdf").exchange()).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void a_poster_is_in_French_for_whoever_prints_it() {
		pdf(poster("?lang=en")).isAccessible("fr").says("Voir un médecin", "Prochaines dates");
	}

	@Test
	void more_dates_cost_no_more_queries() {
		comes(HalfDay.morningOf(TUESDAY.minusDays(1)));
		var one = QueryCount.of(() -> poster(""));
		comesOften(5);
		assertThat(QueryCount.of(() -> poster(""))).isEqualTo(one);
	}

	@Test
	void hosts_and_agents_find_it() {
		var host = this.scenario.hostOf(this.marciac);
		var link = "a[href='/lieux/" + this.marciac.getSlug() + "/affiche.pdf?format=A3']";
		page(this.mvc.get().uri("/lieu").with(People.signedIn(host.id(), Role.HOST)).exchange()).isSound().has(link);
		page(this.mvc.get().uri("/ars/lieux/" + this.marciac.getId()).with(People.admin()).exchange()).isSound()
			.has(link);
	}

}
