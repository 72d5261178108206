package fr.medecinproche.volunteer.web;

import java.time.LocalDate;
import java.util.stream.Stream;

import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.testing.BrowserTest;
import fr.medecinproche.testing.Browsers;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.Visit;
import fr.medecinproche.testing.Walk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * A file from the application to a pause: an agent asks, the doctor answers, the Ordre
 * and the CPAM act, each side says what it knows.
 */
@BrowserTest
class FileJourneyTests {

	private static final String TODAY = LocalDate.of(2027, 1, 4).toString();

	@Autowired
	Scenario scenario;

	@Autowired
	CleanDatabase database;

	@BeforeEach
	void aCandidateAndOthers() {
		this.database.clean();
		this.scenario.agent();
		this.scenario.candidate("Zoe", "Zola");
		this.scenario.candidate("Marc", "Lacaze");
		var roux = this.scenario.volunteer("Aline", "Roux");
		this.scenario.taken(roux, this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC),
				HalfDay.morningOf(Scenario.TUESDAY));
	}

	static Stream<Visit> visits() {
		return Stream.of(Visit.onComputer().inTheDark(), Visit.onPhone().withoutScript());
	}

	@ParameterizedTest
	@MethodSource("visits")
	void a_file_is_moved_on_from_both_sides(Visit visit, Browsers browsers) {
		var agent = new Walk(browsers.open(visit), "file-agent", visit);
		agent.signIn("agent@essai.example");
		agent.goTo("/ars/medecins");
		agent.look("files");
		agent.followFirst("main a[href*='/ars/medecins/']:has-text('Zola')");
		agent.look("file");
		agent.followFirst("a[href$='/correction']");
		agent.write("note", "Quel est votre conseil départemental de l’Ordre ?");
		agent.look("question");
		agent.press("/correction");
		agent.look("asked");

		var doctor = new Walk(browsers.open(visit), "file-doctor", visit);
		doctor.signIn("zoe.zola@essai.example");
		assertThat(doctor.content()).containsText("Quel est votre conseil départemental");
		doctor.look("to-answer");
		doctor.write("note", "Celui de la Haute-Garonne.");
		doctor.press("/reponse");
		doctor.look("answered");

		agent.goTo("/ars/medecins");
		agent.followFirst("main a[href*='/ars/medecins/']:has-text('Zola')");
		agent.write("activity", TODAY);
		agent.press("/etapes");
		agent.look("a-day-is-missing");
		agent.write("ordre", TODAY);
		agent.press("/etapes");
		assertThat(agent.content()).containsText("à la CPAM");

		doctor.goTo("/medecin/dossier");
		doctor.look("at-the-cpam");
		doctor.write("on", TODAY);
		doctor.press("/dossier/etapes");
		doctor.look("declared");

		agent.goTo("/ars/medecins");
		agent.followFirst("main a[href*='/ars/medecins/']:has-text('Zola')");
		agent.write("active", TODAY);
		agent.press("/etapes");
		agent.look("active");
		doctor.goTo("/medecin/dossier");
		doctor.look("active");
		doctor.followFirst("a[href$='/retrait']");
		doctor.look("leave");
	}

	@Test
	void a_doctor_who_is_expected_is_suspended_with_open_eyes(Browsers browsers) {
		var visit = Visit.onPhone();
		var agent = new Walk(browsers.open(visit), "file-suspension", visit);
		agent.signIn("agent@essai.example");
		agent.goTo("/ars/medecins");
		agent.followFirst("main a[href*='/ars/medecins/']:has-text('Roux')");
		agent.followFirst("a[href$='/suspension']");
		agent.write("note", "Votre assurance est à renouveler.");
		agent.look("suspension");
		agent.press("/suspension");
		agent.look("suspended");
		var doctor = new Walk(browsers.open(visit), "file-suspended", visit);
		doctor.signIn("aline.roux@essai.example");
		assertThat(doctor.content()).containsText("Votre assurance est à renouveler.");
		doctor.look("own");
		doctor.followFirst("a[href$='/retrait']");
		doctor.look("expected");
	}

}
