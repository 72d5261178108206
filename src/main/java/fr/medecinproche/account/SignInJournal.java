package fr.medecinproche.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;

import fr.medecinproche.account.Browser.Device;
import fr.medecinproche.account.SignIn.Means;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who came in to an account, or tried to, for its owner to look at.
 */
@Service
@Transactional
public class SignInJournal {

	private final JdbcClient jdbc;

	private final Clock clock;

	SignInJournal(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Writes a sign-in down.
	 * @param accountId whose account
	 * @param means how somebody came in, or tried to
	 * @param succeeded whether they did
	 * @param caller from where; only its network and its families are kept
	 */
	public void write(long accountId, Means means, boolean succeeded, Caller caller) {
		this.jdbc.sql("""
				insert into sign_in (account_id, tried_at, means, succeeded, browser, device, network)
				values (?, ?, ?, ?, ?, ?, ?::cidr)""")
			.params(accountId, Timestamp.from(this.clock.instant()), means.name(), succeeded,
					Browser.of(caller.userAgent()).name(), Device.of(caller.userAgent()).name(),
					caller.network().orElse(null))
			.update();
	}

	/**
	 * The sign-ins to an account.
	 * @param accountId the account
	 * @param page which of them
	 * @return the latest first
	 */
	@Transactional(readOnly = true)
	public Page<SignIn> of(long accountId, Pageable page) {
		var rows = this.jdbc.sql("""
				select tried_at, means, succeeded, browser, device, network::text from sign_in
				where account_id = ? order by tried_at desc, id desc limit ? offset ?""")
			.params(accountId, page.getPageSize(), page.getOffset())
			.query((row, number) -> read(row))
			.list();
		var count = this.jdbc.sql("select count(*) from sign_in where account_id = ?")
			.param(accountId)
			.query(Long.class)
			.single();
		return new PageImpl<>(rows, page, count);
	}

	private static SignIn read(ResultSet row) throws SQLException {
		return new SignIn(row.getTimestamp("tried_at").toInstant(), Means.valueOf(row.getString("means")),
				row.getBoolean("succeeded"), Browser.valueOf(row.getString("browser")),
				Device.valueOf(row.getString("device")), row.getString("network"));
	}

}
