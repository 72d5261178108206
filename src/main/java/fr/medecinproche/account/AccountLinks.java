package fr.medecinproche.account;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The links that act on an account: each has one purpose, works once and not for long.
 */
@Component
public class AccountLinks {

	/** More unused links than this, and somebody is flooding the person's mailbox. */
	private static final int AT_MOST = 5;

	private final Accounts accounts;

	private final JdbcClient jdbc;

	private final Clock clock;

	AccountLinks(Accounts accounts, JdbcClient jdbc, Clock clock) {
		this.accounts = accounts;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Draws the secret of a new link.
	 * @param account whom the link acts for
	 * @param purpose what it does
	 * @return the secret to send, which is kept nowhere
	 */
	@Transactional
	public String create(Account account, LinkPurpose purpose) {
		var secret = Secret.random();
		this.jdbc.sql("insert into account_link (secret_hash, account_id, purpose, expires_at) values (?, ?, ?, ?)")
			.params(secret.hash(), account.id(), purpose.name(),
					Timestamp.from(this.clock.instant().plus(purpose.lifetime())))
			.update();
		return secret.value();
	}

	/**
	 * Uses a link up, with all others of the same purpose and account. The account is
	 * locked first: it may be changing, or closing, at this moment.
	 * @param secret what came back in the link
	 * @param purpose what it is used for
	 * @return whom it acts for, or empty when it is unknown, used, too old or for
	 * something else
	 */
	@Transactional
	public Optional<Account> redeem(String secret, LinkPurpose purpose) {
		return holder(secret, purpose).flatMap(this.accounts::lock).filter((account) -> use(secret, purpose, account));
	}

	private boolean use(String secret, LinkPurpose purpose, Account account) {
		var now = Timestamp.from(this.clock.instant());
		boolean used = this.jdbc.sql("""
				update account_link set used_at = :now
				where secret_hash = :hash and purpose = :purpose and used_at is null and expires_at > :now""")
			.param("now", now)
			.param("hash", Secret.of(secret).hash())
			.param("purpose", purpose.name())
			.update() == 1;
		if (used) {
			this.jdbc
				.sql("update account_link set used_at = ? where account_id = ? and purpose = ? and used_at is null")
				.params(now, account.id(), purpose.name())
				.update();
		}
		return used;
	}

	/**
	 * Looks up a link without using it.
	 * @param secret what came back in the link
	 * @param purpose what it would be used for
	 * @return whom it would act for, or empty when it would not
	 */
	@Transactional(readOnly = true)
	public Optional<Account> find(String secret, LinkPurpose purpose) {
		return holder(secret, purpose).flatMap(this.accounts::findById).filter((account) -> !account.isClosed());
	}

	private Optional<Long> holder(String secret, LinkPurpose purpose) {
		return this.jdbc.sql("""
				select account_id from account_link
				where secret_hash = :hash and purpose = :purpose and used_at is null and expires_at > :now""")
			.param("now", Timestamp.from(this.clock.instant()))
			.param("hash", Secret.of(secret).hash())
			.param("purpose", purpose.name())
			.query(Long.class)
			.optional();
	}

	/** Ends every link of an account: those sent so far may be in the wrong hands. */
	void revoke(Account account) {
		this.jdbc.sql("delete from account_link where account_id = ?").param(account.id()).update();
	}

	/** Whether the person has been sent enough links that still work. */
	boolean enough(Account account, LinkPurpose purpose) {
		return this.jdbc.sql("""
				select count(*) from account_link
				where account_id = ? and purpose = ? and used_at is null and expires_at > ?""")
			.params(account.id(), purpose.name(), Timestamp.from(this.clock.instant()))
			.query(Integer.class)
			.single() >= AT_MOST;
	}

}
