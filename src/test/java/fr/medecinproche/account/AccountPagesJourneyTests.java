package fr.medecinproche.account;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import fr.medecinproche.testing.BrowserTest;
import fr.medecinproche.testing.Browsers;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Pages;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock.SettableClock;
import fr.medecinproche.testing.Visit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

@BrowserTest
class AccountPagesJourneyTests {

	@Autowired
	Scenario scenario;

	@Autowired
	AccountLinks links;

	@Autowired
	Accounts accounts;

	@Autowired
	SettableClock clock;

	@Autowired
	CleanDatabase database;

	@BeforeEach
	void somebody() {
		this.database.clean();
		this.scenario.account("aline@essai.example", Role.REGULATOR);
	}

	@Test
	void a_phone_becomes_the_second_step_of_a_sign_in_without_script(Browsers browsers) {
		var page = browsers.open(Visit.onPhone().withoutScript());
		signIn(page);
		visit(page, "/compte/second-facteur", "second-facteur");
		visit(page, "/compte/second-facteur/application", "application");
		var key = page.locator(".setup__key").textContent();
		page.locator("#code").fill("000000");
		page.locator("#current").fill(Scenario.PASSWORD);
		page.locator("main form button").click();
		assertThat(page.locator("#code[aria-invalid=true]")).isVisible();
		assertThat(page.locator(".setup__key")).hasText(key);
		page.locator("#code").fill(code(key));
		page.locator("#current").fill(Scenario.PASSWORD);
		page.locator("main form button").click();
		assertThat(page.locator(".codes li")).hasCount(10);
		judge(page, "codes");
		var recovery = page.locator(".codes li").first().textContent();
		visit(page, "/compte/second-facteur/codes", "codes-nouveaux");
		visit(page, "/compte/second-facteur/arret", "arret");
		signIn(page = browsers.open(Visit.onPhone().withoutScript()));
		judge(page, "code");
		page.locator("#code").fill(recovery);
		page.locator("main form button").first().click();
		assertThat(page).hasURL(Pattern.compile(".*/regulation$"));
	}

	@Test
	void every_page_of_an_account_can_be_used_by_everybody(Browsers browsers) {
		var page = browsers.open(Visit.onComputer());
		signIn(page);
		for (var name : List.of("", "/adresse", "/mot-de-passe", "/connexions", "/fermeture")) {
			visit(page, "/compte" + name, "compte" + name.replace('/', '-'));
		}
		var account = this.accounts.findByEmail(new EmailAddress("aline@essai.example")).orElseThrow();
		visit(page, "/compte/telephone-perdu/" + this.links.create(account, LinkPurpose.DROP_SECOND_FACTOR), "perdu");
		visit(page, "/compte/adresse/confirmation/nothing", "adresse-confirmation");
		visit(page, "/compte/adresse/arret/nothing", "adresse-arret");
		visit(page, "/compte/connexion/lien/nothing", "lien");
	}

	@Test
	void the_history_and_the_way_out_fit_a_dark_phone_in_english(Browsers browsers) {
		var page = browsers.open(Visit.onPhone().inTheDark().inEnglish());
		signIn(page);
		visit(page, "/compte/connexions?lang=en", "connexions-phone");
		visit(page, "/compte/fermeture", "fermeture-phone");
	}

	private static void signIn(Page page) {
		page.navigate("/compte/connexion");
		page.locator("#email").fill("aline@essai.example");
		page.locator("#password").fill(Scenario.PASSWORD);
		page.locator("form:has(#password) button").click();
	}

	private static void visit(Page page, String path, String name) {
		assertThat(page.navigate(path).status()).isEqualTo(200);
		judge(page, name);
	}

	private static void judge(Page page, String name) {
		Pages.assertAccessible(page);
		Pages.shot(page, "account-" + name);
	}

	/** What a phone would show that was given this key. */
	private String code(String key) {
		var secret = new ByteArrayOutputStream();
		int bits = 0;
		int held = 0;
		for (char sign : key.replaceAll("\\s", "").toCharArray()) {
			bits = (bits << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(sign);
			held += 5;
			if (held >= 8) {
				held -= 8;
				secret.write((bits >> held) & 0xff);
			}
		}
		return new Totp(secret.toByteArray()).code(this.clock.instant().getEpochSecond() / 30, Totp.DIGITS);
	}

}
