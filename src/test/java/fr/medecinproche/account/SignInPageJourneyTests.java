package fr.medecinproche.account;

import java.util.stream.Stream;

import fr.medecinproche.testing.BrowserTest;
import fr.medecinproche.testing.Browsers;
import fr.medecinproche.testing.Pages;
import fr.medecinproche.testing.Visit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

@BrowserTest
class SignInPageJourneyTests {

	static Stream<Visit> visits() {
		return Stream.of(Visit.onComputer(), Visit.onPhone().inTheDark(), Visit.onPhone().withoutScript(),
				Visit.onComputer().inEnglish());
	}

	@ParameterizedTest
	@MethodSource("visits")
	void a_wrong_password_is_refused_on_a_page_everybody_can_use(Visit visit, Browsers browsers) {
		var page = browsers.open(visit);
		page.navigate("/compte/connexion");
		Pages.assertAccessible(page);
		page.locator("#email").fill("nobody@demo.example");
		page.locator("#password").fill("wrong password");
		page.locator("form:has(#password) button").click();
		assertThat(page.locator("#refusal").isVisible()).isTrue();
		Pages.assertAccessible(page);
		Pages.shot(page,
				"sign-in-refused-%s-%s".formatted(visit.width(), visit.script() ? visit.locale() : "no-script"));
	}

}
