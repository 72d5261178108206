package fr.medecinproche;

import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fr.medecinproche.schedule.HalfDaySlots;
import fr.medecinproche.testing.BrowserTest;
import fr.medecinproche.testing.Browsers;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Pages;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.Visit;
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

	private int step;

	private String series = "";

	@BeforeEach
	void anAgentAndNothingElse() {
		this.database.clean();
		this.scenario.agent();
	}

	static Stream<Visit> visits() {
		return Stream.of(Visit.onComputer(), Visit.onPhone().withoutScript(), Visit.onPhone().inTheDark(),
				Visit.onComputer().inEnglish());
	}

	@ParameterizedTest
	@Timeout(value = 10, unit = TimeUnit.MINUTES)
	@MethodSource("visits")
	void from_an_open_site_to_a_visit_booked_and_cancelled(Visit visit, Browsers browsers) {
		this.step = 0;
		this.series = "%d%s%s-%s".formatted(visit.width(), visit.script() ? "" : "-no-script",
				visit.dark() ? "-dark" : "", visit.locale().substring(0, 2));
		var agent = browsers.open(visit);
		anAgentOpensASite(agent);
		anAgentOpensAWeek(agent);
		var doctor = browsers.open(visit);
		aDoctorRegisters(doctor);
		anAgentAcceptsTheDoctor(agent);
		aDoctorTakesADay(doctor);
		var patient = browsers.open(visit);
		if (visit.locale().startsWith("en")) {
			patient.navigate("/?lang=en");
		}
		aPatientFindsATime(patient, visit);
		aPatientBooks(patient);
		aDoctorSeesThePatient(doctor);
		aPatientCancels(patient);
	}

	private void look(Page page, String name) {
		Pages.shot(page, "%s-%02d-%s".formatted(this.series, ++this.step, name));
		Pages.assertAccessible(page);
	}

	private void signIn(Page page, String email) {
		page.navigate("/compte/connexion");
		page.fill("#email", email);
		page.fill("#password", Scenario.PASSWORD);
		look(page, "sign-in");
		press(page, "/compte/connexion");
	}

	private static void press(Page page, String action) {
		follow(page.locator("form[action*='%s'] button:not([type=button])".formatted(action)).last());
	}

	/** By keyboard: whatever is on the page is reached without a mouse. */
	private static void follow(Locator linkOrButton) {
		linkOrButton.press("Enter");
	}

	private void anAgentOpensASite(Page page) {
		signIn(page, "agent@essai.example");
		look(page, "agency");
		page.navigate("/ars/zones");
		look(page, "zones");
		page.navigate("/ars/zones/243200508");
		look(page, "zone");
		page.navigate("/ars/lieux/nouveau");
		page.fill("#nom", "Maison de santé de Marciac");
		page.selectOption("#kind", "MAISON_DE_SANTE");
		page.fill("#phone", "01 99 00 12 34");
		page.fill("#address", "1 place de l’Hôtel-de-Ville");
		page.fill("#commune", "Marciac");
		page.fill("#postalCode", "32230");
		page.fill("#rooms", "1");
		look(page, "site-form");
		press(page, "/ars/lieux");
		assertThat(page.locator("h1")).containsText("Marciac");
		press(page, "/ouverture");
		look(page, "site");
	}

	private void anAgentOpensAWeek(Page page) {
		follow(page.locator("a[href$='/demi-journees/nouvelle']").first());
		page.fill("#from", MONDAY.toString());
		page.fill("#until", MONDAY.plusDays(4).toString());
		for (var day : new String[] { "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY" }) {
			tick(page, "weekdays-" + day);
		}
		tick(page, "periods-MORNING");
		tick(page, "periods-AFTERNOON");
		look(page, "pattern");
		press(page, "/apercu");
		assertThat(page.locator("main")).containsText("10");
		look(page, "preview");
		follow(page.locator("form[method=post][action$='/demi-journees'] button"));
		look(page, "half-days-open");
		assertThat(this.slots.openBetween(MONDAY, MONDAY.plusDays(7))).hasSize(10);
	}

	private static void tick(Page page, String id) {
		if (!page.locator("#" + id).isChecked()) {
			page.locator("#" + id).press(" ");
		}
	}

	private void aDoctorRegisters(Page page) {
		page.navigate("/medecin/devenir-volontaire");
		look(page, "pitch");
		page.navigate("/medecin/devenir-volontaire/inscription");
		page.fill("#givenName", "Aline");
		page.fill("#familyName", "Roux");
		page.fill("#mobile", "06 39 98 12 34");
		page.fill("#rpps", Scenario.rpps(1).digits());
		page.fill("#commune", "Auch");
		page.selectOption("#practice", "LIBERAL_INSTALLE");
		page.selectOption("#secteur", "SECTEUR_1");
		page.fill("#email", "aline.roux@essai.example");
		page.fill("#password", Scenario.PASSWORD);
		look(page, "registration");
		press(page, "/inscription");
		look(page, "check-your-mail");
		page.navigate(linkIn("/compte/confirmation/[^\\s]+"));
		look(page, "confirmation");
		press(page, "/compte/confirmation/");
		signIn(page, "aline.roux@essai.example");
		look(page, "file-waiting");
	}

	private String linkIn(String path) {
		var letters = this.jdbc.sql("select body_text from outbox_message order by id desc").query(String.class).list();
		var link = Pattern.compile(path).matcher(String.join("\n", letters));
		assertThat(link.find()).as("a letter with %s", path).isTrue();
		return link.group();
	}

	private void anAgentAcceptsTheDoctor(Page page) {
		page.navigate("/ars/medecins");
		look(page, "files");
		follow(page.locator("main a[href*='/ars/medecins/']", new Page.LocatorOptions().setHasText("Roux")).first());
		look(page, "file");
		press(page, "/acceptation");
		look(page, "file-accepted");
	}

	private void aDoctorTakesADay(Page page) {
		page.navigate("/medecin");
		look(page, "doctor-home");
		page.navigate("/medecin/demi-journees?mois=2027-01");
		look(page, "open-half-days");
		follow(page.locator("form[action$='/medecin/journees/engagement'] button").first());
		look(page, "day-taken");
		page.navigate("/medecin/agenda?mois=2027-01");
		look(page, "agenda");
		assertThat(this.slots.openBetween(MONDAY, MONDAY.plusDays(7))).hasSize(8);
	}

	private void aPatientFindsATime(Page page, Visit visit) {
		if (!visit.locale().startsWith("en")) {
			page.navigate("/");
		}
		assertThat(page.locator("main")).containsText(Pattern.compile("28"));
		look(page, "home");
		if (visit.script()) {
			page.locator("#commune").pressSequentially("plaisance");
			assertThat(page.locator("[role=option]").first()).containsText("Gers");
			page.locator("#commune").press("ArrowDown");
			page.locator("#commune").press("Enter");
			look(page, "home-suggestions");
			press(page, "/recherche");
		}
		else {
			page.fill("#commune", "plaisance");
			press(page, "/recherche");
			look(page, "which-plaisance");
			tick(page, "commune-" + Scenario.PLAISANCE);
			press(page, "/recherche");
		}
		assertThat(page.locator("main")).containsText("Maison de santé de Marciac");
		look(page, "near");
		follow(page.locator("main a[href*='/lieux/maison-de-sante-de-marciac']").first());
		look(page, "place");
		follow(page.locator("form[action$='/rendez-vous/reservations'] button").nth(1));
	}

	private void aPatientBooks(Page page) {
		look(page, "who");
		press(page, "/rendez-vous?reservation=");
		look(page, "who-refused");
		page.locator("input[name=whom]").first().press(" ");
		page.fill("#givenName", "Jeanne");
		page.fill("#familyName", "Daste");
		page.fill("#birthDate", "08/05/1941");
		page.fill("#phone", "06 39 98 00 02");
		page.fill("#email", "jeanne.daste@essai.example");
		page.fill("#commune", "32160 Plaisance");
		tick(page, "regularDoctor-NO");
		look(page, "who-filled");
		press(page, "/rendez-vous?reservation=");
		look(page, "booked");
		assertThat(booked()).isEqualTo(1);
	}

	private long booked() {
		return this.jdbc.sql("select count(*) from appointment where status = 'BOOKED'").query(Long.class).single();
	}

	private void aDoctorSeesThePatient(Page page) {
		page.navigate("/medecin/agenda?mois=2027-01");
		follow(page.locator("main a[href*='/medecin/agenda/']").first());
		assertThat(page.locator("main")).containsText("Daste");
		look(page, "day-sheet");
	}

	private void aPatientCancels(Page page) {
		page.navigate(linkIn("/rendez-vous/[A-Za-z0-9_-]{24}"));
		look(page, "found-again");
		follow(page.locator("main a[href$='/annulation']"));
		look(page, "cancel");
		press(page, "/annulation");
		look(page, "cancelled");
		assertThat(booked()).isZero();
	}

}
