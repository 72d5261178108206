package fr.medecinproche.indemnity;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.SchedulingService;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.testing.BrowserTest;
import fr.medecinproche.testing.Browsers;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import fr.medecinproche.testing.Visit;
import fr.medecinproche.testing.Walk;
import fr.medecinproche.volunteer.Volunteer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.medecinproche.testing.Scenario.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * From the morning the doctor came to the statement that is closed, and the next month.
 */
@BrowserTest
class IndemnityJourneyTests {

	@Autowired
	Scenario scenario;

	@Autowired
	StatementRounds rounds;

	@Autowired
	SchedulingService scheduling;

	@Autowired
	TestClock.SettableClock clock;

	@Autowired
	CleanDatabase database;

	private Volunteer doctor;

	private ConsultationSite site;

	@BeforeEach
	void aDayOfJanuaryAndOneOfMarch() {
		this.database.clean();
		this.scenario.agent();
		this.doctor = this.scenario.volunteer("Aline", "Roux");
		this.site = this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC);
		this.scenario.hostOf(this.site);
		this.scenario.taken(this.doctor, this.site, HalfDay.morningOf(TUESDAY));
		this.scenario.taken(this.doctor, this.site, HalfDay.afternoonOf(TUESDAY));
		this.scenario.halfDay(this.site, HalfDay.morningOf(LocalDate.of(2027, 3, 9)));
		this.clock.set(LocalDateTime.of(2027, 2, 24, 9, 0));
	}

	static Stream<Visit> visits() {
		return Stream.of(Visit.onComputer().inTheDark(), Visit.onPhone().withoutScript());
	}

	@ParameterizedTest
	@Timeout(value = 6, unit = TimeUnit.MINUTES)
	@MethodSource("visits")
	void a_half_day_is_confirmed_checked_disputed_answered_closed_and_repeated(Visit visit, Browsers browsers) {
		theHostSaysWhoCame(new Walk(browsers.open(visit), "paid-host", visit));
		this.rounds.makeSomeReady();
		var volunteer = new Walk(browsers.open(visit), "paid-doctor", visit);
		theDoctorDisputesALine(volunteer);
		var agency = new Walk(browsers.open(visit), "paid-agency", visit);
		theAgencyAnswers(agency);
		theDoctorConfirms(volunteer);
		theAgencyClosesAndCorrects(agency);
		theDoctorComesAgain(volunteer);
	}

	private void theHostSaysWhoCame(Walk walk) {
		walk.signIn("hote." + this.site.getId() + "@essai.example");
		walk.look("today");
		walk.goTo("/lieu/presences");
		walk.look("presences");
		walk.followFirst("form[action*='/lieu/presences/'] button");
		assertThat(walk.content()).containsText("C’est noté");
		walk.followFirst("form[action*='/lieu/presences/'] button");
		assertThat(walk.content()).containsText("Aucune demi-journée à confirmer");
		walk.look("presences-done");
	}

	private void theDoctorDisputesALine(Walk walk) {
		walk.signIn("aline.roux@essai.example");
		walk.look("home");
		walk.goTo("/medecin/indemnites");
		walk.look("statements");
		walk.goTo("/medecin/indemnites/2027-01");
		walk.look("statement");
		walk.follow("a[href*='contestation?ligne']");
		walk.look("dispute");
		walk.tick("motif-NOT_HELD");
		walk.write("commentaire", "Je suis partie à midi.");
		walk.press("/contestation");
		assertThat(walk.content()).containsText("L’agence va vous répondre");
		walk.look("disputed");
	}

	private void theAgencyAnswers(Walk walk) {
		walk.signIn("agent@essai.example");
		walk.goTo("/ars/indemnites/presences");
		walk.look("half-days");
		walk.goTo("/ars/indemnites/presences?notees=true&mois=2027-01");
		walk.look("half-days-decided");
		walk.goTo("/ars/indemnites/releves?mois=2027-01");
		walk.look("statements");
		walk.followFirst("main th a");
		walk.look("statement");
		walk.followFirst("a[href*='/contestations/']");
		walk.look("answer");
		walk.tick("suite-CORRECTED");
		walk.press("/contestations/");
		assertThat(walk.content()).containsText("Corrigé.");
		walk.look("answered");
	}

	private void theDoctorConfirms(Walk walk) {
		walk.goTo("/medecin/indemnites/2027-01");
		walk.press("/confirmation");
		assertThat(walk.content()).containsText("Vous avez confirmé ce relevé");
		walk.look("confirmed");
	}

	private void theAgencyClosesAndCorrects(Walk walk) {
		walk.goTo("/ars/indemnites/releves?mois=2027-01");
		walk.press("/cloture");
		assertThat(walk.content()).containsText("Il ne changera plus");
		walk.look("closed");
		walk.followFirst("main th a");
		walk.followFirst("a[href*='/correction']");
		walk.look("correction");
		walk.write("montant", "-50");
		walk.write("raison", "Départ à dix heures.");
		walk.press("/correction");
		assertThat(walk.content()).containsText("La correction est sur le relevé pour février 2027");
		walk.look("corrected");
	}

	private void theDoctorComesAgain(Walk walk) {
		walk.goTo("/medecin/retour");
		walk.look("again");
		walk.press("/medecin/retour");
		assertThat(walk.content()).containsText("Merci de revenir");
		assertThat(this.scheduling.cap(this.doctor.getId(), YearMonth.of(2027, 3)).left()).isEqualTo(3);
	}

}
