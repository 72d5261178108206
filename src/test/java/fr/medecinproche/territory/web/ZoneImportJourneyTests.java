package fr.medecinproche.territory.web;

import java.nio.charset.Charset;

import com.microsoft.playwright.options.FilePayload;
import fr.medecinproche.testing.BrowserTest;
import fr.medecinproche.testing.Browsers;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.Visit;
import fr.medecinproche.testing.Walk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * A list with mistakes in it: brought, read line by line, applied but for the mistakes.
 */
@BrowserTest
class ZoneImportJourneyTests {

	private static final String LIST = """
			SIREN;Nom;Département;Population totale;Date de fin
			200069656;CC Cœur Haute Lande;40;16 702;
			200071926;;;28 600;
			200071927;CC mal écrite;11;10;
			200035707;;;;01/01/2020
			200042463;=CMD();;;
			200044469;;;;
			""";

	@Autowired
	Scenario scenario;

	@Autowired
	CleanDatabase database;

	@BeforeEach
	void anAgent() {
		this.database.clean();
		this.scenario.agent();
	}

	@Test
	void a_list_with_errors_is_imported_on_a_computer(Browsers browsers) {
		walk(browsers, Visit.onComputer().inTheDark());
	}

	@Test
	void a_list_with_errors_is_imported_on_a_dark_phone_without_script(Browsers browsers) {
		walk(browsers, Visit.onPhone().withoutScript());
	}

	private static void walk(Browsers browsers, Visit visit) {
		var page = browsers.open(visit);
		var walk = new Walk(page, "import-zones", visit);
		walk.signIn("agent@essai.example");
		walk.goTo("/ars/zones/import");
		walk.look("formulaire");
		page.locator("#zones").setInputFiles(file("photo.csv", new byte[] { 1, 2, 0, 3 }));
		walk.press("/ars/zones/import");
		assertThat(page.locator("main")).containsText("n’est pas un tableau au format CSV");
		walk.look("refus");
		page.locator("#zones").setInputFiles(file("zones.csv", LIST.getBytes(Charset.forName("windows-1252"))));
		walk.press("/ars/zones/import");
		assertThat(page.locator("h1")).hasText("Effet de la liste");
		assertThat(page.locator("main")).containsText("Rien n’a encore changé");
		assertThat(page.locator("main")).containsText("La date 01/01/2020 est passée");
		assertThat(page.locator("main")).containsText("Une case contient une formule");
		walk.look("bilan");
		walk.press("/application");
		assertThat(page.locator("main")).containsText("La liste est appliquée");
		walk.look("applique");
		walk.goTo("/ars/zones?q=lande");
		page.locator("tbody a").click();
		assertThat(page.locator("h1")).hasText("CC Cœur Haute Lande");
		walk.look("zone");
	}

	private static FilePayload file(String name, byte[] content) {
		return new FilePayload(name, "text/csv", content);
	}

}
