package fr.medecinproche.appointment.web;

import java.time.LocalTime;
import java.util.List;

import fr.medecinproche.account.Role;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.People;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.volunteer.Volunteer;
import fr.medecinproche.web.Flash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static fr.medecinproche.testing.PageAssertions.page;
import static fr.medecinproche.testing.Scenario.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@ApplicationTest
class ExchangePagesTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Scenario scenario;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	CleanDatabase database;

	private Volunteer doctor;

	private HalfDaySlot first;

	private HalfDaySlot wanted;

	@BeforeEach
	void aFullMonth() {
		this.database.clean();
		this.doctor = this.scenario.volunteer("Aline", "Roux");
		ConsultationSite marciac = this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC);
		this.first = this.scenario.taken(this.doctor, marciac, HalfDay.morningOf(TUESDAY));
		for (int day = 1; day < 4; day++) {
			this.scenario.taken(this.doctor, marciac, HalfDay.morningOf(TUESDAY.plusDays(day)));
		}
		this.wanted = this.scenario.halfDay(this.scenario.openSite("Maison de santé du Vigan", Scenario.LE_VIGAN),
				HalfDay.afternoonOf(TUESDAY.plusWeeks(1)));
	}

	private MvcTestResult see(String address) {
		return this.mvc.get()
			.uri(address)
			.with(People.signedIn(this.doctor.getAccount().id(), Role.VOLUNTEER))
			.exchange();
	}

	private String address() {
		return "/medecin/creneaux/" + this.wanted.getId() + "/echange";
	}

	private MvcTestResult exchange(String contre) {
		return this.mvc.post()
			.uri(address())
			.param("contre", contre)
			.with(People.signedIn(this.doctor.getAccount().id(), Role.VOLUNTEER))
			.with(csrf())
			.exchange();
	}

	private MvcTestResult afterwards(MvcTestResult redirect) {
		assertThat(redirect).hasStatus3xxRedirection();
		return this.mvc.get()
			.uri(redirect.getResponse().getRedirectedUrl())
			.with(People.signedIn(this.doctor.getAccount().id(), Role.VOLUNTEER))
			.cookie(redirect.getResponse().getCookie(Flash.ATTRIBUTE))
			.exchange();
	}

	private boolean has(HalfDaySlot slot) {
		return this.jdbc.sql("select volunteer_id is not null from half_day_slot where id = ?")
			.param(slot.getId())
			.query(Boolean.class)
			.single();
	}

	@Test
	void says_of_each_half_day_how_many_patients_would_be_told() {
		this.scenario.appointment(this.first, LocalTime.of(9, 0), Scenario.patient("Jeanne", "Daste"));
		page(see(address())).isSound()
			.says("mardi 19 janvier 2027", "Maison de santé du Vigan", "mardi 12 janvier 2027",
					"Un patient est attendu : son rendez-vous sera annulé.", "Aucun patient n’est attendu.",
					"Nous leur proposons d’autres heures")
			.has("input[type=radio][name=contre]:not([checked])");
		assertThat(has(this.wanted)).isFalse();
	}

	@Test
	void exchanges_tells_the_patients_and_a_double_click_says_the_same() {
		this.scenario.appointment(this.first, LocalTime.of(9, 0), Scenario.patient("Jeanne", "Daste"));
		var contre = this.first.getId() + "-1";
		page(afterwards(exchange(contre))).isSound()
			.says("C’est échangé. On vous attend le mardi 19 janvier 2027, l’après-midi : Maison de santé du Vigan.",
					"Il ne vous reste aucune demi-journée en janvier 2027.");
		assertThat(has(this.wanted)).isTrue();
		assertThat(has(this.first)).isFalse();
		assertThat(this.jdbc.sql("select status from appointment where slot_id = ?")
			.param(this.first.getId())
			.query(String.class)
			.single()).isEqualTo("CANCELLED");
		page(afterwards(exchange(contre))).says("C’est échangé.");
	}

	@Test
	void whoever_read_that_nobody_is_expected_looks_again_once_somebody_is() {
		page(see(address())).has("input[name=contre][value='" + this.first.getId() + "-0']");
		this.scenario.appointment(this.first, LocalTime.of(9, 0), Scenario.patient("Jeanne", "Daste"));
		var refused = exchange(this.first.getId() + "-0");
		assertThat(refused).hasRedirectedUrl(address());
		page(afterwards(refused)).isSound()
			.says("Des rendez-vous ont changé", "Rien n’a été fait.",
					"Un patient est attendu : son rendez-vous sera annulé.")
			.has("input[name=contre][value='" + this.first.getId() + "-1']");
		assertThat(has(this.first)).isTrue();
		assertThat(has(this.wanted)).isFalse();
		assertThat(this.jdbc.sql("select status from appointment").query(String.class).single()).isEqualTo("BOOKED");
	}

	@Test
	void what_somebody_else_took_meanwhile_costs_nothing() {
		this.jdbc.sql("update half_day_slot set status = 'CLOSED' where id = ?").param(this.wanted.getId()).update();
		page(see(address())).isSound().says("Cette demi-journée n’est plus libre.").hasNo("form[action$=/echange]");
		page(afterwards(exchange(this.first.getId() + "-0"))).says("Cette demi-journée n’est plus libre.");
		assertThat(has(this.first)).isTrue();
	}

	@Test
	void nothing_chosen_somebody_else_s_and_nonsense_are_refused() {
		page(afterwards(exchange(""))).isSound().says("Choisissez laquelle de vos demi-journées vous rendez.");
		var theirs = this.scenario.taken(this.scenario.volunteer("Luc", "Bosc"),
				this.scenario.openSite("Cabinet de Plaisance", Scenario.PLAISANCE), HalfDay.morningOf(TUESDAY));
		page(afterwards(exchange(theirs.getId() + "-0")))
			.says("Cette demi-journée n’est pas, ou n’est plus, la vôtre.");
		for (var nonsense : List.of("x", "1", "1-", "-1-0", "99999999999999999999-0")) {
			assertThat(exchange(nonsense)).as(nonsense).hasStatus(400);
		}
		assertThat(see("/medecin/creneaux/999999/echange")).hasStatus(404);
		assertThat(has(theirs)).isTrue();
		assertThat(has(this.wanted)).isFalse();
	}

}
