package fr.medecinproche.indemnity;

import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import fr.medecinproche.account.Role;
import fr.medecinproche.indemnity.DisputeService.Complaint;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.testing.Browsers;
import fr.medecinproche.testing.BrowserTest;
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

/**
 * A month from the last half-days to confirm to the file for the CPAM.
 */
@BrowserTest
class MonthClosingJourneyTests {

	private static final YearMonth JANUARY = YearMonth.of(2027, 1);

	@Autowired
	Scenario scenario;

	@Autowired
	Statements statements;

	@Autowired
	StatementService service;

	@Autowired
	StatementRounds rounds;

	@Autowired
	DisputeService disputes;

	@Autowired
	TestClock.SettableClock clock;

	@Autowired
	CleanDatabase database;

	private Volunteer aline;

	private Volunteer jean;

	@BeforeEach
	void aMorningOfEachOfTwoDoctors() {
		this.database.clean();
		this.scenario.account("admin@essai.example", Role.ADMIN);
		this.aline = this.scenario.volunteer("Aline", "Roux");
		this.jean = this.scenario.volunteer("Jean", "Weber");
		var site = this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC);
		this.scenario.taken(this.aline, site, HalfDay.morningOf(TUESDAY));
		this.scenario.taken(this.jean, site, HalfDay.afternoonOf(TUESDAY));
		this.clock.set(LocalDateTime.of(2027, 2, 2, 9, 0));
	}

	static Stream<Visit> visits() {
		return Stream.of(Visit.onComputer().inTheDark(), Visit.onPhone().withoutScript());
	}

	@ParameterizedTest
	@Timeout(value = 6, unit = TimeUnit.MINUTES)
	@MethodSource("visits")
	void a_month_is_confirmed_held_up_by_a_dispute_answered_closed_and_sent(Visit visit, Browsers browsers) {
		var walk = new Walk(browsers.open(visit), "month", visit);
		walk.signIn("admin@essai.example");
		confirmsTheHalfDays(walk);
		this.rounds.makeSomeReady();
		confirm(this.aline);
		this.disputes.raise(this.jean.getId(), JANUARY,
				new Complaint(HalfDay.afternoonOf(TUESDAY), Dispute.Reason.AMOUNT, "Une heure de route."),
				this.jean.getAccount().id());
		closesWhatIsReady(walk);
		answersTheDispute(walk);
		confirm(this.jean);
		closesTheMonth(walk);
		sendsIt(walk);
	}

	private void confirm(Volunteer doctor) {
		this.service.confirm(doctor.getId(), JANUARY, this.statements.of(doctor.getId(), JANUARY).mark());
	}

	private void confirmsTheHalfDays(Walk walk) {
		walk.goTo("/ars/indemnites");
		walk.look("desk");
		walk.followFirst(".pipeline a[href*='presences']");
		walk.look("half-days");
		walk.press("/ars/indemnites/presences");
		assertThat(walk.content()).containsText("2 demi-journées sont confirmées");
	}

	private void closesWhatIsReady(Walk walk) {
		walk.goTo("/ars/indemnites/mois/2027-01/cloture");
		assertThat(walk.content()).containsText("Un relevé contesté");
		assertThat(walk.at("form[action*='/mois/2027-01/cloture']")).hasCount(0);
		walk.look("held-up");
		walk.press("/releves/cloture");
		assertThat(walk.content()).containsText("Le relevé est clos");
	}

	private void answersTheDispute(Walk walk) {
		walk.goTo("/ars/indemnites");
		walk.followFirst(".pipeline a[href*='contestations']");
		walk.look("disputes");
		walk.followFirst("main a[href*='/contestations/']");
		walk.tick("suite-MAINTAINED");
		walk.write("reponse", "La route n’est pas comptée.");
		walk.press("/contestations/");
	}

	private void closesTheMonth(Walk walk) {
		walk.goTo("/ars/indemnites?mois=2027-01");
		walk.followFirst("main a[href*='/cloture']");
		walk.look("ready");
		walk.followFirst("main a[href$='#numero-am']");
		walk.write("billingNumber", "301 234 567");
		walk.press("/numero-am");
		assertThat(walk.content()).containsText("Le numéro est enregistré");
		walk.goTo("/ars/indemnites/mois/2027-01/cloture");
		assertThat(walk.content()).containsText("Un médecin sans numéro");
		walk.press("/mois/2027-01/cloture");
		assertThat(walk.content()).containsText("est clos depuis");
		walk.look("closed");
	}

	private void sendsIt(Walk walk) {
		walk.followFirst("main a[href*='/ars/indemnites/lots']");
		walk.look("to-send");
		walk.press("/ars/indemnites/lots");
		assertThat(walk.content()).containsText("Lot n°");
		assertThat(walk.content()).containsText("200 €");
		assertThat(walk.content()).not().containsText("différent");
		walk.look("batch");
		var file = walk.download("main a[href$='lot.csv']");
		org.assertj.core.api.Assertions.assertThat(file.lines().skip(1))
			.hasSize(2)
			.allMatch((row) -> row.contains("\"100\""));
	}

}
