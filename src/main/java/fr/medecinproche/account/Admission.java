package fr.medecinproche.account;

import java.util.List;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/**
 * What somebody may see once all they were asked for is right: the pages of their role,
 * or, where the role must have a second factor and they have none, only those to set one
 * up.
 */
@Component
public class Admission {

	/** What whoever must set up a second factor has instead of their role. */
	public static final String SECOND_FACTOR_DUE = "SECOND_FACTOR_DUE";

	private final SecondFactors factors;

	private final AccountSettings settings;

	Admission(SecondFactors factors, AccountSettings settings) {
		this.factors = factors;
		this.settings = settings;
	}

	/**
	 * Lets somebody in.
	 * @param account who
	 * @return what the session remembers of them
	 * @throws SignInRefusedException when the account is suspended, or its address was
	 * never confirmed
	 */
	public Authentication of(Account account) {
		if (account.isSuspended() || account.isClosed()) {
			throw new SignInRefusedException(SignInRefusedException.Reason.SUSPENDED);
		}
		if (!account.isEmailConfirmed()) {
			throw new SignInRefusedException(SignInRefusedException.Reason.EMAIL_NOT_CONFIRMED);
		}
		var due = this.settings.requiresSecondFactor(account.role()) && this.factors.findById(account.id()).isEmpty();
		return UsernamePasswordAuthenticationToken.authenticated(SignedIn.as(account), null,
				List.of(new SimpleGrantedAuthority(due ? SECOND_FACTOR_DUE : "ROLE_" + account.role())));
	}

}
