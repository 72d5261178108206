package fr.medecinproche.account;

import java.sql.Timestamp;
import java.time.Clock;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Forgets old sign-ins, and changes of address nobody can stop any more.
 */
@Service
public class AccountForgetting {

	private final JdbcClient jdbc;

	private final AccountSettings settings;

	private final Clock clock;

	AccountForgetting(JdbcClient jdbc, AccountSettings settings, Clock clock) {
		this.jdbc = jdbc;
		this.settings = settings;
		this.clock = clock;
	}

	/** Every night, on any node: running it again changes nothing. */
	@Scheduled(cron = "${medecin-proche.account.forget-at:0 50 4 * * *}", zone = "Europe/Paris")
	@Transactional
	public void forgetWhatIsDue() {
		var now = this.clock.instant().atZone(this.clock.getZone());
		this.jdbc.sql("delete from sign_in where tried_at < ?")
			.param(Timestamp.from(now.minus(this.settings.signInsKept()).toInstant()))
			.update();
		this.jdbc.sql("delete from email_change where requested_at < ?")
			.param(Timestamp.from(now.minus(EmailChange.STOPPED_WITHIN).toInstant()))
			.update();
	}

}
