package fr.medecinproche.matching.web;

import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import fr.medecinproche.matching.AbsentDoctor;
import fr.medecinproche.matching.StandInFixture;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.testing.BrowserTest;
import fr.medecinproche.testing.Browsers;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.Visit;
import fr.medecinproche.testing.Walk;
import fr.medecinproche.volunteer.Volunteer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.medecinproche.testing.Scenario.TUESDAY;

/**
 * A doctor who cannot come looks at the three ways, asks for a stand-in, and a colleague
 * accepts from the link of the letter.
 */
@BrowserTest
class AbsenceJourneyTests {

	@Autowired
	Scenario scenario;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	CleanDatabase database;

	private StandInFixture doctors;

	private Volunteer colleague;

	private HalfDaySlot morning;

	@BeforeEach
	void aMorningWithPatients() {
		this.database.clean();
		this.doctors = new StandInFixture(this.scenario, this.jdbc);
		var marciac = this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC);
		var doctor = this.scenario.volunteer("Aline", "Roux");
		this.morning = this.scenario.taken(doctor, marciac, HalfDay.morningOf(TUESDAY));
		this.scenario.taken(doctor, marciac, HalfDay.morningOf(TUESDAY.plusWeeks(1)));
		this.colleague = this.doctors.ofAuch("Bosc");
		this.doctors.ofToulouse("Vidal");
		new AbsentDoctor(this.scenario, this.jdbc).patientsOfAllKinds(this.morning);
	}

	static Stream<Visit> visits() {
		return Stream.of(Visit.onComputer().inTheDark(), Visit.onPhone().withoutScript().inEnglish());
	}

	@ParameterizedTest
	@Timeout(value = 10, unit = TimeUnit.MINUTES)
	@MethodSource("visits")
	void from_an_absence_to_a_stand_in(Visit visit, Browsers browsers) {
		var absent = new Walk(browsers.open(visit), "absent", visit);
		if (visit.locale().startsWith("en")) {
			absent.goTo("/?lang=en");
		}
		absent.signIn("aline.roux@essai.example");
		absent.goTo("/medecin/agenda?mois=2027-01");
		absent.followFirst("a[href$='/desistement'], a[href$='/absence']");
		absent.look("choices");
		absent.follow("a[href$='/absence/annulation']");
		absent.look("cancel");
		absent.follow("main a[href$='/absence']");
		absent.follow("a[href$='/absence/deplacement']");
		absent.look("where-to");
		absent.follow("a[href*='vers=']");
		absent.look("plan");
		absent.goTo("/medecin/creneaux/" + this.morning.getId() + "/absence/remplacement");
		absent.press("/absence/remplacement");
		absent.look("what-if-nobody");
		absent.tick("sinon-CANCEL");
		absent.press("/absence/remplacement");
		assertThat(absent.content()).containsText("Dr Jean Bosc");
		absent.look("waiting");
		var standIn = new Walk(browsers.open(visit), "stand-in", visit);
		standIn.goTo(this.doctors.linkOf(this.colleague));
		standIn.look("invitation");
		standIn.followFirst("form[action*='/medecin/remplacement/'] button");
		standIn.look("accepted");
		standIn.signIn(this.colleague.getAccount().email().value());
		standIn.goTo("/medecin/agenda?mois=2027-01");
		assertThat(standIn.content()).containsText("Marciac");
		absent.goTo("/medecin/agenda?mois=2027-01");
		assertThat(absent.at("a[href$='/medecin/agenda/" + this.morning.getId() + "']")).hasCount(0);
	}

}
