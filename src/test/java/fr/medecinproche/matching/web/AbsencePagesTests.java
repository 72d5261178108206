package fr.medecinproche.matching.web;

import java.time.LocalDateTime;
import java.time.LocalTime;

import fr.medecinproche.account.Role;
import fr.medecinproche.matching.AbsentDoctor;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.People;
import fr.medecinproche.testing.QueryCount;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import fr.medecinproche.volunteer.Volunteer;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static fr.medecinproche.matching.AbsentDoctor.somebody;
import static fr.medecinproche.testing.PageAssertions.page;
import static fr.medecinproche.testing.Scenario.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * « Je ne peux plus venir »: whom it touches, and what becomes of them.
 */
@ApplicationTest
class AbsencePagesTests {

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

	private Volunteer doctor;

	private ConsultationSite marciac;

	private HalfDaySlot morning;

	@BeforeEach
	void aMorning() {
		this.database.clean();
		this.doctor = this.scenario.volunteer("Aline", "Roux");
		this.marciac = this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC);
		this.morning = this.scenario.taken(this.doctor, this.marciac, HalfDay.morningOf(TUESDAY));
	}

	private MvcTestResult see(Volunteer volunteer, String address) {
		return this.mvc.get()
			.uri(address)
			.with(People.signedIn(volunteer.getAccount().id(), Role.VOLUNTEER))
			.exchange();
	}

	private MvcTestResult see(String what) {
		return see(this.doctor, "/medecin/creneaux/" + this.morning.getId() + "/absence" + what);
	}

	private MvcTestResult send(Volunteer volunteer, String what, String... parameters) {
		var request = this.mvc.post()
			.uri("/medecin/creneaux/" + this.morning.getId() + "/absence" + what)
			.with(People.signedIn(volunteer.getAccount().id(), Role.VOLUNTEER))
			.with(csrf());
		for (int n = 0; n < parameters.length; n += 2) {
			request = request.param(parameters[n], parameters[n + 1]);
		}
		return request.exchange();
	}

	private static String seen(MvcTestResult page) throws Exception {
		return Jsoup.parse(page.getResponse().getContentAsString()).select("input[name=vu]").attr("value");
	}

	private HalfDaySlot nextWeek() {
		return this.scenario.taken(this.doctor, this.marciac, HalfDay.morningOf(TUESDAY.plusWeeks(1)));
	}

	private String statuses() {
		return String.join(" ",
				this.jdbc.sql("select status from appointment where status <> 'HELD' order by starts_at, id")
					.query(String.class)
					.list());
	}

	@Test
	void says_how_many_are_touched_and_what_each_choice_means_but_no_name() {
		new AbsentDoctor(this.scenario, this.jdbc).patientsOfAllKinds(this.morning);
		page(see("")).isSound()
			.says("Je ne peux plus venir", "5 patients ont rendez-vous",
					"Une personne ne peut être prévenue que par téléphone",
					"Une personne n’a laissé ni numéro ni adresse", "Chercher un autre médecin",
					"Les patients gardent leur heure", "Tant que personne n’a accepté, on vous attend",
					"Déplacer les patients", "Annuler et garder d’autres horaires pour chacun")
			.doesNotSay("Jeanne", "Mobile", "Courriel", "appelez aussi le lieu")
			.hasNo("main form");
		page(see("?lang=en")).isSound().says("I can no longer come", "5 patients have an appointment");
	}

	@Test
	void without_patients_the_half_day_is_given_back_or_a_stand_in_looked_for() {
		page(see("")).isSound().says("Aucun patient n’est inscrit.", "Rendre la demi-journée").doesNotSay("Déplacer");
	}

	@Test
	void the_former_address_leads_there() {
		assertThat(see(this.doctor, "/medecin/agenda/" + this.morning.getId() + "/desistement"))
			.hasRedirectedUrl("/medecin/creneaux/" + this.morning.getId() + "/absence");
		assertThat(
				see(this.scenario.volunteer("Luc", "Bosc"), "/medecin/agenda/" + this.morning.getId() + "/desistement"))
			.hasStatus(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/annulation", "/deplacement" })
	void somebody_elses_half_day_is_not_found(String what) {
		var address = "/medecin/creneaux/" + this.morning.getId() + "/absence" + what;
		assertThat(see(this.scenario.volunteer("Luc", "Bosc"), address)).hasStatus(404);
		assertThat(see(this.doctor, "/medecin/creneaux/4711/absence" + what)).hasStatus(404);
		assertThat(see(this.doctor, "/medecin/creneaux/abc/absence" + what)).hasStatus(404);
		assertThat(this.mvc.get().uri(address).exchange()).hasRedirectedUrl("/compte/connexion");
	}

	@Test
	void the_day_before_the_site_is_to_be_called_too_and_once_begun_it_is_too_late() {
		this.clock.set(LocalDateTime.of(TUESDAY.minusDays(1), LocalTime.of(18, 0)));
		page(see("")).isSound().says("appelez aussi le lieu", "01 99 00 12 34");
		this.clock.set(LocalDateTime.of(TUESDAY, LocalTime.of(9, 0)));
		for (var what : new String[] { "", "/annulation", "/deplacement" }) {
			page(see(what)).isSound().says("a déjà commencé").hasNo("main form");
		}
	}

	@Test
	void calling_off_is_confirmed_after_the_numbers_were_shown() throws Exception {
		new AbsentDoctor(this.scenario, this.jdbc).patientsOfAllKinds(this.morning);
		var preview = see("/annulation");
		page(preview).isSound().says("Annuler les 5 rendez-vous", "2 personnes sont inscrites dans la liste d’appels");
		assertThat(statuses()).isEqualTo("BOOKED BOOKED BOOKED BOOKED BOOKED");
		assertThat(send(this.doctor, "/annulation", "vu", seen(preview)))
			.hasRedirectedUrl("/medecin/agenda?mois=2027-01");
		assertThat(statuses()).isEqualTo("CANCELLED CANCELLED CANCELLED CANCELLED CANCELLED");
		assertThat(send(this.doctor, "/annulation", "vu", seen(preview))).as("a second click")
			.hasRedirectedUrl("/medecin/agenda?mois=2027-01")
			.flash()
			.extractingByKey("flash")
			.asString()
			.contains("NOT_YOURS");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/annulation", "/deplacement" })
	void a_booking_since_then_shows_the_new_numbers_and_does_nothing(String what) throws Exception {
		var target = nextWeek();
		this.scenario.appointment(this.morning, LocalTime.of(9, 0), somebody("Un", "+33639980011", null));
		var query = what.equals("/deplacement") ? what + "?vers=" + target.getId() : what;
		var preview = see(query);
		this.scenario.appointment(this.morning, LocalTime.of(9, 20), somebody("Deux", "+33199001199", null));
		var answer = send(this.doctor, what, "vu", seen(preview), "vers", String.valueOf(target.getId()));
		assertThat(answer).hasRedirectedUrl("/medecin/creneaux/" + this.morning.getId() + "/absence" + query)
			.flash()
			.extractingByKey("flash")
			.asString()
			.contains("NUMBERS_CHANGED");
		assertThat(statuses()).isEqualTo("BOOKED BOOKED");
		assertThat(seen(see(query))).isNotEqualTo(seen(preview));
	}

	@Test
	void moving_shows_where_there_is_room_then_each_time_then_does_it() throws Exception {
		new AbsentDoctor(this.scenario, this.jdbc).patientsOfAllKinds(this.morning);
		var target = nextWeek();
		page(see("/deplacement")).isSound()
			.says("mardi 19 janvier 2027, matin", "Une de vos demi-journées", "Places trouvées : 4 sur 5");
		var preview = see("/deplacement?vers=" + target.getId());
		page(preview).isSound()
			.says("9 h devient 9 h", "9 h 20 devient 9 h 20", "Un rendez-vous est annulé, faute de place",
					"Une personne sans portable ni e-mail est inscrite", "déplacer les 4 patients")
			.doesNotSay("Jeanne", "Mobile");
		assertThat(send(this.doctor, "/deplacement", "vu", seen(preview), "vers", String.valueOf(target.getId())))
			.hasRedirectedUrl("/medecin/agenda?mois=2027-01");
		assertThat(statuses()).isEqualTo("MOVED MOVED MOVED MOVED CANCELLED BOOKED BOOKED BOOKED BOOKED");
		page(see(this.doctor, "/medecin/agenda?mois=2027-01")).isSound();
	}

	@Test
	void where_there_is_no_room_the_page_says_so() {
		this.scenario.appointment(this.morning, LocalTime.of(9, 0), somebody("Un", "+33639980011", null));
		page(see("/deplacement")).isSound().says("Aucune autre demi-journée de ce lieu n’a de place");
		assertThat(send(this.doctor, "/deplacement", "vu", "x", "vers", "4711"))
			.hasRedirectedUrl("/medecin/creneaux/" + this.morning.getId() + "/absence/deplacement?vers=4711");
		assertThat(send(this.doctor, "/deplacement", "vu", "x", "vers", "abc")).hasStatus4xxClientError();
		assertThat(send(this.doctor, "/annulation")).hasStatus4xxClientError();
	}

	@Test
	void the_pages_ask_no_more_for_many_than_for_one() {
		var target = nextWeek();
		this.scenario.appointment(this.morning, LocalTime.of(9, 0), somebody("Un", "+33639980011", null));
		int choices = QueryCount.of(() -> see("/deplacement"));
		int plan = QueryCount.of(() -> see("/deplacement?vers=" + target.getId()));
		int preview = QueryCount.of(() -> see(""));
		for (int n = 1; n < 5; n++) {
			this.scenario.appointment(this.morning, LocalTime.of(9, 0).plusMinutes(20L * n),
					somebody("Autre" + (char) ('a' + n), "+3363998001" + n, null));
		}
		this.scenario.taken(this.scenario.volunteer("Luc", "Bosc"), this.marciac,
				HalfDay.afternoonOf(TUESDAY.plusWeeks(1)));
		assertThat(choices).isPositive();
		assertThat(QueryCount.of(() -> see("/deplacement"))).isEqualTo(choices);
		assertThat(QueryCount.of(() -> see("/deplacement?vers=" + target.getId()))).isEqualTo(plan);
		assertThat(QueryCount.of(() -> see(""))).isEqualTo(preview);
	}

}
