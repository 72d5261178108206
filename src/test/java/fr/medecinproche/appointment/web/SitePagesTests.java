package fr.medecinproche.appointment.web;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;

import fr.medecinproche.account.Role;
import fr.medecinproche.appointment.Booking;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.People;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static fr.medecinproche.testing.PageAssertions.page;
import static fr.medecinproche.testing.Scenario.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@ApplicationTest
class SitePagesTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Scenario scenario;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TestClock.SettableClock clock;

	@Autowired
	CleanDatabase database;

	private RequestPostProcessor host;

	private HalfDaySlot morning;

	private HalfDaySlot elsewhere;

	private Booking jeanne;

	private Booking stranger;

	@BeforeEach
	void aMorningAtTwoSites() {
		this.database.clean();
		var marciac = this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC);
		var plaisance = this.scenario.openSite("Centre de santé de Plaisance", Scenario.PLAISANCE);
		this.morning = taken("Aline", "Roux", marciac);
		this.elsewhere = taken("Hugo", "Bonnet", plaisance);
		this.jeanne = this.scenario.appointment(this.morning, LocalTime.of(9, 0), Scenario.patient("Jeanne", "Lacaze"));
		this.stranger = this.scenario.appointment(this.elsewhere, LocalTime.of(9, 0),
				Scenario.patient("Marcel", "Dupouy"));
		this.host = People.signedIn(this.scenario.hostOf(marciac).id(), Role.HOST);
		this.clock.set(LocalDateTime.of(2027, 1, 12, 8, 50));
	}

	private HalfDaySlot taken(String givenName, String familyName, ConsultationSite site) {
		return this.scenario.taken(this.scenario.volunteer(givenName, familyName), site, HalfDay.morningOf(TUESDAY));
	}

	private MvcTestResult get(String uri, Object... variables) {
		return this.mvc.get().uri(uri, variables).with(this.host).exchange();
	}

	private MvcTestResult call(String time, Map<String, String> changes) {
		var fields = new HashMap<>(Map.of("time", time, "familyName", "Sentenac", "givenName", "Lucie", "birthDate",
				"8/5/1941", "phone", "06 39 98 12 34", "regularDoctor", "NO"));
		fields.putAll(changes);
		var request = this.mvc.post().uri("/lieu/rendez-vous").with(this.host).with(csrf());
		fields.forEach(request::param);
		return request.exchange();
	}

	private String at(String instant) {
		return this.morning.getId() + "@" + instant;
	}

	private long booked() {
		return this.jdbc.sql("select count(*) from appointment where status = 'BOOKED'").query(Long.class).single();
	}

	@Test
	void shows_the_day_of_the_hosts_own_site() {
		var day = get("/lieu");
		assertThat(day).hasStatusOk();
		page(day).isSound().says("Aujourd’hui, mardi 12 janvier 2027", "Dr Aline Roux", "Jeanne Lacaze", "Ensuite");
		assertThat(day).bodyText().doesNotContain("Dupouy");
	}

	@Test
	void says_when_nobody_receives() {
		var day = get("/lieu?jour=2027-01-13");
		page(day).isSound().says("Journée du mercredi 13 janvier 2027", "Aucun médecin ne reçoit ce jour-là");
	}

	@Test
	void refuses_a_day_that_is_none() {
		assertThat(get("/lieu?jour=demain")).hasStatus(HttpStatus.BAD_REQUEST);
	}

	@Test
	void notes_an_arrival_once() {
		for (int click = 0; click < 2; click++) {
			this.mvc.post()
				.uri("/lieu/rendez-vous/{id}/arrivee", this.jeanne.appointment().getId())
				.with(this.host)
				.with(csrf())
				.exchange();
			this.clock.set(LocalDateTime.of(2027, 1, 12, 8, 58));
		}
		page(get("/lieu")).isSound().says("Arrivée à 8 h 50");
	}

	@Test
	void cancels_for_a_caller_after_asking() {
		var id = this.jeanne.appointment().getId();
		var asked = get("/lieu/rendez-vous/{id}/annulation", id);
		page(asked).isSound()
			.says("Annuler ce rendez-vous ?", "Jeanne Lacaze", "Qui annule ?", "C’est nous qui annulons")
			.has("#who-patient[checked]");
		assertThat(asked).bodyText().doesNotContain("plus possible de l’annuler");
		assertThat(delete(id)).hasRedirectedUrl("/lieu?jour=2027-01-12");
		assertThat(delete(id)).hasRedirectedUrl("/lieu?jour=2027-01-12");
		assertThat(this.jdbc.sql("select cancelled_by from appointment where id = ?")
			.param(id)
			.query(String.class)
			.single()).as("the patient's decision, past the hour until which they may alone").isEqualTo("PATIENT");
		page(get("/lieu/rendez-vous/{id}", id)).isSound();
	}

	@Test
	void tells_apart_what_the_site_decides() {
		var id = this.jeanne.appointment().getId();
		this.mvc.delete()
			.uri("/lieu/rendez-vous/{id}", id)
			.param("parLeLieu", "true")
			.with(this.host)
			.with(csrf())
			.exchange();
		assertThat(this.jdbc.sql("select cancelled_by from appointment where id = ?")
			.param(id)
			.query(String.class)
			.single()).isEqualTo("HOST");
	}

	private MvcTestResult delete(long id) {
		return this.mvc.delete()
			.uri("/lieu/rendez-vous/{id}", id)
			.param("parLeLieu", "false")
			.with(this.host)
			.with(csrf())
			.exchange();
	}

	@Test
	void finds_nothing_of_other_sites() {
		var id = this.stranger.appointment().getId();
		assertThat(get("/lieu/rendez-vous/{id}", id)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(get("/lieu/rendez-vous/{id}/annulation", id)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(delete(id)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.mvc.post().uri("/lieu/rendez-vous/{id}/arrivee", id).with(this.host).with(csrf()).exchange())
			.hasStatus(HttpStatus.NOT_FOUND);
		page(call(this.elsewhere.getId() + "@2027-01-12T08:20:00Z", Map.of())).isSound()
			.says("Cet horaire n’est plus proposé");
		assertThat(booked()).isEqualTo(2);
	}

	@Test
	void books_the_nearest_time_and_shows_the_code() {
		page(get("/lieu/rendez-vous/nouveau")).isSound().says("mardi 12 janvier, 9 h 20");
		var booked = call(at("2027-01-12T08:20:00Z"), Map.of());
		assertThat(booked).hasStatus3xxRedirection();
		var code = this.jdbc.sql("select code from appointment where family_name = 'Sentenac'")
			.query(String.class)
			.single();
		page(get(booked.getResponse().getRedirectedUrl())).isSound()
			.says("Le rendez-vous est pris", code.substring(0, 3) + " " + code.substring(3), "9 h 20");
	}

	@Test
	void books_a_double_click_once() {
		var first = call(at("2027-01-12T08:20:00Z"), Map.of());
		var second = call(at("2027-01-12T08:20:00Z"), Map.of());
		assertThat(second.getResponse().getRedirectedUrl()).isNotNull()
			.isEqualTo(first.getResponse().getRedirectedUrl());
		assertThat(booked()).isEqualTo(3);
	}

	@Test
	void keeps_what_was_typed_when_somebody_took_the_time_meanwhile() {
		var refused = call(at("2027-01-12T08:00:00Z"), Map.of());
		page(refused).isSound().says("vient d’être choisi par une autre personne");
		assertThat(refused).bodyText().contains("value=\"Sentenac\"");
	}

	@Test
	void says_what_is_missing_beside_its_field() {
		page(call("", Map.of("familyName", "", "birthDate", "31/02/1950", "phone", ""))).isSound()
			.says("Choisissez un horaire", "Écrivez le nom", "Cette date n’existe pas",
					"Donnez un téléphone ou une adresse e-mail");
		assertThat(booked()).isEqualTo(2);
	}

	@Test
	void does_not_know_a_host_without_a_site() {
		var lost = this.scenario.account("perdu@essai.example", Role.HOST);
		assertThat(this.mvc.get().uri("/lieu").with(People.signedIn(lost.id(), Role.HOST)))
			.hasStatus(HttpStatus.NOT_FOUND);
	}

}
