package fr.medecinproche.account;

import fr.medecinproche.account.AccountRefusedException.Reason;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links sent by e-mail to somebody who has just typed the right password: the second
 * factor of a sign-in, or the way out for whoever has lost their phone.
 */
@Service
@Transactional
public class SecondFactorLinks {

	private final Accounts accounts;

	private final AccountLinks links;

	private final SecondFactorService factors;

	private final ApplicationEventPublisher events;

	SecondFactorLinks(Accounts accounts, AccountLinks links, SecondFactorService factors,
			ApplicationEventPublisher events) {
		this.accounts = accounts;
		this.links = links;
		this.factors = factors;
		this.events = events;
	}

	/**
	 * Sends a link, unless enough of them still work, or the link is not what the account
	 * asks for.
	 * @param accountId an account whose password was just typed
	 * @param purpose {@link LinkPurpose#SIGN_IN} or
	 * {@link LinkPurpose#DROP_SECOND_FACTOR}
	 */
	public void send(long accountId, LinkPurpose purpose) {
		if (purpose == LinkPurpose.SIGN_IN && !asksForLink(accountId)) {
			return;
		}
		var account = this.accounts.findById(accountId).orElseThrow();
		if (!this.links.enough(account, purpose)) {
			this.events.publishEvent(new SecondFactorLinkRequested(accountId, account.email().value(),
					account.displayName(), purpose, this.links.create(account, purpose), account.locale()));
		}
	}

	/**
	 * Whoever chose the phone is not let in by their mail instead, without being told.
	 */
	private boolean asksForLink(long accountId) {
		return this.factors.of(accountId).filter((factor) -> factor.kind() == SecondFactor.Kind.EMAIL).isPresent();
	}

	/**
	 * Lets somebody in, where they typed their password.
	 * @param accountId whose password was typed in this browser
	 * @param secret what the link carries
	 * @return whether the link is for that account, still worked and is what the account
	 * asks for; otherwise it is left as it is
	 */
	public boolean signIn(long accountId, String secret) {
		return asksForLink(accountId) && this.links.find(secret, LinkPurpose.SIGN_IN)
			.filter((account) -> account.id() == accountId)
			.isPresent() && this.links.redeem(secret, LinkPurpose.SIGN_IN).isPresent();
	}

	/**
	 * Turns the second factor off, and tells the owner.
	 * @param secret what the link carries
	 * @throws AccountRefusedException when the link no longer works, or the second factor
	 * is off already
	 */
	public void drop(String secret) {
		var account = this.links.redeem(secret, LinkPurpose.DROP_SECOND_FACTOR)
			.orElseThrow(() -> new AccountRefusedException(Reason.LINK_DEAD));
		this.factors.turnOff(account.id());
	}

}
