package fr.medecinproche.appointment.web;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Geolocation;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.testing.BrowserTest;
import fr.medecinproche.testing.Browsers;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Pages;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.Visit;
import fr.medecinproche.volunteer.Preferences;
import fr.medecinproche.volunteer.SpokenLanguage;
import fr.medecinproche.volunteer.VolunteerService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

@BrowserTest
class FindingJourneyTests {

	@Autowired
	Scenario scenario;

	@Autowired
	VolunteerService volunteers;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	CleanDatabase database;

	private ConsultationSite marciac;

	@BeforeEach
	void twoSites() {
		this.database.clean();
		this.marciac = this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC);
		this.jdbc.sql("""
				update consultation_site set latitude = 43.5236, longitude = 0.1606,
				parking = 'Parking gratuit devant l’entrée.', public_transport = 'Bus 934, arrêt Mairie.',
				patient_notes = 'La salle d’attente ouvre un quart d’heure avant.'""").update();
		var plaisance = this.scenario.openSite("Centre de santé de Plaisance", Scenario.PLAISANCE);
		var roux = this.scenario.volunteer("Aline", "Roux");
		this.volunteers.prefer(roux.getId(),
				new Preferences(true, Set.of(SpokenLanguage.ENGLISH, SpokenLanguage.SPANISH)));
		this.scenario.taken(roux, this.marciac, HalfDay.morningOf(Scenario.TUESDAY));
		this.scenario.taken(this.scenario.volunteer("Hugo", "Bonnet"), plaisance,
				HalfDay.morningOf(Scenario.TUESDAY.plusDays(1)));
		this.scenario.openSite("Cabinet de Riscle", "32344");
	}

	static Stream<Visit> visits() {
		return Stream.of(Visit.onComputer(), Visit.onComputer().inTheDark(), Visit.onPhone(),
				Visit.onPhone().inTheDark().withoutScript());
	}

	@ParameterizedTest
	@MethodSource("visits")
	void the_pages_of_finding_are_accessible_everywhere(Visit visit, Browsers browsers) {
		var page = browsers.open(visit);
		for (var path : List.of("/", "/recherche?commune=32319", "/lieux/" + this.marciac.getSlug(),
				"/recherche?commune=75001", "/recherche?commune=Marciak")) {
			page.navigate(path);
			Pages.shot(page, "finding-" + path.replaceAll("[^a-z0-9]+", "-") + "-" + visit.width()
					+ (visit.dark() ? "-dark" : ""));
			Pages.assertAccessible(page);
		}
	}

	@Test
	void a_pin_of_the_map_leads_to_its_place_in_the_list(Browsers browsers) {
		var page = browsers.open(Visit.onComputer());
		page.navigate("/recherche?commune=32319");
		var pin = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("3. Maison de santé de Marciac"));
		pin.focus();
		page.keyboard().press("Enter");
		assertThat(page.locator(":target")).containsText("3 Maison de santé de Marciac");
	}

	@Test
	void a_position_that_is_offered_finds_the_commune_and_shows_nowhere(Browsers browsers) {
		var page = browsers.open(Visit.onPhone());
		var requests = new CopyOnWriteArrayList<Request>();
		page.onRequest(requests::add);
		page.context().grantPermissions(List.of("geolocation"));
		page.context().setGeolocation(new Geolocation(43.523678, 0.160612));
		page.navigate("/");
		assertThat(page.context().cookies()).as("a home page that only asks where one lives").isEmpty();
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Utiliser ma position")).click();
		page.waitForURL("**/recherche?commune=*");
		assertThat(page.locator("h1")).containsText("(Gers)");
		assertThat(page.locator("article").first()).containsText("Maison de santé de Marciac");
		assertThat(requests).noneMatch((request) -> request.url().contains("43.5") || request.url().contains("0.16"));
		assertThat(requests).filteredOn((request) -> request.method().equals("POST"))
			.singleElement()
			.satisfies((request) -> assertThat(request.postData()).isEqualTo("latitude=43.52&longitude=0.16"));
		page.goBack();
		assertThat(page.locator("#position [name=latitude]")).hasValue("");
	}

	@Test
	void a_position_that_is_refused_or_far_away_is_answered_in_words(Browsers browsers) {
		var page = browsers.open(Visit.onPhone());
		page.navigate("/recherche");
		var use = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Utiliser ma position"));
		use.click();
		assertThat(page.locator("#position-status")).containsText("Vous n’avez pas donné accès à votre position");
		Pages.assertAccessible(page);
		Pages.shot(page, "finding-position-refused-320");
		page.context().grantPermissions(List.of("geolocation"));
		page.context().setGeolocation(new Geolocation(48.85, 2.35));
		use.click();
		assertThat(page.getByRole(AriaRole.ALERT)).containsText("Vous êtes loin de l’Occitanie");
		assertThat(page.locator("#commune")).isVisible();
		Pages.assertAccessible(page);
	}

	@Test
	void without_script_the_position_is_not_even_proposed(Browsers browsers) {
		var page = browsers.open(Visit.onPhone().withoutScript());
		page.navigate("/");
		assertThat(page.locator(".position")).isHidden();
	}

}
