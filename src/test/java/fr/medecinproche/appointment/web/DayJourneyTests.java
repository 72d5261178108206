package fr.medecinproche.appointment.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.stream.Stream;

import com.microsoft.playwright.Page;
import fr.medecinproche.appointment.Patient;
import fr.medecinproche.appointment.RegularDoctor;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.testing.BrowserTest;
import fr.medecinproche.testing.Browsers;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Pages;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import fr.medecinproche.testing.Visit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

@BrowserTest
class DayJourneyTests {

	private static final int PATIENTS = 18;

	@Autowired
	Scenario scenario;

	@Autowired
	TestClock.SettableClock clock;

	@Autowired
	CleanDatabase database;

	private HalfDaySlot morning;

	private String host;

	@BeforeEach
	void aWholeDayOfEighteenPatients() {
		this.database.clean();
		var doctor = this.scenario.volunteer("Aline", "Roux");
		var site = this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC);
		this.host = this.scenario.hostOf(site).email().value();
		this.morning = this.scenario.taken(doctor, site, HalfDay.morningOf(Scenario.TUESDAY));
		var afternoon = this.scenario.taken(doctor, site, HalfDay.afternoonOf(Scenario.TUESDAY));
		this.scenario.taken(doctor, site, HalfDay.morningOf(Scenario.TUESDAY.plusDays(7)));
		for (int i = 0; i < PATIENTS; i++) {
			var half = (i < PATIENTS / 2) ? this.morning : afternoon;
			this.scenario.appointment(half, half.getStartsAt().plusMinutes(20L * (i % (PATIENTS / 2))),
					new Patient("Marie-Antoinette", "Castéran-Duffourc " + (char) ('A' + i),
							LocalDate.of(1940 + i, 5, 8), "+33639980002", null, Scenario.PLAISANCE, RegularDoctor.NO,
							false));
		}
		this.clock.set(LocalDateTime.of(Scenario.TUESDAY, LocalTime.of(10, 5)));
	}

	static Stream<Visit> visits() {
		return Stream.of(Visit.onComputer().inTheDark(), Visit.onPhone().withoutScript());
	}

	@ParameterizedTest
	@MethodSource("visits")
	void a_doctor_notes_who_came_what_remains_and_the_next_appointment(Visit visit, Browsers browsers) {
		var page = browsers.open(visit);
		signIn(page, "aline.roux@essai.example");
		page.navigate("/medecin/agenda/" + this.morning.getId());
		look(page, visit, "day-sheet");
		page.locator("button[value=ABSENT]").first().press("Enter");
		assertThat(page.locator("main")).containsText("Absent, noté par le médecin");
		page.locator("form[action$='/presences'] button").first().press("Enter");
		assertThat(page.locator("main")).containsText("C’est noté pour");
		page.locator("a[href^='/medecin/rendez-vous/']").first().press("Enter");
		page.locator("label[for=what-RESULTS]").click();
		page.locator("label[for=follower-SITE_DOCTORS]").click();
		page.locator("form[action$='/suites'] button").press("Enter");
		assertThat(page.locator("main")).containsText("Résultats attendus, suivi par les médecins du lieu");
		look(page, visit, "day-visit");
		page.locator("a[href$='/prochain']").press("Enter");
		look(page, visit, "day-next");
		page.locator("button[name=horaire]").first().press("Enter");
		assertThat(page.locator("main")).containsText("Le rendez-vous est pris.");
		look(page, visit, "day-given");
	}

	@ParameterizedTest
	@MethodSource("visits")
	void a_doctor_gives_the_address_to_their_calendar_and_a_secretary_notes_who_came(Visit visit, Browsers browsers) {
		var page = browsers.open(visit);
		signIn(page, "aline.roux@essai.example");
		page.navigate("/medecin/agenda");
		page.locator("a[href='/medecin/agenda/abonnement']").press("Enter");
		look(page, visit, "day-calendar");
		page.locator("form:has(input[name=cle]) button").press("Enter");
		assertThat(page.locator("#address")).hasValue(java.util.regex.Pattern.compile(".*/agenda/[\\w-]{24}\\.ics"));
		look(page, visit, "day-calendar-address");
		var desk = browsers.open(visit);
		signIn(desk, this.host);
		desk.locator("button[value=HONOURED]").first().press("Enter");
		assertThat(desk.locator("main")).containsText("Venu, noté par le secrétariat");
		look(desk, visit, "day-desk");
	}

	private static void look(Page page, Visit visit, String name) {
		Pages.assertAccessible(page);
		Pages.shot(page, name + "-" + visit.width());
	}

	private static void signIn(Page page, String email) {
		page.navigate("/compte/connexion");
		page.fill("input[name=email]", email);
		page.fill("input[name=password]", Scenario.PASSWORD);
		page.locator("form[action$='/compte/connexion'] button").first().press("Enter");
		page.waitForURL((url) -> !url.contains("connexion"));
	}

}
