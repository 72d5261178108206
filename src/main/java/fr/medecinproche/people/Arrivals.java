package fr.medecinproche.people;

import fr.medecinproche.account.Account;
import fr.medecinproche.account.AccountService;
import fr.medecinproche.site.HostPlacement;

import org.springframework.stereotype.Component;

/**
 * Gives those who join their account, and hosts their site.
 */
@Component
class Arrivals {

	private final AccountService accounts;

	private final HostPlacement sites;

	Arrivals(AccountService accounts, HostPlacement sites) {
		this.accounts = accounts;
		this.sites = sites;
	}

	Account open(Invitation invitation, String password) {
		var account = this.accounts.openFor(invitation.invited(), password);
		if (invitation.siteId() != null) {
			this.sites.entrust(invitation.siteId(), account);
		}
		return account;
	}

}
