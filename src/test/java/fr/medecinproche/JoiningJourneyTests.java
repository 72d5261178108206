package fr.medecinproche;

import java.util.concurrent.TimeUnit;

import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.testing.BrowserTest;
import fr.medecinproche.testing.Browsers;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Letters;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.Visit;
import fr.medecinproche.testing.Walk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A doctor reads what it is about, begins on a computer, leaves, and goes on from the
 * mail on a phone without scripts.
 */
@BrowserTest
class JoiningJourneyTests {

	private static final String HOME = "/medecin/devenir-volontaire";

	@Autowired
	Scenario scenario;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	CleanDatabase database;

	@BeforeEach
	void aSiteWithAnOpenMorning() {
		this.database.clean();
		this.scenario.halfDay(this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC),
				HalfDay.morningOf(Scenario.TUESDAY));
	}

	@Test
	@Timeout(value = 5, unit = TimeUnit.MINUTES)
	void begun_on_a_computer_and_sent_from_a_phone(Browsers browsers) {
		var computer = Visit.onComputer();
		var desk = new Walk(browsers.open(computer), "joining", computer);
		readsWhatItIsAbout(desk);
		begins(desk);
		var phone = Visit.onPhone().withoutScript();
		var hand = new Walk(browsers.open(phone), "joining", phone);
		goesOn(hand);
		sends(hand);
	}

	private void readsWhatItIsAbout(Walk walk) {
		walk.goTo(HOME);
		walk.at("#commune").pressSequentially("auch");
		assertThat(walk.at("[role=option]").first()).containsText("Gers");
		walk.at("#commune").press("ArrowDown");
		walk.at("#commune").press("Enter");
		walk.press(HOME);
		assertThat(walk.content()).containsText("Maison de santé de Marciac");
		walk.look("pitch");
		walk.followFirst("a[href$='/inscription']");
	}

	private void begins(Walk walk) {
		walk.write("rpps", "10000000000");
		walk.press("/inscription");
		assertThat(walk.content()).containsText("l’un d’eux est peut-être faux");
		walk.look("identity-refused");
		walk.write("rpps", Scenario.rpps(1).digits());
		walk.write("givenName", "Aline");
		walk.write("familyName", "Roux");
		walk.write("email", "aline.roux@essai.example");
		walk.write("mobile", "06 39 98 12 34");
		walk.press("/inscription");
		assertThat(walk.content()).containsText("Étape 2 sur 3");
		walk.look("practice");
	}

	private void goesOn(Walk walk) {
		walk.goTo(HOME + "/reprise");
		walk.write("email", "aline.roux@essai.example");
		walk.press("/reprise");
		walk.look("link-asked");
		walk.goTo(new Letters(this.jdbc).linkIn(HOME + "/reprise/[^\\s]+"));
		walk.look("link");
		walk.followFirst("form[action*='/reprise/'] button");
		walk.write("commune", "Auch");
		walk.at("#practice").selectOption("REMPLACANT");
		walk.at("#secteur").selectOption("SECTEUR_1");
		walk.write("cdom", "32");
		walk.tick("insurerInformed");
		walk.look("practice");
		walk.press("/inscription/exercice");
		walk.at("#maxKm").selectOption("60");
		walk.tick("weekdays-TUESDAY");
		walk.tick("start-AT_ONCE");
		walk.look("wishes");
		walk.press("/inscription/souhaits");
	}

	private void sends(Walk walk) {
		assertThat(walk.content()).containsText("Remplaçant");
		walk.write("password", Scenario.PASSWORD);
		walk.look("read-through");
		walk.press("/inscription/envoi");
		walk.look("sent");
		assertThat(walk.at("h1")).containsText("Confirmez votre adresse e-mail");
		assertThat(this.jdbc.sql("select practice from volunteer").query(String.class).list())
			.containsExactly("REMPLACANT");
	}

}
