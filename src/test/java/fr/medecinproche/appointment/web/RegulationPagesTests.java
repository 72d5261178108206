package fr.medecinproche.appointment.web;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;

import fr.medecinproche.account.Role;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDaySlot;
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
class RegulationPagesTests {

	private static final String NINE_TWENTY = "2027-01-12T08:20:00Z";

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

	private RequestPostProcessor regulator;

	private HalfDaySlot morning;

	@BeforeEach
	void aMorningAtMarciacTomorrow() {
		this.database.clean();
		var doctor = this.scenario.volunteer("Aline", "Roux");
		var marciac = this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC);
		this.morning = this.scenario.taken(doctor, marciac, HalfDay.morningOf(TUESDAY));
		this.scenario.taken(doctor, marciac, HalfDay.morningOf(TUESDAY.plusDays(7)));
		this.regulator = People.signedIn(this.scenario.account("sas@essai.example", Role.REGULATOR).id(),
				Role.REGULATOR);
		this.clock.set(LocalDateTime.of(2027, 1, 11, 9, 0));
	}

	private MvcTestResult get(String uri, Object... variables) {
		return this.mvc.get().uri(uri, variables).with(this.regulator).exchange();
	}

	private MvcTestResult post(String uri, Map<String, String> fields) {
		var request = this.mvc.post().uri(uri).with(this.regulator).with(csrf());
		fields.forEach(request::param);
		return request.exchange();
	}

	private MvcTestResult hold(String startsAt) {
		return post("/regulation/reservations", Map.of("slot", String.valueOf(this.morning.getId()), "startsAt",
				startsAt, "communeCode", Scenario.PLAISANCE));
	}

	private MvcTestResult book(String reservation) {
		return post("/regulation/rendez-vous",
				Map.of("reservation", reservation, "communeCode", Scenario.PLAISANCE, "familyName", "Sentenac",
						"givenName", "Lucie", "birthDate", "08/05/1941", "phone", "0639981234", "regularDoctor",
						"UNREACHABLE"));
	}

	private static String reservation(MvcTestResult held) {
		var url = held.getResponse().getRedirectedUrl();
		assertThat(url).contains("reservation=");
		return url.replaceAll(".*reservation=([^&]*).*", "$1");
	}

	@Test
	void offers_the_times_of_the_next_two_days_by_distance() {
		page(get("/regulation")).isSound().says("Trouver un horaire dans les 48 heures");
		var found = get("/regulation?commune={commune}", "Plaisance (Gers)");
		page(found).isSound().says("Autour de Plaisance (Gers)", "Maison de santé de Marciac", "mardi 9 h 20");
		this.clock.set(LocalDateTime.of(2027, 1, 8, 9, 0));
		page(get("/regulation?commune={commune}", "Plaisance (Gers)")).isSound()
			.says("Aucun horaire libre dans les 48 heures");
	}

	@Test
	void asks_which_commune_is_meant() {
		page(get("/regulation?commune=Plaisance")).isSound().says("Plaisance (Gers)");
		page(get("/regulation?commune=")).isSound();
	}

	@Test
	void holds_then_books_in_the_regulators_name_and_reads_the_code() {
		var reservation = reservation(hold(NINE_TWENTY));
		page(get("/regulation/rendez-vous/nouveau?reservation={r}", reservation)).isSound()
			.says("Qui vient ?", "mardi 12 janvier 2027 à 9 h 20");
		var booked = book(reservation);
		assertThat(booked).hasStatus3xxRedirection();
		assertThat(book(reservation).getResponse().getRedirectedUrl())
			.isEqualTo(booked.getResponse().getRedirectedUrl());
		page(get(booked.getResponse().getRedirectedUrl())).isSound().says("Le rendez-vous est pris", "Code à lire");
		assertThat(this.jdbc.sql("""
				select a.channel || ' ' || b.email || ' ' || a.commune from appointment a
				join account b on b.id = a.booked_by where a.status = 'BOOKED'""").query(String.class).list())
			.containsExactly("REGULATOR sas@essai.example 32319");
	}

	@Test
	void goes_back_to_the_times_when_one_was_taken_meanwhile() {
		this.scenario.appointment(this.morning, LocalTime.of(9, 20), Scenario.patient("Jeanne", "Lacaze"));
		assertThat(hold(NINE_TWENTY)).hasRedirectedUrl("/regulation?communeCode=32319&motif=CONSULTATION")
			.flash()
			.containsKey("flash");
	}

	@Test
	void says_what_is_missing() {
		var reservation = reservation(hold(NINE_TWENTY));
		page(post("/regulation/rendez-vous", Map.of("reservation", reservation))).isSound()
			.says("Écrivez le nom", "Donnez un téléphone", "médecin traitant");
	}

	@Test
	void frees_a_time_that_is_not_wanted() {
		var reservation = reservation(hold(NINE_TWENTY));
		assertThat(this.mvc.delete()
			.uri("/regulation/reservations")
			.param("reservation", reservation)
			.param("communeCode", Scenario.PLAISANCE)
			.with(this.regulator)
			.with(csrf())).hasRedirectedUrl("/regulation?communeCode=32319");
		assertThat(hold(NINE_TWENTY)).hasStatus3xxRedirection();
	}

	@Test
	void finds_neither_unknown_holds_nor_what_others_booked() {
		assertThat(get("/regulation/rendez-vous/nouveau?reservation=rien")).hasStatus(HttpStatus.GONE);
		var patients = this.scenario.appointment(this.morning, LocalTime.of(9, 20),
				Scenario.patient("Jeanne", "Lacaze"));
		assertThat(get("/regulation/rendez-vous/{id}", patients.appointment().getId())).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void keeps_hosts_and_doctors_out() {
		assertThat(this.mvc.get().uri("/regulation").with(People.signedIn(1, Role.HOST)))
			.hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.mvc.get().uri("/lieu").with(this.regulator)).hasStatus(HttpStatus.FORBIDDEN);
	}

}
