package fr.medecinproche.account;

import fr.medecinproche.account.AccountRefusedException.Reason;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Those without whom something would come to a stop: somebody always administers the
 * service, and somebody sees each region as a whole. The database says so too.
 */
@Component
class Indispensable {

	private final Accounts accounts;

	private final JdbcClient jdbc;

	Indispensable(Accounts accounts, JdbcClient jdbc) {
		this.accounts = accounts;
		this.jdbc = jdbc;
	}

	/**
	 * Waits until nobody else changes a role or closes an account. Whoever does comes
	 * here first, and locks administrators before anybody else: in one order, no two of
	 * them wait for one another.
	 * @param accountId who is about to change
	 */
	void takeTurn(long accountId) {
		this.jdbc.sql("select pg_advisory_xact_lock(hashtext('account_last_of_region'))")
			.query((row, number) -> number)
			.list();
		if (isAdministrator(accountId)) {
			this.accounts.lockAll(Role.ADMIN);
		}
	}

	private boolean isAdministrator(long accountId) {
		return this.jdbc.sql("select role = 'ADMIN' from account where id = ?")
			.param(accountId)
			.query(Boolean.class)
			.optional()
			.orElse(false);
	}

	/**
	 * Makes sure that somebody else administers the service when an account goes. All are
	 * locked, in one order: of the last two, one stays.
	 * @param accountId who is about to go
	 * @throws AccountRefusedException when the last administrator would
	 */
	void keepAnAdministratorBeside(long accountId) {
		if (isAdministrator(accountId)
				&& this.accounts.lockAll(Role.ADMIN).stream().allMatch((admin) -> admin.id() == accountId)) {
			throw new AccountRefusedException(Reason.LAST_ADMIN);
		}
	}

	/**
	 * Makes sure that each region with a site keeps an agent who sees all of it, closes
	 * its months and sends them to the CPAM. Each has taken their turn: of the last two,
	 * one stays.
	 * @param accountId who is about to change
	 * @param role what they may see then, null when they go
	 * @param perimeter a region or a department, null for everything
	 * @throws AccountRefusedException when nobody else would see a region they see now
	 */
	void keepAnAgentOfEachRegion(long accountId, @Nullable Role role, @Nullable String perimeter) {
		if (this.jdbc.sql("select account_region_left_alone(:account, cast(:role as text), cast(:perimeter as text))")
			.param("account", accountId)
			.param("role", (role != null) ? role.name() : null)
			.param("perimeter", perimeter)
			.query(String.class)
			.optional()
			.isPresent()) {
			throw new AccountRefusedException(Reason.LAST_OF_REGION);
		}
	}

}
