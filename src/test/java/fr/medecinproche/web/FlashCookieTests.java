package fr.medecinproche.web;

import java.util.Map;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.FlashMap;

import static org.assertj.core.api.Assertions.assertThat;

class FlashCookieTests {

	private final FlashCookie flashes = new FlashCookie();

	@Test
	void a_flash_reaches_the_next_page_once_and_without_a_session() {
		var act = new MockHttpServletRequest("POST", "/alertes");
		var acted = new MockHttpServletResponse();
		this.flashes.saveOutputFlashMap(to("/alertes", Flash.success("a.key", "Marciac", 3, 4L, 1.5)), act, acted);
		assertThat(act.getSession(false)).isNull();
		var cookie = acted.getCookie("flash");
		assertThat(cookie.getPath()).isEqualTo("/alertes");
		assertThat(cookie.isHttpOnly()).isTrue();

		var next = new MockHttpServletRequest("GET", "/alertes");
		next.setCookies(cookie);
		var shown = new MockHttpServletResponse();
		assertThat((Map<String, Object>) this.flashes.retrieveAndUpdate(next, shown)).containsEntry("flash",
				Flash.success("a.key", "Marciac", 3L, 4L, 1.5));
		assertThat(shown.getCookie("flash").getMaxAge()).isZero();
	}

	@Test
	void anything_else_still_goes_through_the_session() {
		var act = new MockHttpServletRequest("POST", "/alertes");
		var map = to("/alertes", Flash.success("a.key"));
		map.put("form", "what was typed");
		this.flashes.saveOutputFlashMap(map, act, new MockHttpServletResponse());
		var next = new MockHttpServletRequest("GET", "/alertes");
		next.setSession(act.getSession());
		assertThat((Map<String, Object>) this.flashes.retrieveAndUpdate(next, new MockHttpServletResponse()))
			.containsEntry("form", "what was typed");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "%", "AAAA", "U1VDQ0VTUw", "U1VDQ0VTUx9rZXkfbngx" })
	void a_forged_cookie_says_nothing(String value) {
		var next = new MockHttpServletRequest("GET", "/alertes");
		next.setCookies(new Cookie("flash", value));
		assertThat((Map<String, Object>) this.flashes.retrieveAndUpdate(next, new MockHttpServletResponse())).isNull();
	}

	private static FlashMap to(String path, Flash flash) {
		var map = new FlashMap();
		map.setTargetRequestPath(path);
		map.put(Flash.ATTRIBUTE, flash);
		return map;
	}

}
