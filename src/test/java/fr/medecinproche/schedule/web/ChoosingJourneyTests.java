package fr.medecinproche.schedule.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import java.util.stream.Stream;

import com.microsoft.playwright.Page;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.testing.BrowserTest;
import fr.medecinproche.testing.Browsers;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Pages;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.Visit;
import fr.medecinproche.volunteer.Availability;
import fr.medecinproche.volunteer.Preferences;
import fr.medecinproche.volunteer.Volunteer;
import fr.medecinproche.volunteer.VolunteerService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.medecinproche.testing.Scenario.TUESDAY;

@BrowserTest
class ChoosingJourneyTests {

	@Autowired
	Scenario scenario;

	@Autowired
	VolunteerService volunteers;

	@Autowired
	CleanDatabase database;

	private Volunteer doctor;

	static Stream<Visit> visits() {
		return Stream.of(Visit.onComputer(), Visit.onPhone().withoutScript());
	}

	@BeforeEach
	void twoMonthsOfTuesdaysAndAFewOtherDays() {
		this.database.clean();
		this.doctor = this.scenario.volunteer("Aline", "Roux");
		this.volunteers.prefer(this.doctor.getId(), new Preferences(true, Set.of(), 30),
				new Availability(null, Set.of(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY), Set.of(DayOfWeek.TUESDAY)));
		var marciac = this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC, 2);
		var leVigan = this.scenario.openSite("Maison de santé du Vigan", Scenario.LE_VIGAN);
		TUESDAY.datesUntil(LocalDate.of(2027, 3, 1)).forEach((day) -> {
			if (day.getDayOfWeek() == DayOfWeek.TUESDAY && !day.equals(TUESDAY.plusWeeks(1))) {
				this.scenario.halfDay(marciac, HalfDay.morningOf(day));
				this.scenario.halfDay(marciac, HalfDay.afternoonOf(day));
			}
			if (day.getDayOfWeek() == DayOfWeek.THURSDAY) {
				this.scenario.halfDay(leVigan, HalfDay.morningOf(day));
			}
		});
		var mine = this.scenario.taken(this.doctor, leVigan, HalfDay.afternoonOf(TUESDAY.plusDays(1)));
		this.scenario.appointment(mine, LocalTime.of(14, 0), Scenario.patient("Jeanne", "Daste"));
	}

	@ParameterizedTest
	@MethodSource("visits")
	void a_doctor_finds_a_day_in_the_calendar_comes_back_each_month_and_exchanges_one(Visit visit, Browsers browsers) {
		var page = browsers.open(visit);
		signIn(page);
		look(page, visit, "accueil");
		page.navigate("/medecin/preferences");
		look(page, visit, "preferences");
		page.navigate("/medecin/demi-journees");
		look(page, visit, "liste");
		page.getByText("Calendrier", new Page.GetByTextOptions().setExact(true)).click();
		look(page, visit, "calendrier");
		page.locator("a.calendar__open[href*='jour=2027-01-12']").click();
		look(page, visit, "jour");
		page.locator("a[href^='/medecin/repetition']").first().click();
		page.locator("#rythme").selectOption("EVERY_WEEK");
		page.locator("#jusque").selectOption("2027-02");
		look(page, visit, "repetition");
		page.locator("main form button").last().click();
		look(page, visit, "apercu");
		page.locator("form[action$='/engagement'] button").click();
		assertThat(page.locator(".fr-alert")).containsText("3 dates sont à vous");
		look(page, visit, "agenda");
		exchange(page, visit);
	}

	private void exchange(Page page, Visit visit) {
		page.navigate("/medecin/demi-journees?mois=2027-02&choix=1");
		look(page, visit, "plein");
		page.locator("a[href$='/echange']").first().click();
		page.locator("label[for^='contre-']").first().click();
		look(page, visit, "echange");
		page.locator("form[action$='/echange'] button").click();
		assertThat(page.locator(".fr-alert")).containsText("C’est échangé.");
	}

	private void signIn(Page page) {
		page.navigate("/compte/connexion");
		page.locator("#email").fill("aline.roux@essai.example");
		page.locator("#password").fill(Scenario.PASSWORD);
		page.locator("form[action*='/compte/connexion'] button:not([type=button])").last().press("Enter");
		assertThat(page.locator("h1")).containsText("Dr Aline Roux");
	}

	private static void look(Page page, Visit visit, String name) {
		Pages.assertAccessible(page);
		Pages.shot(page, "choosing-" + name + "-" + visit.width());
	}

}
