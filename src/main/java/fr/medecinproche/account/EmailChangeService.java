package fr.medecinproche.account;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import fr.medecinproche.account.AccountRefusedException.Reason;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves an account to another address, once that address has said yes.
 */
@Service
@Transactional
public class EmailChangeService {

	/** More than this in a day, and somebody is flooding mailboxes. */
	private static final int A_DAY = 5;

	private final Accounts accounts;

	private final EmailChanges changes;

	private final AccountLinks links;

	private final AccountService service;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	EmailChangeService(Accounts accounts, EmailChanges changes, AccountLinks links, AccountService service,
			ApplicationEventPublisher events, Clock clock) {
		this.accounts = accounts;
		this.changes = changes;
		this.links = links;
		this.service = service;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Asks the new address to confirm and warns the old one. A change that waits is
	 * replaced. Nobody learns here whether the new address has an account: only its owner
	 * is told.
	 * @param accountId the account
	 * @param wanted the new address
	 * @throws AccountRefusedException when the account has that address, or too many
	 * changes were asked for today
	 */
	public void request(long accountId, EmailAddress wanted) {
		var account = this.accounts.lock(accountId).orElseThrow();
		if (account.email().equals(wanted)) {
			throw new AccountRefusedException(Reason.SAME_EMAIL);
		}
		if (this.changes.countSince(accountId, this.clock.instant().minus(Duration.ofDays(1))) >= A_DAY) {
			throw new AccountRefusedException(Reason.TOO_MANY_CHANGES);
		}
		this.changes.waitingOf(accountId).ifPresent(this::stop);
		var confirm = Secret.random();
		var stop = Secret.random();
		this.changes.saveAndFlush(new EmailChange(account, wanted, confirm, stop, this.clock));
		this.events.publishEvent(
				new EmailChangeRequested(accountId, account.email().value(), wanted.value(), account.displayName(),
						confirm.value(), stop.value(), this.accounts.findByEmail(wanted).isEmpty(), account.locale()));
	}

	/**
	 * At once: the database lets one change wait, and the next is about to be written.
	 */
	private void stop(EmailChange change) {
		change.stop(this.clock);
		this.changes.saveAndFlush(change);
	}

	/**
	 * Gives up a change that waits; nothing happens when none does. The account is locked
	 * first: a change that is confirmed at this moment can still be undone after.
	 * @param accountId the account
	 */
	public void giveUp(long accountId) {
		this.accounts.lock(accountId).flatMap((account) -> this.changes.waitingOf(accountId)).ifPresent(this::stop);
	}

	/** Whoever knew the old password may have asked for it. */
	@EventListener
	void on(PasswordChanged changed) {
		giveUp(changed.accountId());
	}

	/**
	 * The change an account waits for.
	 * @param accountId the account
	 * @return the change, unless its link no longer works
	 */
	@Transactional(readOnly = true)
	public Optional<EmailChange> waiting(long accountId) {
		return this.changes.waitingOf(accountId).filter((change) -> change.waits(this.clock));
	}

	/**
	 * Looks up a change without confirming it.
	 * @param secret what the link to the new address carries
	 * @return the change, or empty when the link no longer works
	 */
	@Transactional(readOnly = true)
	public Optional<EmailChange> toConfirm(String secret) {
		return this.changes.findByConfirmHash(Secret.of(secret).hash()).filter((change) -> change.waits(this.clock));
	}

	/**
	 * Looks up a change without stopping it.
	 * @param secret what the link to the old address carries
	 * @return the change, or empty when the link no longer works
	 */
	@Transactional(readOnly = true)
	public Optional<EmailChange> toStop(String secret) {
		return this.changes.findByStopHash(Secret.of(secret).hash())
			.filter((change) -> change.canBeStopped(this.clock));
	}

	/**
	 * Makes the change. Sessions end, and so do links sent to the old address: the next
	 * sign-in is with the new one.
	 * @param secret what the link to the new address carries
	 * @throws AccountRefusedException when the link no longer works, or the address has
	 * got an account meanwhile
	 */
	public void confirm(String secret) {
		var account = lockOwner(secret);
		var change = toConfirm(secret).orElseThrow(() -> new AccountRefusedException(Reason.LINK_DEAD));
		change.confirm(this.clock);
		move(account, change.newEmail());
		this.links.revoke(account);
		this.events.publishEvent(SignInsRevoked.all(account.id()));
	}

	/** Before the change is read: another tab may be using the link. */
	private Account lockOwner(String secret) {
		return this.changes.ownerOf(Secret.of(secret).hash())
			.flatMap(this.accounts::lock)
			.orElseThrow(() -> new AccountRefusedException(Reason.LINK_DEAD));
	}

	private void move(Account account, EmailAddress email) {
		try {
			account.changeEmail(email);
			this.accounts.saveAndFlush(account);
		}
		catch (DataIntegrityViolationException ex) {
			throw new AccountRefusedException(Reason.EMAIL_TAKEN);
		}
	}

	/**
	 * Stops a change, or undoes it, with all that were asked for after it. Whoever asked
	 * knew the password, and may have had links sent to the new address: neither works
	 * any more, sessions end, and the old address is sent a link to choose another
	 * password.
	 * @param secret what the link to the old address carries
	 * @throws AccountRefusedException when the link no longer works, or the old address
	 * has got another account meanwhile
	 */
	public void stop(String secret) {
		var account = lockOwner(secret);
		var change = toStop(secret).orElseThrow(() -> new AccountRefusedException(Reason.LINK_DEAD));
		this.changes.from(Secret.of(secret).hash()).forEach((each) -> each.stop(this.clock));
		if (!account.email().equals(change.oldEmail())) {
			move(account, change.oldEmail());
		}
		this.service.giveBack(account);
	}

}
