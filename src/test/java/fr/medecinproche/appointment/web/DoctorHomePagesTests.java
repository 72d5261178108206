package fr.medecinproche.appointment.web;

import java.time.DayOfWeek;
import java.util.Set;

import fr.medecinproche.account.Role;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.PageAssertions;
import fr.medecinproche.testing.People;
import fr.medecinproche.testing.QueryCount;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import fr.medecinproche.volunteer.Availability;
import fr.medecinproche.volunteer.Preferences;
import fr.medecinproche.volunteer.Volunteer;
import fr.medecinproche.volunteer.VolunteerService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static fr.medecinproche.testing.PageAssertions.page;
import static fr.medecinproche.testing.Scenario.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@ApplicationTest
class DoctorHomePagesTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Scenario scenario;

	@Autowired
	VolunteerService volunteers;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TestClock.SettableClock clock;

	@Autowired
	CleanDatabase database;

	private Volunteer doctor;

	private ConsultationSite marciac;

	private ConsultationSite leVigan;

	@BeforeEach
	void twoPlaces() {
		this.database.clean();
		this.doctor = this.scenario.volunteer("Aline", "Roux");
		this.marciac = this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC);
		this.leVigan = this.scenario.openSite("Maison de santé du Vigan", Scenario.LE_VIGAN);
	}

	private MvcTestResult see(String address) {
		return this.mvc.get()
			.uri(address)
			.with(People.signedIn(this.doctor.getAccount().id(), Role.VOLUNTEER))
			.exchange();
	}

	private PageAssertions home() {
		return page(see("/medecin")).isSound();
	}

	private void openDay(ConsultationSite site, int weeks) {
		this.scenario.halfDay(site, HalfDay.morningOf(TUESDAY.plusWeeks(weeks)));
		this.scenario.halfDay(site, HalfDay.afternoonOf(TUESDAY.plusWeeks(weeks)));
	}

	@Test
	void says_why_each_proposal_was_picked() {
		openDay(this.marciac, 0);
		this.scenario.halfDay(this.leVigan, HalfDay.morningOf(TUESDAY.plusDays(1)));
		this.scenario.taken(this.scenario.volunteer("Luc", "Bosc"), this.leVigan,
				HalfDay.morningOf(TUESDAY.plusDays(3)));
		home()
			.says("La plus proche de votre commune", "La journée entière",
					"Aucun médecin prévu en janvier 2027 dans cette zone")
			.doesNotSay("Un jour qui vous convient", "Le même lieu que la dernière fois")
			.hasNo(".offer:nth-of-type(2) .reasons");
	}

	@Test
	void the_place_of_last_time_and_the_days_that_suit_speak_for_a_day() {
		this.scenario.taken(this.doctor, this.leVigan, HalfDay.morningOf(TUESDAY));
		this.clock.set(TUESDAY.plusDays(1).atTime(8, 0));
		this.volunteers.prefer(this.doctor.getId(), new Preferences(false, Set.of()),
				new Availability(null, Set.of(DayOfWeek.THURSDAY), Set.of()));
		this.scenario.halfDay(this.leVigan, HalfDay.morningOf(TUESDAY.plusDays(6)));
		this.scenario.halfDay(this.leVigan, HalfDay.morningOf(TUESDAY.plusDays(9)));
		home().says("jeudi 21 janvier 2027", "Le même lieu que la dernière fois", "Un jour qui vous convient")
			.doesNotSay("lundi 18 janvier 2027");
	}

	@Test
	void what_is_too_far_for_the_doctor_is_not_proposed() {
		openDay(this.leVigan, 0);
		this.volunteers.prefer(this.doctor.getId(), new Preferences(false, Set.of()),
				new Availability(150, Set.of(), Set.of()));
		home().doesNotSay("Maison de santé du Vigan").says("Rien à prendre");
	}

	@Test
	void proposes_nothing_in_a_full_month_and_shows_four_boxes() {
		for (int day = 0; day < 4; day++) {
			this.scenario.taken(this.doctor, this.marciac, HalfDay.morningOf(TUESDAY.plusDays(day)));
		}
		openDay(this.marciac, 1);
		home().says("Il ne vous reste aucune demi-journée en janvier 2027.", "Rien à prendre")
			.has(".left--none .taken:nth-of-type(4)");
	}

	@Test
	void runs_as_many_queries_for_many_as_for_few() {
		openDay(this.marciac, 0);
		int few = QueryCount.of(() -> see("/medecin"));
		for (int week = 1; week < 6; week++) {
			openDay(this.marciac, week);
			openDay(this.leVigan, week);
		}
		assertThat(few).isPositive();
		assertThat(QueryCount.of(() -> see("/medecin"))).isEqualTo(few);
	}

	@Test
	void a_doctor_notes_that_somebody_keeps_their_practice_and_takes_it_back() {
		var slot = this.scenario.taken(this.doctor, this.marciac, HalfDay.morningOf(TUESDAY));
		assertThat(replaced(this.doctor, slot, "post")).hasRedirectedUrl("/medecin/agenda?mois=2027-01");
		page(see("/medecin/agenda")).isSound().says("Votre cabinet a un remplaçant ce jour-là");
		replaced(this.doctor, slot, "delete");
		page(see("/medecin/agenda")).isSound().doesNotSay("Votre cabinet a un remplaçant ce jour-là");
	}

	@Test
	void nobody_notes_it_for_somebody_else() {
		var slot = this.scenario.taken(this.doctor, this.marciac, HalfDay.morningOf(TUESDAY));
		assertThat(replaced(this.scenario.volunteer("Luc", "Bosc"), slot, "post")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.jdbc.sql("select replaced from half_day_slot where id = ?")
			.param(slot.getId())
			.query(Boolean.class)
			.single()).isFalse();
		assertThat(replaced(this.doctor, 999_999, "post")).hasStatus(HttpStatus.NOT_FOUND);
	}

	private MvcTestResult replaced(Volunteer volunteer, HalfDaySlot slot, String method) {
		return replaced(volunteer, slot.getId(), method);
	}

	private MvcTestResult replaced(Volunteer volunteer, long slotId, String method) {
		return this.mvc.post()
			.uri("/medecin/creneaux/{id}/remplacement", slotId)
			.param("_method", method)
			.with(People.signedIn(volunteer.getAccount().id(), Role.VOLUNTEER))
			.with(csrf())
			.exchange();
	}

}
