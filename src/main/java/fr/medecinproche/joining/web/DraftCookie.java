package fr.medecinproche.joining.web;

import java.time.Duration;
import java.util.Optional;

import fr.medecinproche.account.Secret;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * What a browser keeps of an application under way: a secret, for these pages alone,
 * until it is closed. Later, or elsewhere, one goes on by the link in the mail: the next
 * person at a shared computer finds nothing.
 */
@Component
class DraftCookie {

	static final String NAME = "demande";

	private static final Duration UNTIL_CLOSED = Duration.ofSeconds(-1);

	Optional<Secret> read(HttpServletRequest request) {
		return Optional.ofNullable(WebUtils.getCookie(request, NAME)).map((cookie) -> Secret.of(cookie.getValue()));
	}

	void give(Secret secret, HttpServletRequest request, HttpServletResponse response) {
		write(secret.value(), UNTIL_CLOSED, request, response);
	}

	void takeBack(HttpServletRequest request, HttpServletResponse response) {
		if (read(request).isPresent()) {
			write("", Duration.ZERO, request, response);
		}
	}

	private static void write(String value, Duration lifetime, HttpServletRequest request,
			HttpServletResponse response) {
		var cookie = ResponseCookie.from(NAME, value)
			.path(JoiningPages.HOME)
			.maxAge(lifetime)
			.httpOnly(true)
			.secure(request.isSecure())
			.sameSite("Lax");
		response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
	}

}
