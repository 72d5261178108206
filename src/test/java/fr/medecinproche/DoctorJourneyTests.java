package fr.medecinproche;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.YearMonth;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import fr.medecinproche.indemnity.StatementRounds;
import fr.medecinproche.matching.StandInFixture;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDaySlots;
import fr.medecinproche.schedule.SchedulingService;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.testing.BrowserTest;
import fr.medecinproche.testing.Browsers;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Letters;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import fr.medecinproche.testing.Visit;
import fr.medecinproche.testing.Walk;
import fr.medecinproche.volunteer.Volunteer;
import fr.medecinproche.volunteer.Volunteers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.medecinproche.testing.Scenario.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * From first intention to a paid, repeated day: a doctor applies, their file goes its
 * way, they come every Tuesday, a colleague stands in for them once, and the month is
 * checked.
 */
@BrowserTest
class DoctorJourneyTests {

	private static final String TODAY = "2027-01-04";

	@Autowired
	Scenario scenario;

	@Autowired
	Volunteers volunteers;

	@Autowired
	SchedulingService scheduling;

	@Autowired
	HalfDaySlots slots;

	@Autowired
	StatementRounds rounds;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TestClock.SettableClock clock;

	@Autowired
	CleanDatabase database;

	private ConsultationSite marciac;

	private Volunteer colleague;

	@BeforeEach
	void tuesdaysAtMarciacAndAColleague() {
		this.database.clean();
		this.scenario.agent();
		this.marciac = this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC);
		this.scenario.hostOf(this.marciac);
		TUESDAY.datesUntil(LocalDate.of(2027, 2, 28), Period.ofWeeks(1))
			.forEach((day) -> this.scenario.halfDay(this.marciac, HalfDay.morningOf(day)));
		this.colleague = this.scenario.volunteer("Jean", "Bosc");
	}

	/**
	 * On a phone and without script; each part is walked on a computer by a journey of
	 * its own.
	 */
	@Test
	@Timeout(value = 10, unit = TimeUnit.MINUTES)
	void from_a_first_intention_to_a_paid_month(Browsers browsers) {
		var visit = Visit.onPhone().withoutScript();
		var doctor = new Walk(browsers.open(visit), "volunteer", visit);
		aDoctorApplies(doctor);
		var agent = new Walk(browsers.open(visit), "volunteer-agency", visit);
		theFileGoesItsWay(agent, doctor);
		theDoctorComesEveryTuesday(doctor);
		var standIn = new Walk(browsers.open(visit), "volunteer-stand-in", visit);
		aColleagueStandsIn(doctor, standIn);
		var host = new Walk(browsers.open(visit), "volunteer-host", visit);
		theSiteSaysWhoCame(host);
		theDoctorChecksTheMonth(doctor);
	}

	private void aDoctorApplies(Walk walk) {
		walk.goTo("/medecin/devenir-volontaire");
		Applicant.applies(walk, new Letters(this.jdbc));
		walk.look("file");
	}

	private void theFileGoesItsWay(Walk agent, Walk doctor) {
		agent.signIn("agent@essai.example");
		openTheFile(agent);
		agent.write("ordre", TODAY);
		agent.press("/etapes");
		doctor.goTo("/medecin/dossier");
		doctor.write("on", TODAY);
		doctor.press("/dossier/etapes");
		doctor.look("declared");
		openTheFile(agent);
		agent.write("number", TODAY);
		agent.write("active", TODAY);
		agent.press("/etapes");
		agent.look("file-active");
	}

	private static void openTheFile(Walk agent) {
		agent.goTo("/ars/medecins");
		agent.followFirst("main a[href*='/ars/medecins/']:has-text('Roux')");
	}

	private void theDoctorComesEveryTuesday(Walk walk) {
		walk.goTo("/medecin/demi-journees?mois=2027-01");
		walk.followFirst("a[href^='/medecin/repetition']");
		walk.at("#rythme").selectOption("EVERY_WEEK");
		walk.at("#jusque").selectOption("2027-02");
		walk.followFirst("form[action*='/medecin/repetition/apercu'] button");
		walk.look("every-tuesday");
		walk.followFirst("form[action$='/engagement'] button");
		assertThat(this.scheduling.cap(doctor().getId(), YearMonth.of(2027, 1)).left()).isEqualTo(1);
		assertThat(this.scheduling.cap(doctor().getId(), YearMonth.of(2027, 2)).left()).isZero();
		walk.look("agenda");
	}

	private void aColleagueStandsIn(Walk doctor, Walk standIn) {
		var secondTuesday = this.slots.of(doctor().getId(), TUESDAY, LocalDate.of(2027, 2, 1)).get(1);
		this.scenario.appointment(secondTuesday, LocalTime.of(9, 0), Scenario.patient("Jeanne", "Daste"));
		doctor.goTo("/medecin/creneaux/" + secondTuesday.getId() + "/absence/remplacement");
		doctor.tick("sinon-CANCEL");
		doctor.press("/absence/remplacement");
		doctor.look("looking-for-a-stand-in");
		standIn.goTo(new StandInFixture(this.scenario, this.jdbc).linkOf(this.colleague));
		standIn.look("invitation");
		standIn.followFirst("form[action*='/medecin/remplacement/'] button");
		standIn.signIn("jean.bosc@essai.example");
		standIn.goTo("/medecin/agenda/" + secondTuesday.getId());
		assertThat(standIn.content()).containsText("Daste");
	}

	private void theSiteSaysWhoCame(Walk host) {
		this.clock.set(LocalDateTime.of(2027, 2, 1, 9, 0));
		host.signIn("hote." + this.marciac.getId() + "@essai.example");
		host.goTo("/lieu/presences");
		for (int halfDay = 0; halfDay < 3; halfDay++) {
			host.followFirst("form[action*='/lieu/presences/'] button");
		}
		assertThat(host.content()).containsText("Aucune demi-journée à confirmer");
		this.rounds.makeSomeReady();
	}

	private void theDoctorChecksTheMonth(Walk walk) {
		walk.goTo("/medecin/indemnites/2027-01");
		assertThat(walk.content()).containsText(Pattern.compile("200\\s€"));
		walk.look("statement");
		walk.press("/confirmation");
		assertThat(walk.content()).containsText("Vous avez confirmé ce relevé");
	}

	private Volunteer doctor() {
		return this.jdbc.sql("select id from volunteer where family_name = 'Roux'")
			.query(Long.class)
			.optional()
			.flatMap(this.volunteers::findById)
			.orElseThrow();
	}

}
