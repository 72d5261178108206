package fr.medecinproche.account;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import fr.medecinproche.account.AccountRefusedException.Reason;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Closes an account for good.
 */
@Service
@Transactional
public class ClosingService {

	private final Accounts accounts;

	private final Indispensable indispensable;

	private final List<ClosingObstacle> obstacles;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	ClosingService(Accounts accounts, Indispensable indispensable, List<ClosingObstacle> obstacles, JdbcClient jdbc,
			ApplicationEventPublisher events, Clock clock) {
		this.accounts = accounts;
		this.indispensable = indispensable;
		this.obstacles = obstacles;
		this.jdbc = jdbc;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Looks what stands in the way of closing.
	 * @param accountId the account
	 * @return what to settle first, or empty
	 */
	@Transactional(readOnly = true)
	public Optional<ClosingObstacle.Reason> obstacle(long accountId) {
		return this.obstacles.stream().flatMap((obstacle) -> obstacle.against(accountId).stream()).findFirst();
	}

	/**
	 * Closes the account: its sessions end, its name and address are forgotten, and the
	 * address may open another. Rooms end what they have to end first; so what a room has
	 * against it is true until the end of the transaction.
	 * @param accountId the account
	 * @throws AccountRefusedException when the last administrator would go, or the last
	 * agent who sees a region
	 * @throws ClosingObstructedException when something has to be settled first; then
	 * nothing has happened
	 */
	public void close(long accountId) {
		refuseObstructed(accountId);
		this.indispensable.takeTurn(accountId);
		this.indispensable.keepAnAdministratorBeside(accountId);
		this.indispensable.keepAnAgentOfEachRegion(accountId, null, null);
		var account = this.accounts.lock(accountId).orElseThrow();
		this.events.publishEvent(
				new AccountClosed(accountId, account.email().value(), account.displayName(), account.locale()));
		refuseObstructed(accountId);
		account.close(this.clock);
		forgetTraces(accountId);
		this.events.publishEvent(SignInsRevoked.all(accountId));
	}

	private void refuseObstructed(long accountId) {
		obstacle(accountId).ifPresent((reason) -> {
			throw new ClosingObstructedException(reason);
		});
	}

	private void forgetTraces(long accountId) {
		List.of("second_factor", "email_change", "sign_in", "account_link")
			.forEach((table) -> this.jdbc.sql("delete from " + table + " where account_id = ?")
				.param(accountId)
				.update());
	}

}
