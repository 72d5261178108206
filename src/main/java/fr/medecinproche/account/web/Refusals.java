package fr.medecinproche.account.web;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;

import fr.medecinproche.account.Admission;
import fr.medecinproche.account.Role;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/**
 * What who may not see a page gets instead: the sign-in page for a stranger in a room of
 * the house, "forbidden" for somebody of another room, the setting up of a second factor
 * for who must, "not found" for what is no room at all, and "expired" for a form older
 * than its cookie.
 */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

	/** Tells the error page that the form was too old, not the person unwelcome. */
	static final String EXPIRED = "formExpired";

	private final AuthenticationEntryPoint signIn = new LoginUrlAuthenticationEntryPoint(SecurityConfiguration.SIGN_IN);

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
			throws IOException, ServletException {
		if (isRoom(request)) {
			this.signIn.commence(request, response, cause);
		}
		else {
			response.sendError(HttpStatus.NOT_FOUND.value());
		}
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
			throws IOException {
		if (cause instanceof CsrfException) {
			request.setAttribute(EXPIRED, true);
			response.sendError(HttpStatus.FORBIDDEN.value());
		}
		else if (isRoom(request) && mustSetUpSecondFactor()) {
			response.sendRedirect(SecurityConfiguration.SECOND_FACTOR);
		}
		else {
			response.sendError((isRoom(request) ? HttpStatus.FORBIDDEN : HttpStatus.NOT_FOUND).value());
		}
	}

	private static boolean mustSetUpSecondFactor() {
		var somebody = SecurityContextHolder.getContext().getAuthentication();
		return somebody != null && somebody.getAuthorities()
			.stream()
			.anyMatch((authority) -> Admission.SECOND_FACTOR_DUE.equals(authority.getAuthority()));
	}

	private static boolean isRoom(HttpServletRequest request) {
		var path = request.getRequestURI();
		return Stream.concat(Stream.of("/compte"), Arrays.stream(Role.values()).map(Role::home))
			.anyMatch((home) -> path.equals(home) || path.startsWith(home + "/"));
	}

}
