package fr.medecinproche.site;

import fr.medecinproche.account.AccountClosed;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Whoever closes their account receives nobody any more.
 */
@Component
class ClosedHosts {

	private final SiteHosts hosts;

	ClosedHosts(SiteHosts hosts) {
		this.hosts = hosts;
	}

	@EventListener
	void on(AccountClosed closed) {
		this.hosts.deleteById(closed.accountId());
	}

}
