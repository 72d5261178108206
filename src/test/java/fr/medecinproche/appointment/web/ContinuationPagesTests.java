package fr.medecinproche.appointment.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

import fr.medecinproche.account.Role;
import fr.medecinproche.appointment.ContinuationKind;
import fr.medecinproche.appointment.ContinuationService;
import fr.medecinproche.appointment.Follower;
import fr.medecinproche.appointment.Patient;
import fr.medecinproche.appointment.PatientDataService;
import fr.medecinproche.appointment.RegularDoctor;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.BrokenConstraint;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Genuine;
import fr.medecinproche.testing.People;
import fr.medecinproche.testing.QueryCount;
import fr.medecinproche.testing.Race;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import fr.medecinproche.volunteer.Volunteer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static fr.medecinproche.testing.PageAssertions.page;
import static fr.medecinproche.testing.Scenario.TUESDAY;
import static fr.medecinproche.testing.Scenario.patient;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ApplicationTest
class ContinuationPagesTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Scenario scenario;

	@Autowired
	ContinuationService follows;

	@Autowired
	PatientDataService data;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TestClock.SettableClock clock;

	@Autowired
	CleanDatabase database;

	private Volunteer doctor;

	private ConsultationSite marciac;

	private HalfDaySlot morning;

	private long visit;

	private String link;

	@BeforeEach
	void jeanneLacosteIsSeenAtMarciac() {
		this.database.clean();
		this.doctor = this.scenario.volunteer("Aline", "Roux");
		this.marciac = this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC);
		this.morning = this.scenario.taken(this.doctor, this.marciac, HalfDay.morningOf(TUESDAY));
		var booking = this.scenario.appointment(this.morning, LocalTime.of(9, 20), patient("Jeanne", "Lacoste"));
		this.visit = booking.appointment().getId();
		this.link = booking.link().value();
		itIs(TUESDAY, 9, 45);
	}

	private void itIs(LocalDate day, int hour, int minute) {
		this.clock.set(LocalDateTime.of(day, LocalTime.of(hour, minute)));
	}

	private static RequestPostProcessor as(Volunteer volunteer) {
		return People.signedIn(volunteer.getAccount().id(), Role.VOLUNTEER);
	}

	private MvcTestResult see(RequestPostProcessor who, String address) {
		return this.mvc.get().uri(address).with(who).exchange();
	}

	private MvcTestResult press(RequestPostProcessor who, String address, String... parameters) {
		var request = this.mvc.post().uri(address).with(who).with(Genuine.form());
		for (int i = 0; i < parameters.length; i += 2) {
			request.param(parameters[i], parameters[i + 1]);
		}
		return request.exchange();
	}

	private String address() {
		return "/medecin/rendez-vous/" + this.visit;
	}

	private MvcTestResult note(String what, String follower, String due) {
		return press(as(this.doctor), address() + "/suites", "what", what, "follower", follower, "due", due);
	}

	private long noted() {
		return this.jdbc.sql("select id from continuation").query(Long.class).single();
	}

	@Test
	void a_doctor_notes_what_remains_to_be_done_and_takes_it_back() {
		page(see(as(this.doctor), address())).isSound().says("Rien n’est noté.", "Qui suit ?");
		assertThat(note("RESULTS", "SECRETARY", "2027-01-20")).hasRedirectedUrl(address());
		note("RESULTS", "SITE_DOCTORS", "");
		page(see(as(this.doctor), address())).isSound()
			.says("Résultats attendus, suivi par les médecins du lieu")
			.doesNotSay("avant le");
		page(see(as(this.doctor), "/medecin/agenda/" + this.morning.getId())).isSound().says("Résultats attendus");
		page(see(as(this.doctor), address() + "?lang=en")).isSound().says("Results awaited");
		assertThat(press(as(this.doctor), address() + "/suites/" + noted(), "_method", "delete"))
			.hasRedirectedUrl(address());
		page(see(as(this.doctor), address())).says("Rien n’est noté.");
	}

	@ParameterizedTest
	@CsvSource({ "'', SECRETARY, ''", "RESULTS, '', ''", "RESULTS, REGULAR_DOCTOR, ''",
			"RESULTS, SECRETARY, 2027-01-11", "CANCER, SECRETARY, ''", "RESULTS, MOTHER, ''",
			"RESULTS, SECRETARY, bientôt" })
	void what_is_of_no_closed_list_is_not_noted(String what, String follower, String due) {
		page(note(what, follower, due)).isSound().has(".fr-message--error");
		assertThat(this.jdbc.sql("select count(*) from continuation").query(Long.class).single()).isZero();
	}

	@Test
	void nothing_is_noted_before_the_half_day_nor_long_after() {
		itIs(TUESDAY, 8, 59);
		page(see(as(this.doctor), address())).isSound().hasNo("input[name=what]");
		page(note("RESULTS", "SECRETARY", "")).isSound();
		itIs(TUESDAY.plusDays(8), 9, 0);
		page(note("RESULTS", "SECRETARY", "")).isSound();
		assertThat(this.jdbc.sql("select count(*) from continuation").query(Long.class).single()).isZero();
	}

	@Test
	void the_site_reads_a_list_and_ticks_it_off_under_its_name() {
		note("LETTER", "SECRETARY", "2027-01-15");
		var account = this.scenario.hostOf(this.marciac);
		var host = People.signedIn(account.id(), Role.HOST);
		page(see(host, "/lieu")).isSound().has("a[href='/lieu/suites']").says("Une suite à donner");
		page(see(host, "/lieu/suites")).isSound()
			.says("Courrier à envoyer", "Jeanne Lacoste", "suivi par le secrétariat du lieu",
					"avant le 15 janvier 2027", "Dr Aline Roux")
			.doesNotSay("Date passée");
		itIs(TUESDAY.plusDays(4), 9, 0);
		page(see(host, "/lieu/suites")).says("Date passée");
		assertThat(press(host, "/lieu/suites/" + noted() + "/fait")).hasRedirectedUrl("/lieu/suites#suite-" + noted());
		press(host, "/lieu/suites/" + noted() + "/fait");
		page(see(host, "/lieu/suites")).isSound()
			.says("Fait le samedi 16 janvier 2027", account.displayName(), "Rien ne reste à faire.");
		page(see(as(this.doctor), address())).says("Fait le samedi 16 janvier 2027");
		press(host, "/lieu/suites/" + noted() + "/fait", "_method", "delete");
		page(see(host, "/lieu/suites?lang=en")).isSound().says("One follow-up remains to be done.");
	}

	@Test
	void the_next_doctor_at_the_site_reads_it_in_the_days_around_and_ticks_it_off() {
		note("RESULTS", "SITE_DOCTORS", "");
		note("SEE_AGAIN", "SAME_DOCTOR", "");
		note("LETTER", "SECRETARY", "");
		var colleague = this.scenario.volunteer("Luc", "Bosc");
		var next = this.scenario.taken(colleague, this.marciac, HalfDay.morningOf(TUESDAY.plusDays(7)));
		var sheet = "/medecin/agenda/" + next.getId();
		itIs(TUESDAY.plusDays(4), 20, 0);
		page(see(as(colleague), sheet)).isSound().doesNotSay("Jeanne Lacoste", "À suivre ici");
		itIs(TUESDAY.plusDays(6), 20, 0);
		page(see(as(colleague), sheet)).isSound()
			.says("À suivre ici", "Résultats attendus, Jeanne Lacoste")
			.doesNotSay("À revoir", "Courrier");
		page(see(as(this.doctor), "/medecin/agenda/" + this.morning.getId())).says("À revoir, Jeanne Lacoste");
		var results = this.jdbc.sql("select id from continuation where what = 'RESULTS'").query(Long.class).single();
		var letter = this.jdbc.sql("select id from continuation where what = 'LETTER'").query(Long.class).single();
		assertThat(press(as(colleague), sheet + "/suites/" + letter + "/fait")).hasStatus(404);
		assertThat(press(as(colleague), sheet + "/suites/" + results + "/fait")).hasRedirectedUrl(sheet + "#suites");
		page(see(as(colleague), sheet)).doesNotSay("Jeanne Lacoste");
		page(see(as(this.doctor), address())).says("Fait le lundi 18 janvier 2027");
	}

	@Test
	void somebody_elses_site_and_patients_are_not_found() {
		note("RESULTS", "SITE_DOCTORS", "");
		var plaisance = this.scenario.openSite("Cabinet de Plaisance", Scenario.PLAISANCE);
		var elsewhere = People.signedIn(this.scenario.hostOf(plaisance).id(), Role.HOST);
		page(see(elsewhere, "/lieu/suites")).isSound().doesNotSay("Jeanne Lacoste");
		assertThat(press(elsewhere, "/lieu/suites/" + noted() + "/fait")).hasStatus(404);
		var colleague = this.scenario.volunteer("Luc", "Bosc");
		var theirs = this.scenario.taken(colleague, plaisance, HalfDay.afternoonOf(TUESDAY));
		assertThat(press(as(colleague), "/medecin/agenda/" + theirs.getId() + "/suites/" + noted() + "/fait"))
			.hasStatus(404);
		assertThat(press(as(colleague), address() + "/suites", "what", "LETTER", "follower", "SECRETARY"))
			.hasStatus(404);
		assertThat(press(as(colleague), address() + "/suites/" + noted(), "_method", "delete")).hasStatus(404);
		assertThat(this.jdbc.sql("select done_at is null from continuation").query(Boolean.class).single()).isTrue();
	}

	@Test
	void the_patient_reads_and_takes_away_what_is_noted_and_erases_it_with_the_rest() {
		note("RESULTS", "SITE_DOCTORS", "2027-02-01");
		var mine = "/rendez-vous/" + this.link + "/mes-donnees";
		page(this.mvc.get().uri(mine).exchange()).isSound()
			.says("Ce qui reste à faire après le rendez-vous", "Résultats attendus", "avant le 1er février 2027");
		var file = this.mvc.get().uri(mine + ".json").exchange();
		assertThat(file).bodyJson().extractingPath("$.suites[0].quoi").isEqualTo("RESULTS");
		assertThat(file).bodyJson().extractingPath("$.suites[0].quiSuit").isEqualTo("SITE_DOCTORS");
		this.data.erase(this.visit);
		assertThat(this.jdbc.sql("select count(*) from continuation").query(Long.class).single()).isZero();
	}

	@Test
	void nothing_is_noted_about_somebody_who_is_forgotten() {
		this.data.erase(this.visit);
		assertThat(see(as(this.doctor), address())).hasStatus(404);
		assertThat(note("RESULTS", "SITE_DOCTORS", "")).hasStatus(404);
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> this.jdbc.sql("insert into continuation (appointment_id, what, follower, created_at) "
					+ "values (?, 'LETTER', 'SECRETARY', now())")
				.param(this.visit)
				.update())
			.satisfies((ex) -> assertThat(BrokenConstraint.of(ex)).isEqualTo("continuation_of_somebody"));
	}

	@Test
	void noting_and_erasing_at_one_instant_leave_nothing_behind() throws InterruptedException {
		for (int round = 0; round < 5; round++) {
			this.clock.reset();
			var known = this.scenario
				.appointment(this.morning, LocalTime.of(10, 0).plusMinutes(20L * round),
						new Patient("Marcel", "Dupuy", LocalDate.of(1950 + round, 1, 1), "+33639980002", null, null,
								RegularDoctor.YES, false))
				.appointment()
				.getId();
			this.jdbc.sql("update appointment set status = 'HONOURED' where id = ?").param(known).update();
			itIs(TUESDAY, 12, 0);
			Race.of(2, (number) -> {
				if (number == 0) {
					this.data.erase(known);
				}
				else {
					this.follows.note(known, ContinuationKind.LETTER, Follower.SECRETARY, null);
				}
				return number;
			});
			assertThat(this.jdbc.sql("select count(*) from continuation").query(Long.class).single()).isZero();
		}
	}

	@Test
	void noted_twice_at_one_instant_it_is_one_and_ticked_twice_too() throws InterruptedException {
		assertThat(Race.losses(Race.of(4, (number) -> {
			this.follows.note(this.visit, ContinuationKind.LETTER, Follower.SECRETARY, null);
			return number;
		}))).isEmpty();
		var id = noted();
		assertThat(Race.losses(Race.of(4, (number) -> {
			this.follows.tick(id, this.doctor.getAccount().id());
			return number;
		}))).isEmpty();
	}

	@Test
	void it_is_never_sent_to_anybody() {
		var before = this.jdbc.sql("select count(*) from outbox_message").query(Long.class).single();
		note("RESULTS", "SITE_DOCTORS", "");
		this.follows.tick(noted(), this.doctor.getAccount().id());
		assertThat(this.jdbc.sql("select count(*) from outbox_message").query(Long.class).single()).isEqualTo(before);
	}

	@Test
	void many_ask_no_more_than_one() {
		note("RESULTS", "SITE_DOCTORS", "");
		var host = People.signedIn(this.scenario.hostOf(this.marciac).id(), Role.HOST);
		var sheet = "/medecin/agenda/" + this.morning.getId();
		int list = QueryCount.of(() -> see(host, "/lieu/suites"));
		int day = QueryCount.of(() -> see(as(this.doctor), sheet));
		note("LETTER", "SECRETARY", "");
		note("SEE_AGAIN", "SITE_DOCTORS", "");
		assertThat(QueryCount.of(() -> see(host, "/lieu/suites"))).isEqualTo(list).isPositive();
		assertThat(QueryCount.of(() -> see(as(this.doctor), sheet))).isEqualTo(day).isPositive();
	}

}
