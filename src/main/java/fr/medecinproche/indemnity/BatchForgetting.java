package fr.medecinproche.indemnity;

import java.sql.Timestamp;
import java.time.Clock;

import fr.medecinproche.account.AccountSettings;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Forgets the files of old batches: they name doctors, who are named elsewhere no longer
 * than accounts are kept.
 */
@Component
class BatchForgetting {

	private final JdbcClient jdbc;

	private final AccountSettings settings;

	private final Clock clock;

	BatchForgetting(JdbcClient jdbc, AccountSettings settings, Clock clock) {
		this.jdbc = jdbc;
		this.settings = settings;
		this.clock = clock;
	}

	/** Every night, on any node: running it again changes nothing. */
	@Scheduled(cron = "${medecin-proche.account.forget-at:0 50 4 * * *}", zone = "Europe/Paris")
	void forgetOldFiles() {
		var due = this.clock.instant().atZone(this.clock.getZone()).minus(this.settings.proofsKept()).toInstant();
		this.jdbc.sql("update indemnity_batch set csv = null, xlsx = null where made_at < ? and csv is not null")
			.param(Timestamp.from(due))
			.update();
	}

}
