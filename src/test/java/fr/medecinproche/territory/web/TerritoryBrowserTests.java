package fr.medecinproche.territory.web;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.medecinproche.account.Role;
import fr.medecinproche.territory.CommuneField;
import fr.medecinproche.testing.BrowserTest;
import fr.medecinproche.testing.Browsers;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Pages;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.Visit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

@BrowserTest
class TerritoryBrowserTests {

	@Autowired
	CommuneField field;

	@Autowired
	RequestMappingHandlerMapping requestMappingHandlerMapping;

	@Autowired
	Scenario scenario;

	@Autowired
	CleanDatabase database;

	private AnyPage anyPage;

	@BeforeEach
	void open() {
		this.database.clean();
		this.anyPage = AnyPage.open(this.field, this.requestMappingHandlerMapping);
	}

	@AfterEach
	void close() {
		this.anyPage.close();
	}

	@Test
	void a_commune_is_chosen_with_the_keyboard(Browsers browsers) {
		var page = browsers.open(Visit.onPhone());
		page.navigate(AnyPage.ADDRESS);
		var commune = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Commune"));
		commune.pressSequentially("plaisan");
		assertThat(page.getByRole(AriaRole.OPTION)).hasCount(4);
		assertThat(page.getByRole(AriaRole.STATUS)).containsText("4 communes proposées");
		Pages.shot(page, "commune-suggestions");
		Pages.assertAccessible(page);
		commune.press("ArrowDown");
		assertThat(commune).hasAttribute("aria-activedescendant", "commune-suggestions-0");
		commune.press("ArrowUp");
		commune.press("ArrowUp");
		assertThat(commune).hasAttribute("aria-activedescendant", "commune-suggestions-3");
		commune.press("Enter");
		assertThat(commune).hasValue("Plaisance (Aveyron) – 12550");
		assertThat(commune).hasAttribute("aria-expanded", "false");
		commune.press("Enter");
		assertThat(page.locator("main")).containsText("Trouvé : 12183");
	}

	@Test
	void a_commune_is_chosen_with_the_finger_and_the_list_can_be_dismissed(Browsers browsers) {
		var page = browsers.open(Visit.onPhone());
		page.navigate(AnyPage.ADDRESS);
		var commune = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Commune"));
		commune.pressSequentially("marsiac");
		assertThat(page.getByRole(AriaRole.OPTION).first()).isVisible();
		commune.press("Escape");
		assertThat(page.getByRole(AriaRole.OPTION).first()).isHidden();
		commune.press("ArrowDown");
		page.getByText("Marciac (Gers) – 32230").click();
		assertThat(page.locator("[name=communeCode]")).hasValue("32233");
		commune.press("Backspace");
		assertThat(page.locator("[name=communeCode]")).hasValue("");
	}

	@Test
	void a_commune_is_chosen_without_javascript(Browsers browsers) {
		var page = browsers.open(Visit.onPhone().withoutScript());
		page.navigate(AnyPage.ADDRESS);
		page.getByLabel("Commune").fill("plaisance");
		page.getByText("Chercher").click();
		Pages.assertAccessible(page);
		page.getByText("Plaisance (Gers) – 32160").click();
		page.getByText("Chercher").click();
		assertThat(page.locator("main")).containsText("Trouvé : 32319");
	}

	@Test
	void the_agency_pages_are_accessible_on_a_phone_and_on_a_computer(Browsers browsers) {
		this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC);
		var agent = this.scenario.account("agent@example.org", Role.AGENT);
		for (var visit : new Visit[] { Visit.onComputer(), Visit.onPhone().inTheDark() }) {
			var page = browsers.open(visit);
			page.navigate("/compte/connexion");
			page.locator("#email").fill(agent.email().value());
			page.locator("#password").fill(Scenario.PASSWORD);
			page.locator("#password").press("Enter");
			page.waitForURL((url) -> !url.contains("connexion"));
			look(page, "/ars/zones", "zones-" + visit.width());
			look(page, "/ars/zones/243200508", "zone-" + visit.width());
			look(page, "/ars/departements/32", "departement-" + visit.width());
			look(page, "/ars/zones/nouvelle", "zone-nouvelle-" + visit.width());
			look(page, "/ars/zones/243200508/besoin", "zone-besoin-" + visit.width());
			look(page, "/ars/zones/243200508/retrait", "zone-retrait-" + visit.width());
			look(page, "/ars/besoin/poids", "besoin-poids-" + visit.width());
			look(page, "/ars/besoin/import", "besoin-import-" + visit.width());
		}
	}

	private static void look(Page page, String address, String name) {
		page.navigate(address);
		Pages.shot(page, name);
		Pages.assertAccessible(page);
	}

}
