package fr.medecinproche.account;

import java.time.Clock;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether somebody may come in, and what they may see. Every change holds at once: the
 * sessions under way end, since each remembers what it may see.
 */
@Service
@Transactional
public class AdmittanceService {

	private final Accounts accounts;

	private final AccountLinks links;

	private final Indispensable indispensable;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	AdmittanceService(Accounts accounts, AccountLinks links, Indispensable indispensable,
			ApplicationEventPublisher events, Clock clock) {
		this.accounts = accounts;
		this.links = links;
		this.indispensable = indispensable;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Keeps somebody out, and with them the links that were sent. Of agents who see a
	 * region the last one may be kept out too: an account in the wrong hands does not
	 * wait, and an administrator is still there.
	 * @param accountId the account
	 * @throws AccountRefusedException when nobody could administer the service any more
	 */
	public void suspend(long accountId) {
		this.indispensable.keepAnAdministratorBeside(accountId);
		var account = this.accounts.lock(accountId).orElseThrow();
		account.suspend(this.clock);
		this.links.revoke(account);
		this.events.publishEvent(SignInsRevoked.all(accountId));
	}

	/**
	 * Lets a suspended person sign in again.
	 * @param accountId the account
	 */
	public void reinstate(long accountId) {
		this.accounts.lock(accountId).orElseThrow().reinstate();
	}

	/**
	 * Holds an account that is about to be given another role, until the end of the
	 * transaction. Whoever wants to look at it before {@link #assign} calls this first,
	 * and locks nothing of it before.
	 * @param accountId the account
	 * @return the account, unless it is closed
	 */
	public Optional<Account> hold(long accountId) {
		this.indispensable.takeTurn(accountId);
		return this.accounts.lock(accountId);
	}

	/**
	 * Gives somebody who works here another role, or an agent another perimeter.
	 * @param accountId the account
	 * @param role what they may see
	 * @param perimeter a region or a department, null for everything and for other roles
	 * @throws AccountRefusedException when nobody could administer the service any more,
	 * or nobody would see a region as a whole
	 */
	public void assign(long accountId, Role role, @Nullable String perimeter) {
		var account = hold(accountId).orElseThrow();
		if (role != Role.ADMIN) {
			this.indispensable.keepAnAdministratorBeside(accountId);
		}
		this.indispensable.keepAnAgentOfEachRegion(accountId, role, perimeter);
		account.become(role, perimeter);
		this.events.publishEvent(SignInsRevoked.all(accountId));
	}

}
