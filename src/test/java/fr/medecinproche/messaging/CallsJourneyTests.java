package fr.medecinproche.messaging;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.stream.Stream;

import com.microsoft.playwright.Page;
import fr.medecinproche.appointment.Patient;
import fr.medecinproche.appointment.RegularDoctor;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.SchedulingService;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.BrowserTest;
import fr.medecinproche.testing.Browsers;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Pages;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.Visit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

@ApplicationTest
@BrowserTest
class CallsJourneyTests {

	@Autowired
	Scenario scenario;

	@Autowired
	SchedulingService scheduling;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	CleanDatabase database;

	@BeforeEach
	void aPatientWithALandLineWhoseDoctorCannotCome() {
		this.database.clean();
		this.scenario.agent();
		var site = this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC);
		this.scenario.hostOf(site);
		var doctor = this.scenario.volunteer("Aline", "Roux");
		var morning = this.scenario.taken(doctor, site, HalfDay.morningOf(Scenario.TUESDAY));
		this.scenario.appointment(morning, LocalTime.of(9, 20), new Patient("Philomène", "Castéran",
				LocalDate.of(1941, 5, 8), "+33199001235", null, Scenario.PLAISANCE, RegularDoctor.NO, false));
		this.scenario.taken(this.scenario.volunteer("Lise", "Serres"),
				this.scenario.openSite("Cabinet de Plaisance", Scenario.PLAISANCE),
				HalfDay.morningOf(Scenario.TUESDAY.plusDays(1)));
		this.scheduling.giveBack(doctor.getId(), morning.getId());
	}

	static Stream<Visit> visits() {
		return Stream.of(Visit.onComputer().inTheDark(), Visit.onPhone().withoutScript());
	}

	@ParameterizedTest
	@MethodSource("visits")
	void a_secretary_calls_whom_no_message_reaches(Visit visit, Browsers browsers) {
		var page = browsers.open(visit);
		var host = this.jdbc.sql("select email from account where role = 'HOST'").query(String.class).single();
		signIn(page, host);
		page.locator("main a[href='/lieu/appels']").press("Enter");
		look(page, visit, "calls");
		page.locator("form[action$='/essai'] button").press("Enter");
		assertThat(page.locator("main")).containsText("1 fois");
		page.locator("form[action$='/appel'] button").press("Enter");
		assertThat(page.locator("main")).containsText("la personne est prévenue");
		look(page, visit, "no-calls");
	}

	@ParameterizedTest
	@MethodSource("visits")
	void a_secretary_takes_a_time_kept_for_the_patient_and_reads_the_code(Visit visit, Browsers browsers) {
		var page = browsers.open(visit);
		signIn(page, this.jdbc.sql("select min(email) from account where role = 'HOST'").query(String.class).single());
		page.navigate("/lieu/appels");
		page.locator("form[action*='/propositions/'] button").first().press("Enter");
		assertThat(page.locator("h1")).containsText("Le rendez-vous est pris");
		assertThat(page.locator("main")).containsText("Cabinet de Plaisance");
		look(page, visit, "taken-elsewhere");
		page.navigate("/lieu/appels");
		assertThat(page.locator("main")).containsText("Personne à appeler");
	}

	@ParameterizedTest
	@MethodSource("visits")
	void an_agent_sees_that_nothing_leaves_and_has_a_message_tried_again(Visit visit, Browsers browsers) {
		this.jdbc.sql("""
				update outbox_message set created_at = created_at - interval '3 hours' where channel = 'EMAIL'""")
			.update();
		this.jdbc.sql("""
				update outbox_message set status = 'FAILED', settled_at = created_at, attempts = 1,
				  last_error = 'RefusedForGoodException: no such mailbox'
				where id = (select min(id) from outbox_message where channel = 'EMAIL')""").update();
		var page = browsers.open(visit);
		signIn(page, "agent@essai.example");
		page.navigate("/ars/messages");
		assertThat(page.locator("main")).containsText("rien ne part depuis une heure");
		look(page, visit, "board");
		page.locator("form[action$='/essai'] button").press("Enter");
		assertThat(page.locator("main")).containsText("Ce message va repartir.");
	}

	private static void signIn(Page page, String email) {
		page.navigate("/compte/connexion");
		page.fill("#email", email);
		page.fill("#password", Scenario.PASSWORD);
		page.locator("form[action*='/compte/connexion'] button:not([type=button])").last().press("Enter");
		assertThat(page.locator("h1")).not().containsText("connecter");
	}

	private static void look(Page page, Visit visit, String name) {
		Pages.shot(page, "messages-%d-%s".formatted(visit.width(), name));
		Pages.assertAccessible(page);
	}

}
