package fr.medecinproche;

import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import fr.medecinproche.schedule.HalfDaySlots;
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
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The main job, end to end: an agent opens a site and a week of half-days at Marciac, a
 * new doctor registers, is accepted and takes a day there, and a patient of Plaisance
 * finds it, books, and cancels.
 */
@BrowserTest
class MainJourneyTests {

	private static final LocalDate MONDAY = LocalDate.of(2027, 1, 11);

	@Autowired
	Scenario scenario;

	@Autowired
	HalfDaySlots slots;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	CleanDatabase database;

	@BeforeEach
	void anAgentAndNothingElse() {
		this.database.clean();
		this.scenario.agent();
	}

	static Stream<Visit> visits() {
		return Stream.of(Visit.onComputer().inTheDark(), Visit.onPhone().withoutScript().inEnglish());
	}

	@ParameterizedTest
	@Timeout(value = 10, unit = TimeUnit.MINUTES)
	@MethodSource("visits")
	void from_an_open_site_to_a_visit_booked_and_cancelled(Visit visit, Browsers browsers) {
		var agent = new Walk(browsers.open(visit), "agent", visit);
		anAgentOpensASite(agent);
		anAgentOpensAWeek(agent);
		var doctor = new Walk(browsers.open(visit), "doctor", visit);
		aDoctorRegisters(doctor);
		anAgentAcceptsTheDoctor(agent);
		aDoctorTakesADay(doctor);
		var patient = new Walk(browsers.open(visit), "patient", visit);
		if (visit.locale().startsWith("en")) {
			patient.goTo("/?lang=en");
		}
		aPatientFindsATime(patient, visit);
		aPatientBooks(patient);
		aDoctorSeesThePatient(doctor);
		aPatientCancels(patient);
	}

	private void anAgentOpensASite(Walk walk) {
		walk.signIn("agent@essai.example");
		walk.look("agency");
		walk.goTo("/ars/zones");
		walk.look("zones");
		walk.goTo("/ars/zones/243200508");
		walk.look("zone");
		walk.goTo("/ars/lieux/nouveau");
		walk.write("nom", "Maison de santé de Marciac");
		walk.at("#kind").selectOption("MAISON_DE_SANTE");
		walk.write("phone", "01 99 00 12 34");
		walk.write("address", "1 place de l’Hôtel-de-Ville");
		walk.write("commune", "Marciac");
		walk.write("postalCode", "32230");
		walk.write("rooms", "1");
		walk.look("site-form");
		walk.press("/ars/lieux");
		assertThat(walk.at("h1")).containsText("Marciac");
		everythingIsThere(walk);
		walk.press("/ouverture");
		walk.look("site");
	}

	/** Line by line, an agent says that the place has what it needs. */
	private static void everythingIsThere(Walk walk) {
		var done = walk.at("form[action$='/fait'] button");
		for (int left = done.count(); left > 0; left--) {
			walk.followFirst("form[action$='/fait'] button");
			assertThat(done).hasCount(left - 1);
		}
		walk.press("/pret");
		assertThat(walk.content()).containsText("Ce lieu est prêt");
	}

	private void anAgentOpensAWeek(Walk walk) {
		walk.followFirst("a[href$='/demi-journees/nouvelle']");
		walk.write("from", MONDAY.toString());
		walk.write("until", MONDAY.plusDays(4).toString());
		for (var day : new String[] { "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY" }) {
			walk.tick("weekdays-" + day);
		}
		walk.tick("periods-MORNING");
		walk.tick("periods-AFTERNOON");
		walk.look("pattern");
		walk.press("/apercu");
		assertThat(walk.content()).containsText("10");
		walk.look("preview");
		walk.follow("form[method=post][action$='/demi-journees'] button");
		walk.look("half-days-open");
		assertThat(this.slots.openBetween(MONDAY, MONDAY.plusDays(7))).hasSize(10);
	}

	private void aDoctorRegisters(Walk walk) {
		walk.goTo("/medecin/devenir-volontaire");
		walk.look("pitch");
		Applicant.applies(walk, new Letters(this.jdbc));
		walk.look("file-waiting");
	}

	private void anAgentAcceptsTheDoctor(Walk walk) {
		walk.goTo("/ars/medecins");
		walk.look("files");
		walk.followFirst("main a[href*='/ars/medecins/']:has-text('Roux')");
		walk.look("file");
		for (var step : new String[] { "ordre", "activity", "number", "active" }) {
			walk.write(step, MONDAY.minusWeeks(1).toString());
		}
		walk.press("/etapes");
		walk.look("file-accepted");
	}

	private void aDoctorTakesADay(Walk walk) {
		walk.goTo("/medecin");
		walk.look("doctor-home");
		walk.goTo("/medecin/demi-journees?mois=2027-01");
		walk.look("open-half-days");
		walk.followFirst("form[action$='/medecin/journees/engagement'] button");
		walk.look("day-taken");
		walk.goTo("/medecin/agenda?mois=2027-01");
		walk.look("agenda");
		assertThat(this.slots.openBetween(MONDAY, MONDAY.plusDays(7))).hasSize(8);
	}

	private void aPatientFindsATime(Walk walk, Visit visit) {
		if (!visit.locale().startsWith("en")) {
			walk.goTo("/");
		}
		assertThat(walk.content()).containsText(Pattern.compile("28"));
		walk.look("home");
		if (visit.script()) {
			walk.at("#commune").pressSequentially("plaisance");
			assertThat(walk.at("[role=option]").first()).containsText("Gers");
			walk.at("#commune").press("ArrowDown");
			walk.at("#commune").press("Enter");
			walk.look("home-suggestions");
			walk.press("/recherche");
		}
		else {
			walk.write("commune", "plaisance");
			walk.press("/recherche");
			walk.look("which-plaisance");
			walk.tick("commune-" + Scenario.PLAISANCE);
			walk.press("/recherche");
		}
		assertThat(walk.content()).containsText("Maison de santé de Marciac");
		walk.look("near");
		walk.followFirst("main a[href*='/lieux/maison-de-sante-de-marciac']");
		walk.look("place");
		walk.at("form[action$='/rendez-vous/reservations'] button").nth(1).press("Enter");
	}

	private void aPatientBooks(Walk walk) {
		walk.look("who");
		walk.press("/rendez-vous?reservation=");
		walk.look("who-refused");
		walk.at("input[name=whom]").first().press(" ");
		walk.write("givenName", "Jeanne");
		walk.write("familyName", "Daste");
		walk.write("birthDate", "08/05/1941");
		walk.write("phone", "06 39 98 00 02");
		walk.write("email", "jeanne.daste@essai.example");
		walk.write("commune", "32160 Plaisance");
		walk.tick("regularDoctor-NO");
		walk.look("who-filled");
		walk.press("/rendez-vous?reservation=");
		walk.look("booked");
		assertThat(booked()).isEqualTo(1);
	}

	private long booked() {
		return this.jdbc.sql("select count(*) from appointment where status = 'BOOKED'").query(Long.class).single();
	}

	private void aDoctorSeesThePatient(Walk walk) {
		walk.goTo("/medecin/agenda?mois=2027-01");
		walk.followFirst("main a[href*='/medecin/agenda/']");
		assertThat(walk.content()).containsText("Daste");
		walk.look("day-sheet");
	}

	private void aPatientCancels(Walk walk) {
		walk.goTo(new Letters(this.jdbc).linkIn("/rendez-vous/[A-Za-z0-9_-]{24}"));
		walk.look("found-again");
		walk.follow("main a[href$='/annulation']");
		walk.look("cancel");
		walk.press("/annulation");
		walk.look("cancelled");
		assertThat(booked()).isZero();
	}

}
