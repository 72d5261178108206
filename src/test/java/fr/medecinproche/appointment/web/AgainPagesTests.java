package fr.medecinproche.appointment.web;

import java.time.LocalTime;

import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Genuine;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static fr.medecinproche.testing.PageAssertions.page;
import static fr.medecinproche.testing.Scenario.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * From one appointment to another: for somebody of the family, or with the same doctor.
 */
@ApplicationTest
class AgainPagesTests {

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

	private HalfDaySlot morning;

	private HalfDaySlot nextWeek;

	private String address;

	@BeforeEach
	void anAppointment() {
		this.database.clean();
		var marciac = this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC);
		var plaisance = this.scenario.openSite("Cabinet de Plaisance", Scenario.PLAISANCE);
		var doctor = this.scenario.volunteer("Aline", "Roux");
		this.morning = this.scenario.taken(doctor, marciac, HalfDay.morningOf(TUESDAY));
		this.nextWeek = this.scenario.taken(doctor, plaisance, HalfDay.morningOf(TUESDAY.plusWeeks(1)));
		this.address = "/rendez-vous/"
				+ this.scenario.appointment(this.morning, LocalTime.of(9, 20), Scenario.patient("Jeanne", "Daste"))
					.link()
					.value();
	}

	private MvcTestResult get(String uri) {
		return this.mvc.get().uri(uri).exchange();
	}

	private String choose(HalfDaySlot slot, LocalTime time, String whom) {
		var chosen = this.mvc.post()
			.uri(this.address + "/autre")
			.with(Genuine.form())
			.param("pour", whom)
			.param("slot", String.valueOf(slot.getId()))
			.param("startsAt", slot.getHalfDay().day().atTime(time).atZone(HalfDay.ZONE).toInstant().toString())
			.exchange();
		assertThat(chosen).hasStatus3xxRedirection();
		Genuine.assertNoSession(chosen);
		return String.valueOf(chosen.getResponse().getRedirectedUrl());
	}

	@Test
	void the_times_right_after_are_offered_first_to_a_family() {
		page(get(this.address)).isSound().has("a[href$='/autre?pour=RELATIVE']");
		page(get(this.address + "/autre?pour=RELATIVE")).isSound()
			.says("Étape 1 sur 3", "Rien n’est encore réservé", "Juste après le rendez-vous du mardi 12 janvier 2027",
					"9 h 40", "Les prochains horaires avec Dr Aline Roux", "Cabinet de Plaisance");
	}

	@Test
	void a_relative_is_reached_like_the_first_of_the_family_and_has_a_name_of_their_own() {
		var form = choose(this.morning, LocalTime.of(9, 40), "RELATIVE");
		assertThat(form).doesNotContainIgnoringCase("daste").doesNotContain("0639", "1941", "essai");
		page(get(form)).isSound()
			.says("Étape 2 sur 3", "mardi 12 janvier 2027 à 9 h 40")
			.has("input[name=phone][value='06\u00a039\u00a098\u00a000\u00a002']")
			.has("input[name=email][value='patient@essai.example']")
			.has("input[name=commune][value*=Plaisance]")
			.has("#whom-RELATIVE[checked]")
			.has("input[name=familyName]:not([value]), input[name=familyName][value='']")
			.hasNo("input[value=Daste], input[value='08/05/1941'], #regularDoctor-NO[checked]");
	}

	@Test
	void seeing_the_same_doctor_again_needs_no_typing_at_all() {
		page(get(this.address + "/autre?pour=SAME")).isSound()
			.says("Revoir le même médecin", "mardi 19 janvier 2027, matin", "Cabinet de Plaisance")
			.doesNotSay("Juste après");
		var form = choose(this.nextWeek, LocalTime.of(10, 0), "SAME");
		page(get(form)).isSound()
			.has("input[name=familyName][value=Daste]")
			.has("input[name=birthDate][value='08/05/1941']")
			.has("#regularDoctor-NO[checked]");
		assertThat(form).isEqualTo(choose(this.nextWeek, LocalTime.of(10, 0), "SAME"));
	}

	@Test
	void a_doctor_is_found_again_from_a_cancelled_and_from_a_past_visit() {
		this.mvc.post().uri(this.address + "/annulation").with(Genuine.form()).exchange();
		page(get(this.address)).isSound().says("Avec Dr Aline Roux").has("a[href$='/autre?pour=SAME']");
		this.clock.set(TUESDAY.plusDays(3).atTime(8, 0));
		page(get(this.address + "/autre")).isSound().says("mardi 19 janvier 2027, matin");
		this.clock.set(TUESDAY.plusDays(9).atTime(8, 0));
		page(get(this.address + "/autre")).isSound().says("Aucun horaire n’est libre avec Dr Aline Roux");
	}

	@Test
	void a_time_taken_meanwhile_is_said() {
		this.scenario.appointment(this.morning, LocalTime.of(9, 40), Scenario.patient("Luc", "Cazaux"));
		page(get(choose(this.morning, LocalTime.of(9, 40), "RELATIVE"))).isSound()
			.says("Cet horaire vient d’être choisi par une autre personne", "10 h");
	}

}
