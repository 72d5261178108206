package fr.medecinproche.joining.web;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * What brought somebody to join: the zone and the days they were asked for, kept by the
 * browser until it is closed, so that the step about wishes finds them ticked. It says
 * nothing of the person.
 */
@Component
class WishCookie {

	private static final String NAME = "souhaits";

	/**
	 * Keeps the zone and the days of a link.
	 * @param siren a zone
	 * @param days of the week; what is none is left out
	 */
	void keep(String siren, @Nullable Set<String> days, HttpServletRequest request, HttpServletResponse response) {
		var value = Stream
			.concat(Stream.of(siren),
					WishesForm.DAYS.stream().map(Enum::name).filter((day) -> days != null && days.contains(day)))
			.collect(Collectors.joining("."));
		var cookie = ResponseCookie.from(NAME, value)
			.path(JoiningPages.HOME)
			.httpOnly(true)
			.secure(request.isSecure())
			.sameSite("Lax");
		response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
	}

	/** The form to begin with, when a link brought them. */
	Optional<WishesForm> read(HttpServletRequest request) {
		return Optional.ofNullable(WebUtils.getCookie(request, NAME)).map((cookie) -> {
			var kept = Arrays.asList(cookie.getValue().split("\\."));
			var days = WishesForm.DAYS.stream().filter((day) -> kept.contains(day.name())).collect(Collectors.toSet());
			return new WishesForm(null, Set.of(kept.getFirst()), Set.<DayOfWeek>copyOf(days), null);
		});
	}

}
