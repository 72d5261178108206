package fr.medecinproche.site;

import fr.medecinproche.account.SignedIn;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Whoever does what is being done.
 */
@Component
public class Author {

	/**
	 * The account behind the present request.
	 * @return null for the machine and for the public
	 */
	public @Nullable Long id() {
		var somebody = SecurityContextHolder.getContext().getAuthentication();
		return (somebody != null && somebody.getPrincipal() instanceof SignedIn signedIn) ? signedIn.accountId() : null;
	}

}
