package fr.medecinproche.web;

import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.testing.BrowserTest;
import fr.medecinproche.testing.Browsers;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Pages;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

@BrowserTest
class LayoutJourneyTests {

	/** What a first visit may cost on a valley's 3G, compressed. */
	private static final long FIRST_VISIT = 250_000;

	/** What each page after it may cost. */
	private static final long NEXT_PAGE = 30_000;

	/** The design system's darkest grey. */
	private static final String DARK = "rgb(22, 22, 22)";

	@Autowired
	Scenario scenario;

	@Autowired
	CleanDatabase database;

	static Stream<Visit> visits() {
		return Stream.of(Visit.onComputer(), Visit.onComputer().inTheDark(), Visit.onPhone(),
				Visit.onPhone().withoutScript());
	}

	@ParameterizedTest
	@MethodSource("visits")
	void pages_are_accessible_everywhere(Visit visit, Browsers browsers) {
		var page = browsers.open(visit);
		for (var path : new String[] { "compte/connexion", "compte/mot-de-passe-oublie", "plan-du-site",
				"accessibilite", "mentions-legales", "donnees-personnelles", "nulle-part" }) {
			page.navigate("/" + path);
			Pages.shot(page, "shell-" + path.replace('/', '-') + "-" + visit.width() + (visit.dark() ? "-dark" : "")
					+ (visit.script() ? "" : "-noscript"));
			Pages.assertAccessible(page);
		}
	}

	@Test
	void the_menu_opens_on_a_phone_and_stands_open_without_script(Browsers browsers) {
		var page = browsers.open(Visit.onPhone());
		page.navigate("/plan-du-site");
		var entry = page.locator("#menu").getByRole(AriaRole.LINK, name("Retrouver mon rendez-vous"));
		assertThat(entry).isHidden();
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Menu")).click();
		assertThat(entry).isVisible();
		Pages.shot(page, "shell-menu-320");

		page = browsers.open(Visit.onPhone().withoutScript());
		page.navigate("/plan-du-site");
		assertThat(page.locator("#menu").getByRole(AriaRole.LINK, name("Retrouver mon rendez-vous"))).isVisible();
		assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Se connecter")).first())
			.isVisible();
	}

	@Test
	void a_dark_machine_gets_dark_pages(Browsers browsers) {
		var page = browsers.open(Visit.onComputer().inTheDark());
		page.navigate("/plan-du-site");
		assertThat(page.locator("html")).hasAttribute("data-fr-theme", "dark");
		assertThat(page.locator("body")).hasCSS("background-color", DARK);
	}

	@Test
	void a_chosen_theme_is_kept_on_the_next_page(Browsers browsers) {
		var page = browsers.open(Visit.onComputer());
		page.navigate("/plan-du-site");
		assertThat(page.locator("html")).hasAttribute("data-fr-theme", "light");
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Paramètres d’affichage")).click();
		page.getByText("Thème sombre").click();
		Pages.shot(page, "shell-theme");
		assertThat(page.locator("body")).hasCSS("background-color", DARK);
		page.navigate("/mentions-legales");
		assertThat(page.locator("body")).hasCSS("background-color", DARK);
	}

	@Test
	void the_keyboard_reaches_the_content_first(Browsers browsers) {
		var page = browsers.open(Visit.onComputer());
		page.navigate("/compte/connexion");
		page.keyboard().press("Tab");
		assertThat(page.locator(":focus")).hasText("Contenu");
		page.keyboard().press("Enter");
		page.keyboard().press("Tab");
		assertThat(page.locator("#email")).isFocused();
	}

	@Test
	void a_first_visit_is_light_and_the_next_pages_lighter(Browsers browsers) {
		this.database.clean();
		var marciac = this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC);
		this.scenario.taken(this.scenario.volunteer("Aline", "Roux"), marciac, HalfDay.morningOf(Scenario.TUESDAY));
		var page = browsers.open(Visit.onPhone());
		var bytes = new AtomicLong();
		page.onRequestFinished((request) -> bytes
			.addAndGet((long) request.sizes().responseBodySize + (long) request.sizes().responseHeadersSize));
		assertThat(weight(page, bytes, "/")).isBetween(20_000L, FIRST_VISIT);
		assertThat(weight(page, bytes, "/recherche?communeCode=" + Scenario.MARCIAC)).isLessThan(NEXT_PAGE);
		assertThat(weight(page, bytes, "/lieux/" + marciac.getSlug())).isLessThan(NEXT_PAGE);
		bytes.set(0);
		page.locator("form[action$='/rendez-vous/reservations'] button").first().click();
		page.waitForURL("**/rendez-vous/nouveau**");
		assertThat(settled(page, bytes, "the booking form")).isLessThan(NEXT_PAGE);
	}

	private static long weight(Page page, AtomicLong bytes, String path) {
		bytes.set(0);
		page.navigate(path);
		return settled(page, bytes, path);
	}

	private static long settled(Page page, AtomicLong bytes, String what) {
		page.waitForLoadState(LoadState.NETWORKIDLE);
		System.out.printf("%,d bytes over the wire for %s%n", bytes.get(), what);
		return bytes.get();
	}

	private static Locator.GetByRoleOptions name(String name) {
		return new Locator.GetByRoleOptions().setName(name);
	}

}
