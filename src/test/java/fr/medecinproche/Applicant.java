package fr.medecinproche;

import fr.medecinproche.testing.Letters;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.Walk;

/**
 * Dr Aline Roux of Auch, who applies in three steps, confirms her address and signs in.
 */
final class Applicant {

	static final String EMAIL = "aline.roux@essai.example";

	private Applicant() {
	}

	static void applies(Walk walk, Letters letters) {
		walk.followFirst("a[href$='/devenir-volontaire/inscription']");
		walk.write("rpps", Scenario.rpps(77).digits());
		walk.write("givenName", "Aline");
		walk.write("familyName", "Roux");
		walk.write("email", EMAIL);
		walk.write("mobile", "06 39 98 12 34");
		walk.press("/inscription");
		walk.write("commune", "Auch");
		walk.at("#practice").selectOption("LIBERAL_INSTALLE");
		walk.at("#secteur").selectOption("SECTEUR_1");
		walk.write("cdom", "32");
		walk.tick("insurerInformed");
		walk.press("/inscription/exercice");
		walk.at("#maxKm").selectOption("60");
		walk.tick("weekdays-TUESDAY");
		walk.tick("start-AT_ONCE");
		walk.press("/inscription/souhaits");
		walk.write("password", Scenario.PASSWORD);
		walk.look("registration");
		walk.press("/inscription/envoi");
		walk.look("check-your-mail");
		walk.goTo(letters.linkIn("/compte/confirmation/[^\\s]+"));
		walk.look("confirmation");
		walk.press("/compte/confirmation/");
		walk.signIn(EMAIL);
	}

}
