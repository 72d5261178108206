package fr.medecinproche.account;

import fr.medecinproche.account.AccountRefusedException.Reason;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks somebody who is signed in for their password again, and lets them change it.
 */
@Service
@Transactional
public class PasswordService {

	private final Accounts accounts;

	private final PasswordEncoder passwords;

	private final SignInBrake brake;

	private final ApplicationEventPublisher events;

	PasswordService(Accounts accounts, PasswordEncoder passwords, SignInBrake brake, ApplicationEventPublisher events) {
		this.accounts = accounts;
		this.passwords = passwords;
		this.brake = brake;
		this.events = events;
	}

	/**
	 * Makes sure that it is the owner who acts, not somebody at a screen left alone.
	 * Wrong passwords are slowed down as those of sign-ins are.
	 * @param accountId the account
	 * @param typed what was typed as the current password
	 * @param from the network address it came from
	 * @return the account
	 * @throws AccountRefusedException when it is not the password, or after too many
	 * wrong ones
	 */
	public Account confirm(long accountId, @Nullable String typed, String from) {
		var account = this.accounts.findById(accountId).orElseThrow();
		var email = account.email().value();
		if (this.brake.holds(email, from)) {
			throw new AccountRefusedException(Reason.TOO_MANY_TRIES);
		}
		if (account.isClosed() || typed == null || !PasswordPolicy.fits(typed)
				|| !this.passwords.matches(typed, account.passwordHash())) {
			this.brake.failed(email, from);
			throw new AccountRefusedException(Reason.WRONG_PASSWORD);
		}
		this.brake.succeeded(email, from);
		return account;
	}

	/**
	 * Replaces the password. All other sessions end, and the owner is told.
	 * @param accountId the account
	 * @param password the new one, as typed
	 * @param session the session that goes on
	 * @throws AccountRefusedException when the new one is weak; see
	 * {@link PasswordPolicy} to say beforehand what is wrong with it
	 */
	public void change(long accountId, String password, String session) {
		var account = this.accounts.lock(accountId).orElseThrow();
		if (PasswordPolicy.weaknessOf(password, account.displayName(), account.email().value()).isPresent()) {
			throw new AccountRefusedException(Reason.WEAK_PASSWORD);
		}
		account.changePassword(this.passwords.encode(password));
		this.events.publishEvent(PasswordChanged.of(account));
		endOtherSessions(accountId, session);
	}

	/**
	 * Ends all sessions of an account but one.
	 * @param accountId the account
	 * @param session the session that goes on
	 */
	public void endOtherSessions(long accountId, String session) {
		this.events.publishEvent(new SignInsRevoked(accountId, session));
	}

}
