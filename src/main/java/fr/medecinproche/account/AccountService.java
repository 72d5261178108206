package fr.medecinproche.account;

import java.time.Clock;
import java.util.Locale;

import fr.medecinproche.account.AccountRefusedException.Reason;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happens to accounts.
 */
@Service
@Transactional
public class AccountService {

	private final Accounts accounts;

	private final AccountLinks links;

	private final PasswordEncoder passwords;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	AccountService(Accounts accounts, AccountLinks links, PasswordEncoder passwords, ApplicationEventPublisher events,
			Clock clock) {
		this.accounts = accounts;
		this.links = links;
		this.passwords = passwords;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Opens an account and has its address confirmed.
	 * @param email the person's address
	 * @param password as typed; see {@link PasswordPolicy} to say beforehand what is
	 * wrong with it
	 * @param role what the person may see
	 * @param displayName how pages and messages call the person
	 * @param locale the language of messages
	 * @return the account, which signs in once its address is confirmed
	 * @throws AccountRefusedException when there is an account with that address or the
	 * password is weak. The first must not be told to who registers: answer as if it had
	 * worked, and call {@link #remind}
	 */
	public Account register(EmailAddress email, String password, Role role, String displayName, Locale locale) {
		if (PasswordPolicy.weaknessOf(password, displayName, email.value()).isPresent()) {
			throw new AccountRefusedException(Reason.WEAK_PASSWORD);
		}
		var hash = this.passwords.encode(password);
		if (this.accounts.findByEmail(email).isPresent()) {
			throw new AccountRefusedException(Reason.EMAIL_TAKEN);
		}
		var account = this.accounts.save(new Account(email, hash, role, displayName, locale, this.clock));
		sendConfirmation(account);
		return account;
	}

	/**
	 * Opens an account for somebody who was invited: whoever holds the invitation reads
	 * the mail, so the address is confirmed.
	 * @param invited who, and what they are to see
	 * @param password as typed
	 * @return the account, which may sign in at once
	 * @throws AccountRefusedException when there is an account with that address or the
	 * password is weak
	 */
	public Account openFor(Invited invited, String password) {
		if (PasswordPolicy.weaknessOf(password, invited.displayName(), invited.email().value()).isPresent()) {
			throw new AccountRefusedException(Reason.WEAK_PASSWORD);
		}
		var account = new Account(invited.email(), this.passwords.encode(password), invited.role(),
				invited.displayName(), invited.locale(), this.clock);
		if (invited.perimeter() != null) {
			account.narrowTo(invited.perimeter());
		}
		account.confirmEmail(this.clock);
		try {
			return this.accounts.saveAndFlush(account);
		}
		catch (DataIntegrityViolationException ex) {
			throw new AccountRefusedException(Reason.EMAIL_TAKEN);
		}
	}

	/**
	 * Tells the owner of an address, and nobody else, that there is an account already:
	 * the confirmation link again when it was never confirmed.
	 * @param email the address somebody registered with; nothing happens for an unknown
	 * one
	 */
	public void remind(EmailAddress email) {
		this.accounts.findByEmail(email).ifPresent((account) -> {
			if (!account.isEmailConfirmed()) {
				sendConfirmation(account);
			}
			else {
				this.events.publishEvent(new RegistrationRepeated(account.id(), account.email().value(),
						account.displayName(), account.locale()));
			}
		});
	}

	/**
	 * Sends the confirmation link again.
	 * @param email any address; nothing happens for an unknown or confirmed one
	 */
	public void confirmAgain(EmailAddress email) {
		this.accounts.findByEmail(email)
			.filter((account) -> !account.isEmailConfirmed())
			.ifPresent(this::sendConfirmation);
	}

	private void sendConfirmation(Account account) {
		if (!this.links.enough(account, LinkPurpose.CONFIRM_EMAIL)) {
			this.events.publishEvent(new EmailConfirmationRequested(account.id(), account.email().value(),
					account.displayName(), this.links.create(account, LinkPurpose.CONFIRM_EMAIL), account.locale()));
		}
	}

	/**
	 * Confirms the address a link was sent to.
	 * @param secret what the link carries
	 * @return the account, which may now sign in
	 * @throws AccountRefusedException when the link no longer works
	 */
	public Account confirmEmail(String secret) {
		var account = this.links.redeem(secret, LinkPurpose.CONFIRM_EMAIL)
			.orElseThrow(() -> new AccountRefusedException(Reason.LINK_DEAD));
		account.confirmEmail(this.clock);
		this.events.publishEvent(new EmailConfirmed(account.id()));
		return account;
	}

	/**
	 * Sends a link to choose a new password.
	 * @param email any address; nothing happens for an unknown one
	 */
	public void forgetPassword(EmailAddress email) {
		this.accounts.findByEmail(email)
			.filter((account) -> !this.links.enough(account, LinkPurpose.RESET_PASSWORD))
			.ifPresent((account) -> this.events
				.publishEvent(new PasswordResetRequested(account.id(), account.email().value(), account.displayName(),
						this.links.create(account, LinkPurpose.RESET_PASSWORD), account.locale())));
	}

	/**
	 * Gives an account back to who reads its mail: nothing anybody else knows works any
	 * more, and a link to choose a new password is sent.
	 */
	void giveBack(Account account) {
		account.changePassword(this.passwords.encode(Secret.random().value()));
		this.links.revoke(account);
		this.events.publishEvent(SignInsRevoked.all(account.id()));
		forgetPassword(account.email());
	}

	/**
	 * Replaces a forgotten password and ends every session of the account. Who holds the
	 * link reads the mail, so the address is confirmed too.
	 * @param secret what the link carries
	 * @param password as typed
	 * @return the account
	 * @throws AccountRefusedException when the link no longer works or the password is
	 * weak; the link still works after the latter
	 */
	public Account resetPassword(String secret, String password) {
		var account = this.links.redeem(secret, LinkPurpose.RESET_PASSWORD)
			.orElseThrow(() -> new AccountRefusedException(Reason.LINK_DEAD));
		if (PasswordPolicy.weaknessOf(password, account.displayName(), account.email().value()).isPresent()) {
			throw new AccountRefusedException(Reason.WEAK_PASSWORD);
		}
		account.changePassword(this.passwords.encode(password));
		account.confirmEmail(this.clock);
		this.events.publishEvent(new EmailConfirmed(account.id()));
		this.events.publishEvent(PasswordChanged.of(account));
		this.events.publishEvent(SignInsRevoked.all(account.id()));
		return account;
	}

	/**
	 * Somebody who was invited.
	 *
	 * @param email where the invitation was sent
	 * @param displayName how pages and messages call the person
	 * @param role what the person may see
	 * @param perimeter what an agent's sight is narrowed to, null for nothing
	 * @param locale the language of messages
	 */
	public record Invited(EmailAddress email, String displayName, Role role, @Nullable String perimeter,
			Locale locale) {
	}

}
