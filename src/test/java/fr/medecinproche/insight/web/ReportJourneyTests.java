package fr.medecinproche.insight.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.stream.Stream;

import fr.medecinproche.insight.PastFixture;
import fr.medecinproche.insight.ZoneSnapshots;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.BrowserTest;
import fr.medecinproche.testing.Browsers;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import fr.medecinproche.testing.Visit;
import fr.medecinproche.testing.Walk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

@ApplicationTest
@BrowserTest
class ReportJourneyTests {

	@Autowired
	CleanDatabase database;

	@Autowired
	Scenario scenario;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TestClock.SettableClock clock;

	@Autowired
	ZoneSnapshots snapshots;

	static Stream<Visit> visits() {
		return Stream.of(Visit.onComputer().inTheDark(), Visit.onPhone().withoutScript());
	}

	@BeforeEach
	void halfAYear() {
		this.database.clean();
		this.scenario.agent();
		var past = new PastFixture(this.jdbc);
		var marciac = this.scenario.openSite("Maison de Marciac", Scenario.MARCIAC, 9);
		var vigan = this.scenario.openSite("Maison du Vigan", Scenario.LE_VIGAN, 9);
		var anne = this.scenario.volunteer("Anne", "Abadie");
		var bruno = this.scenario.volunteer("Bruno", "Bosc");
		for (int month = 1; month <= 6; month++) {
			past.open(vigan, LocalDate.of(2027, month, 12));
			long first = past.taken(marciac, LocalDate.of(2027, month, 13), anne);
			past.visits(first, 0, 3 + month, "HONOURED", (month % 2 == 0) ? "NO" : "YES");
			if (month % 2 == 0) {
				past.visits(past.taken(vigan, LocalDate.of(2027, month, 14), bruno), 0, month, "ABSENT", "NO");
			}
			this.clock.set(LocalDateTime.of(2027, month, 10 - month, 8, 0));
			this.snapshots.noteToday();
		}
		this.clock.set(LocalDateTime.of(2027, 7, 5, 8, 0));
	}

	@ParameterizedTest
	@MethodSource("visits")
	void an_agent_reads_the_half_year_narrows_it_and_finds_what_is_open_to_all(Visit visit, Browsers browsers) {
		var walk = new Walk(browsers.open(visit), "reports", visit);
		walk.signIn("agent@essai.example");
		walk.goTo("/ars/rapports?du=2027-01&au=2027-06");
		assertThat(walk.content()).containsText("janvier 2027 à juin 2027");
		walk.look("everything");
		walk.at("#departement").selectOption("32");
		walk.at("form[action='/ars/rapports'] button").press("Enter");
		assertThat(walk.content()).containsText("Gers, janvier 2027 à juin 2027.");
		walk.look("one-department");
		walk.at("td a[href*='liste=prises'] >> nth=0").press("Enter");
		assertThat(walk.content()).containsText("Demi-journées prises");
		walk.look("rows-below-a-figure");
		walk.at("main a[href^='/ars/rapports?'] >> nth=-1").press("Enter");
		walk.at("main a[href='/open-data']").press("Enter");
		assertThat(walk.content()).containsText("Les petits nombres sont cachés");
		walk.look("open-data");
	}

}
