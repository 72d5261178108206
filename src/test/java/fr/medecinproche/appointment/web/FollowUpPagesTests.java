package fr.medecinproche.appointment.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;

import fr.medecinproche.account.Role;
import fr.medecinproche.appointment.FollowUpService;
import fr.medecinproche.appointment.Patient;
import fr.medecinproche.appointment.RegularDoctor;
import fr.medecinproche.appointment.VisitKind;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Genuine;
import fr.medecinproche.testing.PdfAssertions;
import fr.medecinproche.testing.People;
import fr.medecinproche.testing.QueryCount;
import fr.medecinproche.testing.Race;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import fr.medecinproche.volunteer.Volunteer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static fr.medecinproche.testing.PageAssertions.page;
import static fr.medecinproche.testing.Scenario.TUESDAY;
import static fr.medecinproche.testing.Scenario.patient;
import static org.assertj.core.api.Assertions.assertThat;

@ApplicationTest
class FollowUpPagesTests {

	private static final LocalDate NEXT = LocalDate.of(2027, 4, 13);

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Scenario scenario;

	@Autowired
	FollowUpService followUps;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TestClock.SettableClock clock;

	@Autowired
	CleanDatabase database;

	private Volunteer doctor;

	private ConsultationSite marciac;

	private HalfDaySlot today;

	@BeforeEach
	void aMorningAtMarciac() {
		this.database.clean();
		this.doctor = this.scenario.volunteer("Aline", "Roux");
		this.marciac = this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC);
		this.today = this.scenario.taken(this.doctor, this.marciac, HalfDay.morningOf(TUESDAY));
	}

	private long visitOf(Patient patient) {
		var visit = this.scenario.appointment(this.today, LocalTime.of(9, 20), patient).appointment().getId();
		this.clock.set(LocalDateTime.of(TUESDAY, LocalTime.of(9, 40)));
		return visit;
	}

	private HalfDaySlot inThreeMonths() {
		return this.scenario.taken(this.doctor, this.marciac, HalfDay.morningOf(NEXT));
	}

	private MvcTestResult see(Volunteer who, String address) {
		return this.mvc.get().uri(address).with(People.signedIn(who.getAccount().id(), Role.VOLUNTEER)).exchange();
	}

	private MvcTestResult choose(Volunteer who, long visit, HalfDaySlot slot, String time) {
		return this.mvc.post()
			.uri("/medecin/rendez-vous/{id}/prochain", visit)
			.param("horaire",
					slot.getId() + "@"
							+ ZonedDateTime.of(slot.getHalfDay().day(), LocalTime.parse(time), HalfDay.ZONE)
								.toInstant())
			.with(People.signedIn(who.getAccount().id(), Role.VOLUNTEER))
			.with(Genuine.form())
			.exchange();
	}

	private long coming() {
		return this.jdbc.sql("select count(*) from appointment where status = 'BOOKED' and starts_at > ?")
			.param(java.sql.Timestamp.from(this.clock.instant()))
			.query(Long.class)
			.single();
	}

	@Test
	void a_doctor_gives_a_time_of_a_coming_half_day_even_months_ahead() {
		var slot = inThreeMonths();
		var visit = visitOf(patient("Jeanne", "Lacoste"));
		page(see(this.doctor, "/medecin/rendez-vous/" + visit)).isSound()
			.says("Jeanne Lacoste", "n’a pas de prochain rendez-vous avec vous", "Donner un prochain rendez-vous");
		page(see(this.doctor, "/medecin/rendez-vous/" + visit + "/prochain")).isSound()
			.says("mardi 13 avril 2027, matin", "9 h 20", "Maison de santé de Marciac")
			.doesNotSay("12 janvier 2027, matin De");
		var done = choose(this.doctor, visit, slot, "09:20");
		var next = this.jdbc.sql("select max(id) from appointment").query(Long.class).single();
		assertThat(done).hasRedirectedUrl("/medecin/rendez-vous/" + next);
		page(see(this.doctor, "/medecin/rendez-vous/" + next)).isSound()
			.says("mardi 13 avril 2027 à 9 h 20", "Code du rendez-vous", "reçoit un message de confirmation");
		page(see(this.doctor, "/medecin/rendez-vous/" + visit)).says("mardi 13 avril 2027 à 9 h 20, Maison de santé");
		assertThat(this.jdbc.sql("select channel || ' ' || booked_by from appointment where id = ?")
			.param(next)
			.query(String.class)
			.single()).isEqualTo("VOLUNTEER " + this.doctor.getAccount().id());
		assertThat(this.jdbc.sql("select recipient from outbox_message where dedup_key = ?")
			.param("appointment:" + next + ":booked")
			.query(String.class)
			.list()).containsExactly("patient@essai.example");
		page(see(this.doctor, "/medecin/rendez-vous/" + visit + "/prochain?lang=en")).isSound()
			.says("Give another appointment");
	}

	@Test
	void this_site_comes_first_then_the_others_and_never_a_colleague_s() {
		var plaisance = this.scenario.openSite("Cabinet de Plaisance", Scenario.PLAISANCE);
		this.scenario.taken(this.doctor, plaisance, HalfDay.morningOf(TUESDAY.plusDays(1)));
		inThreeMonths();
		var colleague = this.scenario.volunteer("Luc", "Bosc");
		var theirs = this.scenario.taken(colleague, this.marciac, HalfDay.afternoonOf(TUESDAY.plusDays(2)));
		var visit = visitOf(patient("Jeanne", "Lacoste"));
		var shown = see(this.doctor, "/medecin/rendez-vous/" + visit + "/prochain");
		assertThat(shown).bodyText()
			.containsSubsequence("mardi 13\u00a0avril 2027, matin", "mercredi 13\u00a0janvier 2027, matin")
			.doesNotContain("jeudi 14\u00a0janvier");
		page(choose(this.doctor, visit, theirs, "14:00")).isSound().says("plus");
		assertThat(coming()).isZero();
	}

	@Test
	void pressed_twice_it_is_one_appointment() throws InterruptedException {
		var slot = inThreeMonths();
		var visit = visitOf(patient("Jeanne", "Lacoste"));
		var startsAt = slot.begins();
		var outcomes = Race.of(4,
				(number) -> this.followUps
					.book(visit, this.doctor.getId(), slot.getId(), startsAt, VisitKind.CONSULTATION,
							this.doctor.getAccount().id())
					.getId());
		assertThat(Race.losses(outcomes)).isEmpty();
		assertThat(coming()).isOne();
		assertThat(choose(this.doctor, visit, slot, "09:00")).hasStatus3xxRedirection();
		assertThat(coming()).isOne();
	}

	@Test
	void who_has_a_share_already_is_refused_with_a_way_on() {
		var slot = inThreeMonths();
		var colleague = this.scenario.volunteer("Luc", "Bosc");
		for (int days = 1; days < 3; days++) {
			this.scenario.appointment(
					this.scenario.taken(colleague, this.marciac, HalfDay.morningOf(TUESDAY.plusDays(days))),
					LocalTime.of(9, 0), patient("Jeanne", "Lacoste"));
		}
		this.jdbc.sql("update appointment set status = status").update();
		var visit = this.scenario
			.appointment(this.today, LocalTime.of(9, 20),
					new Patient("Marcel", "Dupuy", LocalDate.of(1950, 1, 1), "+33639980002", null, Scenario.PLAISANCE,
							RegularDoctor.NO, false))
			.appointment()
			.getId();
		this.jdbc
			.sql("update appointment set given_name = 'Jeanne', family_name = 'Lacoste', birth_date = '1941-05-08', "
					+ "name_key = 'jeanne lacoste' where id = ?")
			.param(visit)
			.update();
		this.clock.set(LocalDateTime.of(TUESDAY, LocalTime.of(9, 40)));
		var refused = choose(this.doctor, visit, slot, "09:00");
		page(refused).isSound().says("noter « à revoir »", "déplacer ou annuler").doesNotSay("Luc Bosc", "13 janvier");
		assertThat(coming()).isEqualTo(2);
	}

	@Test
	void a_doctor_without_a_free_time_is_led_on() {
		var visit = visitOf(patient("Jeanne", "Lacoste"));
		page(see(this.doctor, "/medecin/rendez-vous/" + visit + "/prochain")).isSound()
			.says("pas d’horaire libre")
			.has("a[href='/medecin/demi-journees']");
	}

	@Test
	void who_has_only_a_land_line_is_handed_a_letter() {
		var slot = inThreeMonths();
		var visit = visitOf(new Patient("Marcel", "Dupuy", LocalDate.of(1950, 1, 1), "+33199001235", null,
				Scenario.PLAISANCE, RegularDoctor.NO, false));
		choose(this.doctor, visit, slot, "09:00");
		var next = this.jdbc.sql("select max(id) from appointment").query(Long.class).single();
		page(see(this.doctor, "/medecin/rendez-vous/" + next)).isSound().says("remettez-lui la lettre");
		var letter = see(this.doctor, "/medecin/rendez-vous/" + next + "/lettre.pdf");
		PdfAssertions.pdf(letter).isAccessible("fr").says("mardi 13 avril 2027", "Marcel Dupuy");
		assertThat(see(this.scenario.volunteer("Luc", "Bosc"), "/medecin/rendez-vous/" + next + "/lettre.pdf"))
			.hasStatus(404);
	}

	@Test
	void somebody_elses_patient_and_a_time_that_makes_no_sense_get_nowhere() {
		var slot = inThreeMonths();
		var visit = visitOf(patient("Jeanne", "Lacoste"));
		var colleague = this.scenario.volunteer("Luc", "Bosc");
		assertThat(see(colleague, "/medecin/rendez-vous/" + visit)).hasStatus(404);
		assertThat(see(colleague, "/medecin/rendez-vous/" + visit + "/prochain")).hasStatus(404);
		assertThat(choose(colleague, visit, slot, "09:00")).hasStatus(404);
		assertThat(this.mvc.post()
			.uri("/medecin/rendez-vous/{id}/prochain", visit)
			.param("horaire", "demain")
			.with(People.signedIn(this.doctor.getAccount().id(), Role.VOLUNTEER))
			.with(Genuine.form())
			.exchange()).hasRedirectedUrl("/medecin/rendez-vous/" + visit + "/prochain");
		page(choose(this.doctor, visit, slot, "03:00")).isSound().has("[role=alert]");
		page(choose(this.doctor, visit, this.today, "09:00")).isSound().has("[role=alert]");
		assertThat(choose(this.doctor, visit, this.today, "09:20")).hasRedirectedUrl("/medecin/rendez-vous/" + visit);
		assertThat(coming()).isZero();
	}

	@Test
	void many_half_days_ask_no_more_than_one() {
		inThreeMonths();
		var visit = visitOf(patient("Jeanne", "Lacoste"));
		var address = "/medecin/rendez-vous/" + visit + "/prochain";
		int one = QueryCount.of(() -> see(this.doctor, address));
		this.scenario.taken(this.doctor, this.marciac, HalfDay.afternoonOf(NEXT));
		this.scenario.taken(this.doctor, this.marciac, HalfDay.morningOf(NEXT.plusDays(1)));
		assertThat(QueryCount.of(() -> see(this.doctor, address))).isEqualTo(one).isPositive();
	}

}
