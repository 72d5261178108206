package fr.medecinproche.schedule.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import fr.medecinproche.account.Role;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.People;
import fr.medecinproche.testing.QueryCount;
import fr.medecinproche.testing.Race;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.volunteer.Volunteer;
import fr.medecinproche.web.Flash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static fr.medecinproche.testing.PageAssertions.page;
import static fr.medecinproche.testing.Scenario.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@ApplicationTest
class HalfDaysTests {

	private static final String LIST = "/medecin/demi-journees";

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

	private ConsultationSite leVigan;

	@BeforeEach
	void aDoctorOfToulouse() {
		this.database.clean();
		this.doctor = this.scenario.volunteer("Aline", "Roux");
		this.marciac = this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC, 2);
		this.leVigan = this.scenario.openSite("Maison de santé du Vigan", Scenario.LE_VIGAN);
	}

	private static RequestPostProcessor as(Volunteer volunteer) {
		return People.signedIn(volunteer.getAccount().id(), Role.VOLUNTEER);
	}

	private MvcTestResult see(String address) {
		return this.mvc.get().uri(address).with(as(this.doctor)).exchange();
	}

	private MvcTestResult take(long slotId) {
		return this.mvc.post()
			.uri("/medecin/creneaux/{id}/engagement", slotId)
			.with(as(this.doctor))
			.with(csrf())
			.exchange();
	}

	private long taken() {
		return this.jdbc.sql("select count(*) from half_day_slot where volunteer_id = ?")
			.param(this.doctor.getId())
			.query(Long.class)
			.single();
	}

	private static Flash flash(MvcTestResult redirect) {
		return (Flash) redirect.getMvcResult().getFlashMap().get(Flash.ATTRIBUTE);
	}

	private MvcTestResult afterwards(MvcTestResult redirect) {
		assertThat(redirect).hasStatus3xxRedirection();
		return this.mvc.get()
			.uri(redirect.getResponse().getRedirectedUrl())
			.with(as(this.doctor))
			.cookie(redirect.getResponse().getCookie(Flash.ATTRIBUTE))
			.exchange();
	}

	@Test
	void shows_what_is_open_by_day_then_distance_with_what_the_place_offers() {
		this.scenario.halfDay(this.leVigan, HalfDay.morningOf(TUESDAY));
		this.scenario.halfDay(this.marciac, HalfDay.morningOf(TUESDAY));
		this.scenario.halfDay(this.marciac, HalfDay.afternoonOf(TUESDAY));
		this.scenario.halfDay(this.leVigan, HalfDay.afternoonOf(TUESDAY.minusDays(1)));
		var list = see(LIST);
		page(list).isSound()
			.says("Il vous reste 4 demi-journées en janvier 2027.", "mardi 12 janvier 2027", "Secrétariat",
					"Accès sans marche", "Prendre la journée")
			.doesNotSay("Logement");
		assertThat(list).bodyText().containsSubsequence("lundi 11", "Vigan", "mardi 12", "Marciac", "Vigan");
	}

	@Test
	void offers_each_place_once_a_day_however_many_rooms_are_open() {
		this.scenario.halfDay(this.marciac, HalfDay.morningOf(TUESDAY), 1);
		this.scenario.halfDay(this.marciac, HalfDay.morningOf(TUESDAY), 2);
		assertThat(see(LIST)).bodyText().containsOnlyOnce("Prendre le matin");
	}

	@Test
	void leaves_out_what_has_begun_and_the_half_days_when_the_doctor_is_elsewhere() {
		this.scenario.halfDay(this.marciac, HalfDay.morningOf(LocalDate.of(2027, 1, 1)));
		this.scenario.taken(this.doctor, this.leVigan, HalfDay.morningOf(TUESDAY));
		this.scenario.halfDay(this.marciac, HalfDay.morningOf(TUESDAY));
		page(see(LIST)).says("Il vous reste 3 demi-journées", "Aucune demi-journée à prendre").hasNo(".offer");
	}

	@Test
	void filters_by_zone_and_distance() {
		this.scenario.halfDay(this.leVigan, HalfDay.morningOf(TUESDAY));
		this.scenario.halfDay(this.marciac, HalfDay.morningOf(TUESDAY));
		var zone = this.leVigan.getZone().getSiren();
		page(see(LIST + "?zone=" + zone)).isSound().says("Maison de santé du Vigan").doesNotSay("Marciac");
		page(see(LIST + "?distance=150")).says("Maison de santé de Marciac").doesNotSay("Maison de santé du Vigan");
		page(see(LIST + "?distance=30")).hasNo(".offer");
	}

	@ParameterizedTest
	@ValueSource(strings = { "?mois=2027-13", "?mois=%00", "?mois=-999999999-01", "?mois=2019-01", "?mois=9999-12",
			"?page=-1", "?page=99999999999999", "?page=2", "?zone=%00", "?distance=x" })
	void what_makes_no_sense_in_the_address_is_left_aside(String query) {
		this.scenario.halfDay(this.marciac, HalfDay.morningOf(TUESDAY));
		var list = see(LIST + query);
		assertThat(list).hasStatusOk();
		page(list).isSound().says("janvier 2027");
	}

	@Test
	void takes_a_half_day_and_says_so_on_the_same_list() {
		var slot = this.scenario.halfDay(this.marciac, HalfDay.morningOf(TUESDAY));
		var answer = this.mvc.post()
			.uri("/medecin/creneaux/{id}/engagement", slot.getId())
			.param("mois", "2027-01")
			.param("distance", "150")
			.with(as(this.doctor))
			.with(csrf())
			.exchange();
		assertThat(answer).hasRedirectedUrl(LIST + "?mois=2027-01&choix=1&distance=150&page=0");
		page(afterwards(answer)).says(
				"C’est noté. On vous attend mardi 12 janvier 2027, le matin : Maison de santé de Marciac.",
				"Il vous reste 3 demi-journées en janvier 2027.");
		assertThat(taken()).isOne();
	}

	@Test
	void a_double_click_takes_once_and_says_so_twice() {
		var slot = this.scenario.halfDay(this.marciac, HalfDay.morningOf(TUESDAY));
		take(slot.getId());
		page(afterwards(take(slot.getId()))).says("C’est noté. On vous attend mardi 12 janvier 2027");
		assertThat(taken()).isOne();
	}

	@Test
	void takes_a_whole_day() {
		var morning = this.scenario.halfDay(this.marciac, HalfDay.morningOf(TUESDAY));
		var afternoon = this.scenario.halfDay(this.marciac, HalfDay.afternoonOf(TUESDAY));
		var answer = this.mvc.post()
			.uri("/medecin/journees/engagement")
			.param("matin", String.valueOf(morning.getId()))
			.param("apresMidi", String.valueOf(afternoon.getId()))
			.with(as(this.doctor))
			.with(csrf())
			.exchange();
		page(afterwards(answer)).says("toute la journée", "Il vous reste 2 demi-journées");
		assertThat(taken()).isEqualTo(2);
	}

	@Test
	void refuses_the_fifth_with_the_sentence_that_names_the_rule() {
		for (int day = 0; day < 4; day++) {
			this.scenario.taken(this.doctor, this.marciac, HalfDay.morningOf(TUESDAY.plusDays(day)));
		}
		var fifth = this.scenario.halfDay(this.leVigan, HalfDay.morningOf(TUESDAY.plusDays(7)));
		page(afterwards(take(fifth.getId()))).isSound()
			.says("Vous avez déjà pris quatre demi-journées en janvier 2027.", "deux jours par mois au plus",
					"Il ne vous reste aucune demi-journée en janvier 2027.", "Maison de santé du Vigan")
			.hasNo("form[action$=/engagement]")
			.has("a[href=/medecin/creneaux/" + fifth.getId() + "/echange]");
		assertThat(taken()).isEqualTo(4);
	}

	@Test
	void refuses_what_another_doctor_has_taken_and_what_does_not_exist() {
		var other = this.scenario.taken(this.scenario.volunteer("Luc", "Bosc"), this.marciac,
				HalfDay.morningOf(TUESDAY));
		page(afterwards(take(other.getId()))).says("Cette demi-journée n’est plus libre.");
		page(afterwards(take(999_999))).says("Cette demi-journée n’est plus libre.");
		assertThat(taken()).isZero();
	}

	@Test
	void one_doctor_in_eight_tabs_at_the_months_end_gets_four() throws InterruptedException {
		var offered = new ArrayList<Long>();
		for (var day : List.of(26, 27, 28, 29)) {
			var date = LocalDate.of(2027, 1, day);
			offered.add(this.scenario.halfDay(this.marciac, HalfDay.morningOf(date)).getId());
			offered.add(this.scenario.halfDay(this.marciac, HalfDay.afternoonOf(date)).getId());
		}
		var answers = Race.of(8, (tab) -> take(offered.get(tab)));
		assertThat(answers).allSatisfy((answer) -> assertThat(answer.resultNow()).hasStatus3xxRedirection());
		assertThat(taken()).isEqualTo(4);
		assertThat(answers).filteredOn((answer) -> flash(answer.resultNow()).tone() == Flash.Tone.SUCCESS).hasSize(4);
	}

	@Test
	void a_doctor_who_is_not_accepted_is_sent_to_the_file_and_takes_nothing() {
		var slot = this.scenario.halfDay(this.marciac, HalfDay.morningOf(TUESDAY));
		this.doctor = this.scenario.candidate("Paul", "Vidal");
		assertThat(see(LIST)).hasRedirectedUrl("/medecin");
		page(afterwards(take(slot.getId()))).isSound().says("Votre dossier n’est pas encore accepté.");
		assertThat(taken()).isZero();
	}

	@Test
	void many_are_paged() {
		for (int day = 0; day < 15; day++) {
			this.scenario.halfDay(this.marciac, HalfDay.morningOf(TUESDAY.plusDays(day)));
			this.scenario.halfDay(this.leVigan, HalfDay.morningOf(TUESDAY.plusDays(day)));
		}
		page(see(LIST + "?mois=2027-01")).isSound()
			.has(".fr-pagination")
			.has("a[href='/medecin/demi-journees?mois=2027-01&page=1']");
	}

	@Test
	void shows_many_with_as_many_queries_as_few() {
		this.scenario.halfDay(this.marciac, HalfDay.morningOf(TUESDAY));
		int few = QueryCount.of(() -> see(LIST));
		for (int day = 1; day < 8; day++) {
			this.scenario.halfDay(this.marciac, HalfDay.afternoonOf(TUESDAY.plusDays(day)));
			this.scenario.halfDay(this.leVigan, HalfDay.morningOf(TUESDAY.plusDays(day)));
		}
		assertThat(few).isPositive();
		assertThat(QueryCount.of(() -> see(LIST))).isEqualTo(few);
	}

	@Test
	void only_doctors_come_here() {
		assertThat(this.mvc.get().uri(LIST).exchange()).hasStatus3xxRedirection();
		assertThat(this.mvc.get().uri(LIST).with(People.agent()).exchange()).hasStatus(403);
		assertThat(this.mvc.get().uri(LIST).with(People.signedIn(4711, Role.VOLUNTEER)).exchange()).hasStatus(404);
	}

}
