package fr.medecinproche.account.web;

import java.io.IOException;
import java.net.URI;
import java.util.Arrays;

import fr.medecinproche.account.LinkPurpose;
import fr.medecinproche.account.SecondFactor;
import fr.medecinproche.account.SecondFactorLinks;
import fr.medecinproche.account.SecondFactorNeededException;
import fr.medecinproche.account.SignIn.Means;
import fr.medecinproche.account.SignInJournal;
import fr.medecinproche.account.SignInRefusedException;
import fr.medecinproche.account.SignedIn;
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
 * Where a sign-in leads: to the page first asked for when it is of the person's room or
 * account, to the room's first page otherwise; to the second step where the password is
 * not enough; back to the form, the address still typed, when it failed. The history is
 * written here, where the browser is known.
 */
@Component
class SignInOutcome implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

	static final String FAILED = SecurityConfiguration.SIGN_IN + "/refus";

	static final String REASON = "signInRefused";

	private final RequestCache asked = new CookieRequestCache();

	private final SignInJournal journal;

	private final SecondFactorLinks links;

	SignInOutcome(SignInJournal journal, SecondFactorLinks links) {
		this.journal = journal;
		this.links = links;
	}

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
			Authentication authentication) throws IOException {
		var somebody = (SignedIn) authentication.getPrincipal();
		this.journal.write(somebody.accountId(), Means.PASSWORD, true, Callers.of(request));
		response.sendRedirect(destination(somebody, request, response));
	}

	/**
	 * Where somebody goes who is let in.
	 * @return a path and query of ours
	 */
	String destination(SignedIn somebody, HttpServletRequest request, HttpServletResponse response) {
		var home = somebody.role().home();
		var saved = this.asked.getRequest(request, response);
		this.asked.removeRequest(request, response);
		return (saved != null) ? within(home, saved.getRedirectUrl()) : home;
	}

	/** The cookie may be old or forged: only its path and query count. */
	private static String within(String home, String url) {
		try {
			var page = URI.create(url);
			var path = page.getRawPath();
			if (path.equals(home) || path.startsWith(home + "/")
					|| Arrays.asList(SecurityConfiguration.OWN_PAGES).contains(path)) {
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
		if (exception instanceof SecondFactorNeededException needed) {
			HalfSignedIn.remember(needed, request);
			if (needed.kind() == SecondFactor.Kind.EMAIL) {
				this.links.send(needed.account().id(), LinkPurpose.SIGN_IN);
			}
			response.sendRedirect(SecondStepController.PAGE);
			return;
		}
		if (exception instanceof SignInRefusedException refused) {
			refused.accountId()
				.ifPresent((guessed) -> this.journal.write(guessed, Means.PASSWORD, false, Callers.of(request)));
			request.setAttribute(REASON, refused.reason());
		}
		else {
			request.setAttribute(REASON, SignInRefusedException.Reason.BAD_CREDENTIALS);
		}
		request.getRequestDispatcher(FAILED).forward(request, response);
	}

}
