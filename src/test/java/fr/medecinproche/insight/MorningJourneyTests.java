package fr.medecinproche.insight;

import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import fr.medecinproche.testing.BrowserTest;
import fr.medecinproche.testing.Browsers;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Letters;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.Visit;
import fr.medecinproche.testing.Walk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * An agent's morning: from the hole on the board to the cell that has turned.
 */
@BrowserTest
class MorningJourneyTests {

	private static final String BOARD = "/ars/couverture?departement=32";

	@Autowired
	Scenario scenario;

	@Autowired
	CleanDatabase database;

	@Autowired
	JdbcClient jdbc;

	private String siren;

	@BeforeEach
	void anOpenSiteAndADoctor() {
		this.database.clean();
		this.scenario.agent();
		this.scenario.volunteer("Aline", "Roux");
		this.siren = this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC).getZone().getSiren();
	}

	static Stream<Visit> visits() {
		return Stream.of(Visit.onComputer().inTheDark(), Visit.onPhone().withoutScript());
	}

	@ParameterizedTest
	@Timeout(value = 6, unit = TimeUnit.MINUTES)
	@MethodSource("visits")
	void a_hole_is_found_half_days_are_opened_doctors_invited_one_accepts_and_the_cell_turns(Visit visit,
			Browsers browsers) {
		var agent = new Walk(browsers.open(visit), "morning-agent", visit);
		anAgentFindsTheHole(agent);
		theAgentOpensHalfDays(agent);
		theAgentInvitesDoctors(agent);
		aDoctorAccepts(new Walk(browsers.open(visit), "morning-doctor", visit));
		theCellHasTurned(agent);
	}

	private void anAgentFindsTheHole(Walk walk) {
		walk.signIn("agent@essai.example");
		walk.goTo("/ars");
		assertThat(walk.content()).containsText("28 zones sans médecin en février 2027");
		walk.look("this-morning");
		walk.followFirst("nav a[href='/ars/couverture']");
		walk.goTo(BOARD);
		assertThat(walk.at(cell())).containsText("▲ Rien d’ouvert");
		walk.look("board");
		walk.follow(cell());
		assertThat(walk.content()).containsText("aucune demi-journée n’y est proposée");
		walk.look("hole");
	}

	private void theAgentOpensHalfDays(Walk walk) {
		walk.followFirst("main a[href*='/demi-journees/nouvelle']");
		walk.tick("weekdays-TUESDAY");
		walk.tick("periods-MORNING");
		walk.tick("periods-AFTERNOON");
		walk.press("/apercu");
		walk.follow("form[method=post][action$='/demi-journees'] button");
		walk.goTo(BOARD);
		assertThat(walk.at(cell())).containsText("▲ Aucun médecin");
		assertThat(walk.at(cell())).containsText("Prises : 0 sur 2");
		walk.follow(cell());
		assertThat(walk.content()).containsText("aucun médecin n’en a pris");
		walk.look("nobody-yet");
	}

	private void theAgentInvitesDoctors(Walk walk) {
		walk.follow("main a[href*='/ars/appels/nouveau']");
		// the doctor practises in Toulouse
		walk.write("withinKm", "150");
		walk.press("/ars/appels/nouveau");
		assertThat(walk.content()).containsText("Une personne recevra cet appel");
		walk.press("/envoi");
	}

	private void aDoctorAccepts(Walk walk) {
		walk.goTo(new Letters(this.jdbc).linkIn("/appels/[\\w-]+"));
		walk.at("main input[type=checkbox]").first().press(" ");
		walk.at("main input[type=checkbox]").last().press(" ");
		walk.follow("form[action*='/appels/'] button:has-text('Je prends')");
		assertThat(walk.content()).containsText("on vous attend");
	}

	private void theCellHasTurned(Walk walk) {
		walk.goTo(BOARD);
		assertThat(walk.at(cell())).containsText("Un médecin vient");
		assertThat(walk.at(cell())).containsText("Prises : 2 sur 2");
		walk.look("board-turned");
		walk.goTo("/ars/couverture/carte?mesure=equite");
		walk.look("map");
		walk.goTo("/ars");
		assertThat(walk.content()).containsText("27 zones sans médecin en février 2027");
	}

	private String cell() {
		return "main a[href='/ars/couverture/" + this.siren + "/2027-S06']";
	}

}
