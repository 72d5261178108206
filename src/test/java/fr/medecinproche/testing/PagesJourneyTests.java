package fr.medecinproche.testing;

import java.util.Base64;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The inspector inspected: a page check that finds nothing proves nothing unless it finds
 * a planted fault.
 */
@BrowserTest
class PagesJourneyTests {

	private static final String SOUND = """
			<!DOCTYPE html><html lang="fr"><title>Page</title>
			<main><h1>Page</h1><noscript><p>sans script</p></noscript>%s</main></html>""";

	static Stream<Visit> visits() {
		return Stream.of(Visit.onComputer(), Visit.onPhone().withoutScript(),
				Visit.onPhone().withoutScript().inTheDark());
	}

	@ParameterizedTest
	@MethodSource("visits")
	void a_sound_page_is_left_in_peace(Visit visit, Browsers browsers) {
		var page = browsers.open(visit);
		page.navigate(address(""));
		Pages.assertAccessible(page);
		assertThat(page.locator("noscript p").isVisible()).isEqualTo(!visit.script());
	}

	@ParameterizedTest
	@MethodSource("visits")
	void an_image_without_alternative_is_found(Visit visit, Browsers browsers) {
		var page = browsers.open(visit);
		page.navigate(address("<img src='data:,'>"));
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> Pages.assertAccessible(page))
			.withMessageContaining("image-alt");
	}

	@ParameterizedTest
	@MethodSource("visits")
	void a_page_wider_than_its_window_is_found(Visit visit, Browsers browsers) {
		var page = browsers.open(visit);
		page.navigate(address("<p style='width: 1500px'>large</p>"));
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> Pages.assertAccessible(page))
			.withMessageContaining("too wide");
	}

	private static String address(String content) {
		return "data:text/html;base64," + Base64.getEncoder().encodeToString(SOUND.formatted(content).getBytes());
	}

}
