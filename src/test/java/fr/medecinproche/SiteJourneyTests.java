package fr.medecinproche;

import java.util.List;
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
 * A commune proposes a place; an agent accepts it, sees to what is missing, and opens it.
 */
@BrowserTest
class SiteJourneyTests {

	@Autowired
	Scenario scenario;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	CleanDatabase database;

	@BeforeEach
	void anAgent() {
		this.database.clean();
		this.scenario.agent();
	}

	static Stream<Visit> visits() {
		return Stream.of(Visit.onComputer().inTheDark(), Visit.onPhone().withoutScript());
	}

	@ParameterizedTest
	@MethodSource("visits")
	@Timeout(value = 5, unit = TimeUnit.MINUTES)
	void from_a_proposal_to_an_open_place(Visit visit, Browsers browsers) {
		var commune = new Walk(browsers.open(visit), "site-commune", visit);
		proposes(commune);
		commune.goTo(new Letters(this.jdbc).linkIn("/proposer-un-lieu/suite/[\\w-]+"));
		commune.look("confirm");
		commune.press("/confirmation");
		assertThat(commune.content()).containsText("L’agence a reçu votre proposition");
		var agent = new Walk(browsers.open(visit), "site-agent", visit);
		agent.signIn("agent@essai.example");
		accepts(agent);
		prepares(agent);
		agent.press("/ouverture");
		assertThat(agent.content()).containsText("Les médecins et les patients voient ce lieu");
		agent.look("open");
	}

	private static void proposes(Walk walk) {
		walk.goTo("/plan-du-site");
		walk.follow("main a[href='/proposer-un-lieu']");
		walk.look("propose");
		walk.write("organisation", "Mairie de Marciac");
		walk.at("#kind").selectOption("CABINET_PRETE");
		walk.write("commune", "Marciac");
		walk.tick("equipment-EXAMINATION_TABLE");
		walk.write("name", "Jeanne Duprat");
		walk.write("role", "maire");
		walk.write("email", "jeanne@essai.example");
		walk.write("phone", "01 99 00 00 07");
		walk.press("/proposer-un-lieu");
		assertThat(walk.content()).containsText("Merci de votre proposition");
		walk.look("thanks");
	}

	private static void accepts(Walk walk) {
		walk.goTo("/ars/lieux/propositions");
		walk.look("proposals");
		walk.follow("h2 a");
		walk.look("proposal");
		walk.write("phone", "01 99 00 00 32");
		walk.press("/acceptation");
		assertThat(walk.content()).containsText("Commencer la préparation");
		walk.follow("form[action$='/preparation'] button");
		assertThat(walk.content()).containsText("Ce lieu est en préparation");
	}

	private static void prepares(Walk walk) {
		walk.look("preparing");
		walk.goTo("/ars/lieux/manques");
		walk.look("missing");
		walk.followFirst("tbody td a");
		walk.follow("a[href$='/preparation/room']");
		walk.look("line");
		walk.tick("state-READY");
		walk.press("/preparation/room");
		assertThat(walk.content()).containsText("Il manque 6 éléments");
		var left = List.of("card-reader", "software", "internet", "access", "contact", "keys");
		var said = List.of("Il manque 5 éléments", "Il manque 4 éléments", "Il manque 3 éléments",
				"Il manque 2 éléments", "Il manque un élément", "Rien ne manque");
		for (int done = 0; done < left.size(); done++) {
			walk.press("/preparation/" + left.get(done) + "/fait");
			assertThat(walk.content()).containsText(said.get(done));
		}
		walk.press("/pret");
		assertThat(walk.content()).containsText("Ce lieu est prêt");
	}

}
