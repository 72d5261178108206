package fr.medecinproche.account;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

import fr.medecinproche.account.AccountRefusedException.Reason;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens accounts for people who are known already and have not asked for one: they come
 * in by a link, once they want to.
 */
@Service
@Transactional
public class FirstEntryService {

	private final Accounts accounts;

	private final AccountLinks links;

	private final PasswordEncoder passwords;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	/** Of a password nobody has ever seen; nothing is gained by as many as accounts. */
	private final String nobodysHash;

	FirstEntryService(Accounts accounts, AccountLinks links, PasswordEncoder passwords,
			ApplicationEventPublisher events, Clock clock) {
		this.accounts = accounts;
		this.links = links;
		this.passwords = passwords;
		this.events = events;
		this.clock = clock;
		this.nobodysHash = passwords.encode(Secret.random().value());
	}

	/**
	 * Opens an account nobody signs in to before they have chosen a password.
	 * @param email the person's address, which is not confirmed yet
	 * @param role what the person may see
	 * @param displayName how pages and messages call the person
	 * @param locale the language of messages
	 * @return the account
	 * @throws AccountRefusedException when there is an account with that address
	 */
	public Account open(EmailAddress email, Role role, String displayName, Locale locale) {
		if (this.accounts.findByEmail(email).isPresent()) {
			throw new AccountRefusedException(Reason.EMAIL_TAKEN);
		}
		return this.accounts.save(new Account(email, this.nobodysHash, role, displayName, locale, this.clock));
	}

	/**
	 * Draws the secret of a link to come in by; see {@link LinkPurpose#WELCOME}.
	 * @param account whose address was never confirmed
	 * @return the secret to send, which is kept nowhere
	 */
	public String invite(Account account) {
		return this.links.create(account, LinkPurpose.WELCOME);
	}

	/**
	 * Looks up a link without using it.
	 * @param secret what the link carries
	 * @return who comes in by it, or empty when it no longer works: who has come in by
	 * another way needs none
	 */
	@Transactional(readOnly = true)
	public Optional<Account> find(String secret) {
		return this.links.find(secret, LinkPurpose.WELCOME).filter((account) -> !account.isEmailConfirmed());
	}

	/**
	 * Comes in: who holds the link reads the mail, so the address is confirmed.
	 * @param secret what the link carries
	 * @param password as typed
	 * @return the account
	 * @throws AccountRefusedException when the link no longer works or the password is
	 * weak; the link still works after the latter
	 */
	public Account accept(String secret, String password) {
		var account = this.links.redeem(secret, LinkPurpose.WELCOME)
			.filter((found) -> !found.isEmailConfirmed())
			.orElseThrow(() -> new AccountRefusedException(Reason.LINK_DEAD));
		if (PasswordPolicy.weaknessOf(password, account.displayName(), account.email().value()).isPresent()) {
			throw new AccountRefusedException(Reason.WEAK_PASSWORD);
		}
		account.changePassword(this.passwords.encode(password));
		account.confirmEmail(this.clock);
		this.events.publishEvent(SignInsRevoked.all(account.id()));
		return account;
	}

}
