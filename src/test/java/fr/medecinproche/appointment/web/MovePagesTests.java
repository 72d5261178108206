package fr.medecinproche.appointment.web;

import java.time.LocalDateTime;
import java.time.LocalTime;

import fr.medecinproche.appointment.Booking;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.schedule.SchedulingService;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Genuine;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import fr.medecinproche.volunteer.Volunteer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static fr.medecinproche.testing.PageAssertions.page;
import static fr.medecinproche.testing.Scenario.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Jeanne Daste has Tuesday 9:20 at Marciac, and would rather come at another time.
 */
@ApplicationTest
class MovePagesTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Scenario scenario;

	@Autowired
	SchedulingService scheduling;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TestClock.SettableClock clock;

	@Autowired
	CleanDatabase database;

	private ConsultationSite marciac;

	private ConsultationSite plaisance;

	private Volunteer doctor;

	private HalfDaySlot afternoon;

	private String address;

	@BeforeEach
	void anAppointmentAndOtherTimes() {
		this.database.clean();
		this.marciac = this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC);
		this.doctor = this.scenario.volunteer("Aline", "Roux");
		var morning = this.scenario.taken(this.doctor, this.marciac, HalfDay.morningOf(TUESDAY));
		this.afternoon = this.scenario.taken(this.doctor, this.marciac, HalfDay.afternoonOf(TUESDAY));
		this.plaisance = this.scenario.openSite("Cabinet de Plaisance", Scenario.PLAISANCE);
		this.scenario.taken(this.scenario.volunteer("Yves", "Pujol"), this.plaisance,
				HalfDay.morningOf(TUESDAY.plusDays(1)));
		this.address = address(
				this.scenario.appointment(morning, LocalTime.of(9, 20), Scenario.patient("Jeanne", "Daste")));
	}

	private static String address(Booking booking) {
		return "/rendez-vous/" + booking.link().value();
	}

	private MvcTestResult get(String uri) {
		return this.mvc.get().uri(uri).exchange();
	}

	private MvcTestResult choose(LocalTime time) {
		return this.mvc.post()
			.uri(this.address + "/deplacement")
			.with(Genuine.form())
			.param("slot", String.valueOf(this.afternoon.getId()))
			.param("startsAt", TUESDAY.atTime(time).atZone(HalfDay.ZONE).toInstant().toString())
			.exchange();
	}

	private MvcTestResult post(String uri, String... method) {
		var request = this.mvc.post().uri(uri).with(Genuine.form());
		return ((method.length == 0) ? request : request.param("_method", method[0])).exchange();
	}

	private static String target(MvcTestResult result) {
		assertThat(result).hasStatus3xxRedirection();
		return String.valueOf(result.getResponse().getRedirectedUrl());
	}

	private String booked() {
		return String.join(" ", this.jdbc.sql("""
				select to_char(starts_at at time zone 'Europe/Paris', 'HH24:MI') from appointment
				where status = 'BOOKED' order by 1""").query(String.class).list());
	}

	@Test
	void the_same_site_comes_first_then_the_near_ones_and_the_old_time_is_still_theirs() {
		var choice = get(this.address + "/deplacement");
		page(choice).isSound()
			.says("mardi 12 janvier 2027 à 9 h 20", "Ce rendez-vous est toujours le vôtre",
					"Horaires libres : Maison de santé de Marciac", "14 h 20", "Dans d’autres lieux proches",
					"Cabinet de Plaisance", "mercredi 13 janvier");
		Genuine.assertNoSession(choice);
		page(get(this.address + "/deplacement?lieu=" + this.plaisance.getSlug())).isSound()
			.says("Horaires libres : Cabinet de Plaisance", "Maison de santé de Marciac");
		assertThat(get(this.address + "/deplacement?lieu=nulle-part")).hasStatus(HttpStatus.NOT_FOUND);
		page(get(this.address + "/deplacement?lang=en")).isSound().says("This appointment is still yours");
	}

	@Test
	void what_they_had_and_what_they_will_have_is_said_before_the_one_yes() {
		var confirmation = target(choose(LocalTime.of(14, 20)));
		page(get(confirmation)).isSound()
			.says("Vous aviez", "mardi 12 janvier 2027 à 9 h 20", "Vous aurez", "mardi 12 janvier 2027 à 14 h 20",
					"jusqu’à 8 h 10", "Confirmer le changement", "Garder mon rendez-vous");
		assertThat(booked()).isEqualTo("09:20");
		var moved = post(confirmation);
		Genuine.assertNoSession(moved);
		page(get(target(moved))).isSound().says("Votre rendez-vous est confirmé", "14 h 20");
		assertThat(booked()).isEqualTo("14:20");
	}

	@Test
	void pressing_twice_going_back_and_a_second_window_move_once() {
		var confirmation = target(choose(LocalTime.of(14, 20)));
		assertThat(target(choose(LocalTime.of(14, 20)))).as("the same button again").isEqualTo(confirmation);
		post(confirmation);
		assertThat(target(post(confirmation))).isEqualTo(this.address);
		assertThat(target(get(confirmation))).as("back").isEqualTo(this.address);
		var other = target(choose(LocalTime.of(15, 0)));
		post(other);
		assertThat(target(post(confirmation))).as("the window left open").contains("refus=NOT_BOOKED");
		assertThat(booked()).isEqualTo("15:00");
	}

	@Test
	void moving_back_and_forth_to_the_same_time_works_with_the_same_link() {
		for (var time : new LocalTime[] { LocalTime.of(14, 20), LocalTime.of(15, 0), LocalTime.of(14, 20) }) {
			post(target(choose(time)));
		}
		assertThat(booked()).isEqualTo("14:20");
	}

	@Test
	void a_time_taken_meanwhile_leaves_the_old_one_and_says_so() {
		var confirmation = target(choose(LocalTime.of(14, 20)));
		this.clock.set(LocalDateTime.of(2027, 1, 4, 8, 30));
		this.scenario.appointment(this.afternoon, LocalTime.of(14, 20), Scenario.patient("Luc", "Cazaux"));
		page(get(target(post(confirmation)))).isSound()
			.says("Cet horaire n’est plus gardé", "Ce rendez-vous est toujours le vôtre", "9 h 20");
		page(get(target(choose(LocalTime.of(14, 20))))).isSound()
			.says("Cet horaire vient d’être choisi", "Ce rendez-vous est toujours le vôtre");
		assertThat(booked()).isEqualTo("09:20 14:20");
	}

	@Test
	void a_half_day_given_back_meanwhile_leaves_the_old_time() {
		var confirmation = target(choose(LocalTime.of(14, 20)));
		this.scheduling.giveBack(this.doctor.getId(), this.afternoon.getId());
		page(get(target(post(confirmation)))).isSound()
			.says("Cet horaire n’est plus proposé", "Ce rendez-vous est toujours le vôtre");
	}

	@Test
	void keeping_the_old_time_frees_the_new_one() {
		var confirmation = target(choose(LocalTime.of(14, 20)));
		page(get(target(post(confirmation, "delete")))).isSound().says("Votre rendez-vous est confirmé", "9 h 20");
		page(get("/lieux/" + this.marciac.getSlug())).has("input[value='2027-01-12T13:20:00Z']");
	}

	@ParameterizedTest
	@CsvSource({ "7, 19, Déplacer ce rendez-vous", "7, 20, Appelez le lieu", "9, 19, Appelez le lieu" })
	void the_last_hours_are_for_the_phone(int hour, int minute, String said) {
		page(get(this.address)).says("Jusqu’au mardi 12 janvier 2027 à 7 h 20, vous pouvez");
		var confirmation = target(choose(LocalTime.of(14, 20)));
		this.clock.set(TUESDAY.atTime(hour, minute));
		page(get(this.address)).isSound().says(said, "01 99 00 12 34");
		if (!said.startsWith("Déplacer")) {
			page(get(this.address)).hasNo("a[href$='/annulation'], a[href$='/deplacement']");
			page(get(this.address + "/deplacement")).isSound().says(said).hasNo("input[name=startsAt]");
			page(get(this.address + "/annulation")).isSound().says(said).hasNo("input[name=raison]");
			page(get(target(post(confirmation)))).isSound().says("Le rendez-vous est trop proche");
			page(get(target(choose(LocalTime.of(15, 0))))).isSound().says("Le rendez-vous est trop proche");
			assertThat(booked()).isEqualTo("09:20");
		}
	}

	@Test
	void tampered_times_and_links_are_refused() {
		assertThat(choose(LocalTime.of(8, 0))).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(choose(LocalTime.of(14, 3))).satisfies((result) -> page(get(target(result))).isSound());
		assertThat(get(this.address + "/deplacement/devine")).hasStatus(HttpStatus.GONE);
		assertThat(target(post(this.address + "/deplacement/devine"))).contains("refus=HOLD_ENDED");
		for (var path : new String[] { "/deplacement", "/deplacement/x", "/autre", "/autre/x" }) {
			assertThat(get("/rendez-vous/devine" + path)).hasStatus(HttpStatus.NOT_FOUND);
		}
		assertThat(this.mvc.post().uri(this.address + "/deplacement/x")).hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void a_cancelled_visit_is_not_moved() {
		var confirmation = target(choose(LocalTime.of(14, 20)));
		post(this.address + "/annulation");
		page(get(this.address + "/deplacement")).isSound().says("Votre rendez-vous est annulé");
		assertThat(target(post(confirmation))).isEqualTo(this.address + "?refus=NOT_BOOKED");
		assertThat(booked()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "CANNOT_COME, CANNOT_COME", "'', ", "FOUND_ELSEWHERE, FOUND_ELSEWHERE" })
	void cancelling_asks_one_question_that_may_be_left(String answer, String kept) {
		page(get(this.address + "/annulation")).isSound()
			.says("Déplacer plutôt", "facultatif", "Je ne souhaite pas répondre")
			.has("input[name=raison][value=''][checked]")
			.hasNo("textarea, main input[type=text]");
		this.mvc.post().uri(this.address + "/annulation").with(Genuine.form()).param("raison", answer).exchange();
		assertThat(this.jdbc.sql("select status || coalesce(cancel_reason, '') from appointment")
			.query(String.class)
			.single()).isEqualTo("CANCELLED" + ((kept != null) ? kept : ""));
	}

	@Test
	void an_answer_nobody_offered_is_refused() {
		assertThat(this.mvc.post()
			.uri(this.address + "/annulation")
			.with(Genuine.form())
			.param("raison", "GRIPPE")
			.exchange()
			.getResponse()
			.getStatus()).isBetween(400, 499);
		assertThat(booked()).isEqualTo("09:20");
	}

}
