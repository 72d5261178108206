package fr.medecinproche.account;

import fr.medecinproche.account.AccountRefusedException.Reason;

import org.springframework.stereotype.Component;

/**
 * Without an administrator nobody could let anybody in: one always stays. The database
 * says so too.
 */
@Component
class Administrators {

	private final Accounts accounts;

	Administrators(Accounts accounts) {
		this.accounts = accounts;
	}

	/**
	 * Makes sure that somebody else administers the service when an account goes. All are
	 * locked, in one order: of the last two, one stays.
	 * @param accountId who is about to go
	 * @throws AccountRefusedException when the last administrator would
	 */
	void keepOneBeside(long accountId) {
		if (this.accounts.findById(accountId).orElseThrow().role() == Role.ADMIN
				&& this.accounts.lockAll(Role.ADMIN).stream().allMatch((admin) -> admin.id() == accountId)) {
			throw new AccountRefusedException(Reason.LAST_ADMIN);
		}
	}

}
