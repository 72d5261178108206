package fr.medecinproche.testing;

import java.util.List;

import fr.medecinproche.account.Role;
import fr.medecinproche.account.SignedIn;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

/**
 * Who does a request in a test: {@code mvc.get().uri("/ars").with(People.agent())}.
 */
public final class People {

	private People() {
	}

	public static RequestPostProcessor admin() {
		return signedIn(1, Role.ADMIN, null);
	}

	public static RequestPostProcessor agent() {
		return signedIn(1, Role.AGENT, null);
	}

	public static RequestPostProcessor agentOf(String perimeter) {
		return signedIn(1, Role.AGENT, perimeter);
	}

	public static RequestPostProcessor regulator() {
		return signedIn(1, Role.REGULATOR, null);
	}

	/**
	 * Somebody whose account a test has created.
	 * @param accountId the account
	 * @param role its role
	 * @return what signs the request in
	 */
	public static RequestPostProcessor signedIn(long accountId, Role role) {
		return signedIn(accountId, role, null);
	}

	private static RequestPostProcessor signedIn(long accountId, Role role, @Nullable String perimeter) {
		var somebody = new SignedIn(accountId, role.name().toLowerCase() + "@example.org", "Claude Martin", role,
				perimeter);
		return authentication(UsernamePasswordAuthenticationToken.authenticated(somebody, null,
				List.of(new SimpleGrantedAuthority("ROLE_" + role))));
	}

}
