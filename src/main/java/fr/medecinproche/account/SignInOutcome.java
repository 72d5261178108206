package fr.medecinproche.account;

import java.io.IOException;
import java.net.URI;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Component;

/**
 * Where a sign-in leads: to the page first asked for when it is of the person's room, to
 * the room's first page otherwise; back to the form, the address still typed, when it
 * failed.
 */
@Component
class SignInOutcome implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

	static final String FAILED = SecurityConfiguration.SIGN_IN + "/refus";

	static final String REASON = "signInRefused";

	private final RequestCache asked = new CookieRequestCache();

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
			Authentication authentication) throws IOException {
		var home = ((SignedIn) authentication.getPrincipal()).role().home();
		var saved = this.asked.getRequest(request, response);
		this.asked.removeRequest(request, response);
		response.sendRedirect((saved != null) ? within(home, saved.getRedirectUrl()) : home);
	}

	/** The cookie may be old or forged: only its path and query count. */
	private static String within(String home, String url) {
		try {
			var page = URI.create(url);
			var path = page.getRawPath();
			if (path.equals(home) || path.startsWith(home + "/")) {
				return (page.getRawQuery() != null) ? path + "?" + page.getRawQuery() : path;
			}
		}
		catch (IllegalArgumentException | NullPointerException ex) {
			// not an address
		}
		return home;
	}

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException exception) throws IOException, ServletException {
		var reason = (exception instanceof SignInRefusedException refused) ? refused.reason()
				: SignInRefusedException.Reason.BAD_CREDENTIALS;
		request.setAttribute(REASON, reason);
		request.getRequestDispatcher(FAILED).forward(request, response);
	}

}
