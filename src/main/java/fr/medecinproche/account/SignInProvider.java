package fr.medecinproche.account;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Signs in by address and password. What is wrong with an account is said only to who
 * knows its password; an unknown address takes as long and reads the same as a wrong
 * password.
 */
@Component
class SignInProvider implements AuthenticationProvider {

	private final Accounts accounts;

	private final PasswordEncoder passwords;

	private final SignInBrake brake;

	/** What an unknown address's password is compared to. */
	private final String nobodysHash;

	SignInProvider(Accounts accounts, PasswordEncoder passwords, SignInBrake brake) {
		this.accounts = accounts;
		this.passwords = passwords;
		this.brake = brake;
		this.nobodysHash = passwords.encode("nobody's password");
	}

	@Override
	public Authentication authenticate(Authentication attempt) throws AuthenticationException {
		var typed = attempt.getName();
		var from = (attempt.getDetails() instanceof WebAuthenticationDetails details) ? details.getRemoteAddress() : "";
		this.brake.check(typed, from);
		var account = EmailAddress.parse(typed).flatMap(this.accounts::findByEmail);
		if (!matches(attempt.getCredentials(), account.map(Account::passwordHash).orElse(this.nobodysHash))
				|| account.isEmpty()) {
			this.brake.failed(typed, from);
			throw new BadCredentialsException("unknown address or wrong password");
		}
		this.brake.succeeded(typed, from);
		return signedIn(account.get());
	}

	private boolean matches(@Nullable Object password, String hash) {
		return password != null && PasswordPolicy.fits(password.toString())
				&& this.passwords.matches(password.toString(), hash);
	}

	private static Authentication signedIn(Account account) {
		if (account.isSuspended()) {
			throw new SignInRefusedException(SignInRefusedException.Reason.SUSPENDED);
		}
		if (!account.isEmailConfirmed()) {
			throw new SignInRefusedException(SignInRefusedException.Reason.EMAIL_NOT_CONFIRMED);
		}
		return UsernamePasswordAuthenticationToken.authenticated(SignedIn.as(account), null,
				List.of(new SimpleGrantedAuthority("ROLE_" + account.role())));
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
	}

}
