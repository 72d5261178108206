package fr.medecinproche.appointment.web;

import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.testing.BrowserTest;
import fr.medecinproche.testing.Browsers;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Pages;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestContactCheck.SettableContactCheck;
import fr.medecinproche.testing.Visit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A patient books with a code, books again for a relative, moves, cancels, and wants to
 * be forgotten; nobody but us is asked for anything.
 */
@BrowserTest
class ChangingJourneyTests {

	@Autowired
	Scenario scenario;

	@Autowired
	SettableContactCheck policy;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	CleanDatabase database;

	private ConsultationSite marciac;

	private String series = "";

	private int step;

	@BeforeEach
	void timesAtTwoSites() {
		this.database.clean();
		this.policy.set(true);
		this.marciac = this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC);
		var doctor = this.scenario.volunteer("Aline", "Roux");
		this.scenario.taken(doctor, this.marciac, HalfDay.morningOf(Scenario.TUESDAY));
		this.scenario.taken(doctor, this.marciac, HalfDay.afternoonOf(Scenario.TUESDAY));
		this.scenario.taken(this.scenario.volunteer("Hugo", "Bonnet"),
				this.scenario.openSite("Cabinet de Plaisance", Scenario.PLAISANCE),
				HalfDay.morningOf(Scenario.TUESDAY.plusDays(1)));
	}

	@AfterEach
	void noPolicy() {
		this.policy.set(false);
	}

	static Stream<Visit> visits() {
		return Stream.of(Visit.onPhone().withoutScript(), Visit.onComputer().inTheDark(), Visit.onPhone().inEnglish());
	}

	@ParameterizedTest
	@Timeout(value = 10, unit = TimeUnit.MINUTES)
	@MethodSource("visits")
	void from_a_booking_to_being_forgotten(Visit visit, Browsers browsers) {
		this.step = 0;
		this.series = "changing-%d%s%s".formatted(visit.width(), visit.dark() ? "-dark" : "",
				visit.locale().startsWith("en") ? "-en" : "");
		var page = browsers.open(visit);
		var hosts = new ConcurrentSkipListSet<String>();
		page.onRequest((request) -> hosts.add(URI.create(request.url()).getHost()));
		page.navigate("/lieux/" + this.marciac.getSlug() + (visit.locale().startsWith("en") ? "?lang=en" : ""));
		look(page, "times");
		page.locator("form[action$='/rendez-vous/reservations'] button").nth(1).press("Enter");
		books(page);
		aRelativeBooks(page);
		page.navigate(ownPage());
		moves(page);
		cancels(page);
		isForgotten(page);
		assertThat(hosts).as("hosts asked").isEqualTo(Set.of(URI.create(page.url()).getHost()));
	}

	private void look(Page page, String name) {
		Pages.shot(page, "%s-%02d-%s".formatted(this.series, ++this.step, name));
		Pages.assertAccessible(page);
	}

	private static void press(Page page, String action) {
		page.locator("form[action*='%s'] button:not([formaction])".formatted(action)).last().press("Enter");
	}

	private void books(Page page) {
		page.locator("#whom-SELF").check(new Locator.CheckOptions().setForce(true));
		page.fill("#givenName", "Jeanne");
		page.fill("#familyName", "Daste");
		page.fill("#birthDate", "08/05/1941");
		page.fill("#email", "jeanne.daste@essai.example");
		page.fill("#commune", "32160 Plaisance");
		page.locator("#regularDoctor-NO").check(new Locator.CheckOptions().setForce(true));
		press(page, "/rendez-vous?reservation=");
		look(page, "code");
		page.fill("#code", "000 00");
		press(page, "/rendez-vous/code?");
		look(page, "code-refused");
		page.fill("#code", code());
		press(page, "/rendez-vous/code?");
		assertThat(page.locator(".fr-stepper__state")).containsText("3");
		look(page, "confirmed");
	}

	private String code() {
		return this.jdbc.sql("""
				select substring(body_text from '[0-9]{3} [0-9]{3}') from outbox_message
				where dedup_key like 'contact-code:%' order by id desc limit 1""").query(String.class).single();
	}

	private String ownPage() {
		return this.jdbc.sql("""
				select substring(body_text from '/rendez-vous/[A-Za-z0-9_-]{24}') from outbox_message
				where dedup_key like 'appointment:%:booked%' order by id limit 1""").query(String.class).single();
	}

	private void aRelativeBooks(Page page) {
		page.locator("a[href*='/autre?pour=RELATIVE']").press("Enter");
		look(page, "relative");
		page.locator("form[action$='/autre'] button").first().press("Enter");
		assertThat(page.locator("#email")).hasValue("jeanne.daste@essai.example");
		assertThat(page.locator("#familyName")).isEmpty();
		look(page, "relative-form");
	}

	private void moves(Page page) {
		page.locator("main a[href$='/deplacement']").press("Enter");
		look(page, "move");
		page.locator("form[action$='/deplacement'] button").nth(3).press("Enter");
		look(page, "move-confirm");
		page.locator("form[action*='/deplacement/'] button").first().press("Enter");
		assertThat(page.locator("[role=status]").first()).isVisible();
		look(page, "moved");
	}

	private void cancels(Page page) {
		page.locator("main a[href$='/annulation']").press("Enter");
		look(page, "cancel");
		press(page, "/annulation");
		look(page, "cancelled");
	}

	private void isForgotten(Page page) {
		page.locator("main a[href$='/mes-donnees']").press("Enter");
		look(page, "data");
		page.locator("main a[href$='/effacement']").press("Enter");
		look(page, "erase");
		press(page, "/mes-donnees");
		look(page, "erased");
		assertThat(this.jdbc.sql("select count(*) from appointment where family_name is not null")
			.query(Long.class)
			.single()).isZero();
	}

}
