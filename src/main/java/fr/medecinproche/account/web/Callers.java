package fr.medecinproche.account.web;

import fr.medecinproche.account.Caller;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;

/**
 * Who sends a request.
 */
final class Callers {

	private Callers() {
	}

	static Caller of(HttpServletRequest request) {
		return new Caller(request.getRemoteAddr(), request.getHeader(HttpHeaders.USER_AGENT));
	}

}
