package fr.medecinproche.testing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpSession;

import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A form as our own pages send it: the token in its cookie, and masked in its field.
 * Unlike {@code csrf()} of Spring Security, which for the rest of the run keeps tokens in
 * sessions, it leaves the application as it is.
 */
public final class Genuine {

	private static final String TOKEN = "7a3f0c52-4a1e-4a57-9f07-2f6a1f0e9c11";

	private Genuine() {
	}

	/** What {@code with} takes. */
	public static RequestPostProcessor form() {
		return (request) -> {
			request.setCookies(new Cookie("XSRF-TOKEN", TOKEN));
			request.setParameter("_csrf", masked());
			return request;
		};
	}

	private static String masked() {
		var token = TOKEN.getBytes(StandardCharsets.UTF_8);
		var mask = new byte[token.length * 2];
		System.arraycopy(token, 0, mask, token.length, token.length);
		return Base64.getUrlEncoder().encodeToString(mask);
	}

	/**
	 * Asserts that a request left no session, but for the token that other tests' use of
	 * {@code csrf()} may have put there.
	 * @param result what the application answered
	 */
	public static void assertNoSession(MvcTestResult result) {
		HttpSession session = result.getRequest().getSession(false);
		if (session != null) {
			assertThat(Collections.list(session.getAttributeNames()))
				.allMatch((name) -> name.startsWith(HttpSessionCsrfTokenRepository.class.getName()));
		}
	}

}
