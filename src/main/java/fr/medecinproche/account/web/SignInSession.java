package fr.medecinproche.account.web;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.stereotype.Component;

/**
 * Lets somebody in from a page of ours, as the filter of the sign-in form does: with a
 * new session number and a new token against forged forms.
 */
@Component
class SignInSession {

	private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

	private final SessionAuthenticationStrategy precautions;

	SignInSession(CookieCsrfTokenRepository csrfTokens) {
		this.precautions = new CompositeSessionAuthenticationStrategy(
				List.of(new ChangeSessionIdAuthenticationStrategy(), new CsrfAuthenticationStrategy(csrfTokens)));
	}

	void open(Authentication somebody, HttpServletRequest request, HttpServletResponse response) {
		this.precautions.onAuthentication(somebody, request, response);
		var context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(somebody);
		SecurityContextHolder.setContext(context);
		this.contexts.saveContext(context, request, response);
	}

}
