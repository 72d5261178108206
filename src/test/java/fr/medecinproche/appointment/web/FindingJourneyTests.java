package fr.medecinproche.appointment.web;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Geolocation;
import com.microsoft.playwright.options.LoadState;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.site.BookingRules;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.site.SiteService;
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
	SiteService sites;

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
		this.sites.bookBy(this.marciac.getId(), null, BookingRules.USUAL);
		this.scenario.taken(this.scenario.volunteer("Hugo", "Bonnet"), plaisance,
				HalfDay.morningOf(Scenario.TUESDAY.plusDays(1)));
		this.scenario.openSite("Cabinet de Riscle", "32344");
	}

	static Stream<Visit> visits() {
		return Stream.of(Visit.onComputer(), Visit.onComputer().inTheDark(), Visit.onPhone().inTheDark(),
				Visit.onPhone().withoutScript());
	}

	@ParameterizedTest
	@MethodSource("visits")
	void the_pages_of_finding_are_accessible_everywhere(Visit visit, Browsers browsers) {
		var page = browsers.open(visit);
		for (var path : List.of("/", "/recherche?commune=32319", "/lieux/" + this.marciac.getSlug(),
				"/recherche?commune=32319&anglais=true&medecinTraitant=NO&tri=SOONEST",
				"/recherche?commune=32319&anglais=true&moment=AFTERNOON", "/recherche?commune=32319&du=2020-01-01",
				"/recherche?commune=75001", "/recherche?communeCode=30350")) {
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
		page.waitForURL("**/recherche?communeCode=*");
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
	void ten_sites_with_their_map_are_a_light_page(Browsers browsers) {
		for (int n = 0; n < 8; n++) {
			var site = this.scenario.openSite("Maison de santé numéro " + n, (n % 2 == 0) ? "32319" : "32462");
			this.scenario.taken(this.scenario.volunteer("Luc", "Bosc-" + n), site, HalfDay.morningOf(Scenario.TUESDAY));
		}
		var page = browsers.open(Visit.onPhone());
		page.navigate("/");
		page.waitForLoadState(LoadState.NETWORKIDLE);
		var bytes = new AtomicLong();
		page.onRequestFinished((request) -> bytes
			.addAndGet((long) request.sizes().responseBodySize + (long) request.sizes().responseHeadersSize));
		page.navigate("/recherche?commune=32319");
		page.waitForLoadState(LoadState.NETWORKIDLE);
		System.out.printf("The search with ten sites and their map: %d bytes%n", bytes.get());
		assertThat(page.locator("article").count()).isEqualTo(10);
		assertThat(bytes.get()).isBetween(3_000L, 30_000L);
	}

	@Test
	void the_soonest_time_is_held_by_one_press_from_the_results(Browsers browsers) {
		var page = browsers.open(Visit.onPhone().withoutScript());
		page.navigate("/recherche?commune=32319");
		page.getByText("Préciser ma recherche").click();
		page.getByLabel("Le médecin parle anglais").check(new Locator.CheckOptions().setForce(true));
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Chercher")).click();
		page.getByRole(AriaRole.BUTTON,
				new Page.GetByRoleOptions().setName("Le plus tôt : mardi 12 janvier, 9 h 40, à Marciac"))
			.click();
		assertThat(page.locator("main")).containsText("mardi 12 janvier 2027 à 9 h 40");
	}

	@Test
	void without_script_the_position_is_not_even_proposed(Browsers browsers) {
		var page = browsers.open(Visit.onPhone().withoutScript());
		page.navigate("/");
		assertThat(page.locator(".position")).isHidden();
	}

}
