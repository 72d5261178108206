package fr.medecinproche.account;

import java.time.Clock;

import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Signs in by address and password. What is wrong with an account is said only to who
 * knows its password; an unknown address takes as long and reads the same as a wrong
 * password. Where a second factor is on, nobody is let in by the password.
 */
@Component
class SignInProvider implements AuthenticationProvider {

	private final Accounts accounts;

	private final PasswordEncoder passwords;

	private final SignInBrake brake;

	private final SecondFactors factors;

	private final Admission admission;

	private final Clock clock;

	/** What an unknown address's password is compared to. */
	private final String nobodysHash;

	SignInProvider(Accounts accounts, PasswordEncoder passwords, SignInBrake brake, SecondFactors factors,
			Admission admission, Clock clock) {
		this.accounts = accounts;
		this.passwords = passwords;
		this.brake = brake;
		this.factors = factors;
		this.admission = admission;
		this.clock = clock;
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
			throw new SignInRefusedException(SignInRefusedException.Reason.BAD_CREDENTIALS,
					account.map(Account::id).orElse(null));
		}
		this.brake.succeeded(typed, from);
		var admitted = this.admission.of(account.get());
		this.factors.findById(account.get().id()).ifPresent((factor) -> {
			throw new SecondFactorNeededException(account.get(), factor.kind(), this.clock.instant());
		});
		return admitted;
	}

	private boolean matches(@Nullable Object password, String hash) {
		return password != null && PasswordPolicy.fits(password.toString())
				&& this.passwords.matches(password.toString(), hash);
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
	}

}
