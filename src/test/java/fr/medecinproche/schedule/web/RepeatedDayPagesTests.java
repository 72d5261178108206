package fr.medecinproche.schedule.web;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;

import fr.medecinproche.account.Role;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.People;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.volunteer.Volunteer;
import fr.medecinproche.web.Flash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static fr.medecinproche.testing.PageAssertions.page;
import static fr.medecinproche.testing.Scenario.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@ApplicationTest
class RepeatedDayPagesTests {

	private static final String WEEKLY = "&rythme=EVERY_WEEK&jour=TUESDAY&moment=DAY&depuis=2027-01-12&jusque=2027-02";

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Scenario scenario;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	CleanDatabase database;

	private Volunteer doctor;

	private ConsultationSite marciac;

	@BeforeEach
	void fourTuesdaysAtMarciac() {
		this.database.clean();
		this.doctor = this.scenario.volunteer("Aline", "Roux");
		this.marciac = this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC);
		TUESDAY.datesUntil(TUESDAY.plusWeeks(4), Period.ofWeeks(1)).forEach((day) -> {
			this.scenario.halfDay(this.marciac, HalfDay.morningOf(day));
			this.scenario.halfDay(this.marciac, HalfDay.afternoonOf(day));
		});
	}

	private MvcTestResult see(String address) {
		return this.mvc.get()
			.uri(address)
			.with(People.signedIn(this.doctor.getAccount().id(), Role.VOLUNTEER))
			.exchange();
	}

	private MvcTestResult preview(String choices) {
		return see("/medecin/repetition/apercu?lieu=" + this.marciac.getId() + choices);
	}

	private MvcTestResult agree(List<LocalDate> dates) {
		var request = this.mvc.post()
			.uri("/medecin/repetition/engagement?lieu=" + this.marciac.getId() + WEEKLY)
			.with(People.signedIn(this.doctor.getAccount().id(), Role.VOLUNTEER))
			.with(csrf());
		dates.forEach((date) -> request.param("dates", date.toString()));
		return request.exchange();
	}

	private MvcTestResult afterwards(MvcTestResult redirect) {
		assertThat(redirect).hasStatus3xxRedirection();
		return this.mvc.get()
			.uri(redirect.getResponse().getRedirectedUrl())
			.with(People.signedIn(this.doctor.getAccount().id(), Role.VOLUNTEER))
			.cookie(redirect.getResponse().getCookie(Flash.ATTRIBUTE))
			.exchange();
	}

	private long taken() {
		return this.jdbc.sql("select count(*) from half_day_slot where volunteer_id = ?")
			.param(this.doctor.getId())
			.query(Long.class)
			.single();
	}

	@Test
	void the_form_is_filled_from_the_day_the_doctor_has_seen() {
		page(see("/medecin/repetition?lieu=" + this.marciac.getId() + "&vu=2027-01-12")).isSound()
			.says("Maison de santé de Marciac")
			.has("#rythme option[value=SECOND][selected]")
			.has("#jour option[value=TUESDAY][selected]")
			.has("#moment-DAY[checked]")
			.has("#depuis[value=2027-01-12]")
			.has("#jusque option[value=2027-06][selected]");
		page(see("/medecin/repetition?lieu=" + this.marciac.getId() + "&vu=2019-01-12")).isSound()
			.has("#depuis[value=2027-01-04]");
	}

	@Test
	void a_doctor_who_has_seen_a_morning_is_asked_about_mornings() {
		page(see("/medecin/repetition?lieu=" + this.marciac.getId() + "&vu=2027-01-12&moment=MORNING")).isSound()
			.has("#moment-MORNING[checked]");
	}

	@Test
	void the_preview_says_what_becomes_of_each_date_and_takes_nothing() {
		page(preview(WEEKLY)).isSound()
			.says("Chaque mardi, la journée, jusqu’en février 2027.", "3 dates peuvent être prises, sur 7.",
					"mardi 12 janvier à prendre", "mardi 26 janvier non : deux jours par mois au plus",
					"mardi 9 février non : l’agence ne l’a pas encore ouverte",
					"Il ne vous restera aucune demi-journée en janvier 2027.",
					"Il vous restera 2 demi-journées en février 2027.", "Prendre ces 3 dates (6 demi-journées)")
			.has("input[name=dates][value=2027-02-02]");
		assertThat(taken()).isZero();
	}

	@Test
	void what_is_agreed_is_taken_and_a_double_click_says_the_same() {
		var dates = List.of(TUESDAY, TUESDAY.plusWeeks(1), TUESDAY.plusWeeks(3));
		page(afterwards(agree(dates))).isSound().says("C’est noté. 3 dates sont à vous : Maison de santé de Marciac.");
		page(afterwards(agree(dates))).says("C’est noté. 3 dates sont à vous : Maison de santé de Marciac.");
		assertThat(taken()).isEqualTo(6);
	}

	@Test
	void what_was_lost_between_the_look_and_the_word_is_named_with_its_reason() {
		this.jdbc.sql("update half_day_slot set status = 'CLOSED' where day = ?").param(TUESDAY.plusWeeks(1)).update();
		page(afterwards(agree(List.of(TUESDAY, TUESDAY.plusWeeks(1))))).isSound()
			.says("Une date est à vous : Maison de santé de Marciac.",
					"Une date n’a plus pu être prise : mardi 19 janvier (non : l’agence l’a fermée).");
		assertThat(taken()).isEqualTo(2);
	}

	@Test
	void dates_that_were_never_offered_are_not_taken() {
		assertThat(agree(List.of(LocalDate.of(2027, 1, 13), LocalDate.of(2031, 1, 7)))).hasStatus3xxRedirection();
		assertThat(agree(List.of())).hasStatus3xxRedirection();
		assertThat(taken()).isZero();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "depuis=2026-12-01 | Ce jour est passé.", "jusque=2028-03 | La période est trop longue.",
					"jusque=2026-12 | Le dernier jour est avant le premier.", "jusque= | Faites un choix.",
					"depuis= | Donnez le premier jour.", "rythme=DAILY | n’a pas la forme attendue",
					"rythme=FIRST&jusque=2027-01 | Aucune demi-journée ne correspond", "depuis=hier | Écrivez une date",
					"moment= | Faites un choix." })
	void what_makes_no_sense_is_said_on_the_form(String wrong, String sentence) {
		var all = WEEKLY;
		for (var pair : wrong.split("&")) {
			all = all.replaceAll("&" + pair.substring(0, pair.indexOf('=')) + "=[^&]*", "") + "&" + pair;
		}
		page(preview(all)).isSound().says(sentence, "Maison de santé de Marciac");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/medecin/repetition", "/medecin/repetition?lieu=x", "/medecin/repetition?lieu=999999",
			"/medecin/repetition/apercu", "/medecin/repetition/apercu?lieu=999999" })
	void an_unknown_place_is_not_found_or_not_understood(String address) {
		assertThat(see(address)).hasStatus4xxClientError();
	}

	@Test
	void a_doctor_who_is_not_accepted_takes_nothing() {
		this.doctor = this.scenario.candidate("Paul", "Vidal");
		assertThat(preview(WEEKLY)).hasRedirectedUrl("/medecin");
		assertThat(agree(List.of(TUESDAY))).hasRedirectedUrl("/medecin/dossier");
		assertThat(taken()).isZero();
	}

	@Test
	void others_have_no_such_page() {
		assertThat(this.mvc.get().uri("/medecin/repetition?lieu=1").with(People.agent())).hasStatus(403);
		assertThat(this.mvc.get().uri("/medecin/repetition?lieu=1").exchange()).hasStatus3xxRedirection();
	}

}
