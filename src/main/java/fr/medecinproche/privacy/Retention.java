package fr.medecinproche.privacy;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;

import fr.medecinproche.appointment.Forgetting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Forgets patients once the visit is long past: who came goes, that somebody came stays
 * for the figures. Also clears away holds nobody confirmed and links nobody can use.
 */
@Service
public class Retention {

	private static final Logger log = LoggerFactory.getLogger(Retention.class);

	private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

	private final Forgetting forgetting;

	private final JdbcClient jdbc;

	private final RetentionSettings settings;

	private final Clock clock;

	Retention(Forgetting forgetting, JdbcClient jdbc, RetentionSettings settings, Clock clock) {
		this.forgetting = forgetting;
		this.jdbc = jdbc;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Forgets what is due, every night and on one node at a time. Running it again
	 * changes nothing.
	 */
	@Scheduled(cron = "${medecin-proche.retention.at:0 40 4 * * *}", zone = "Europe/Paris")
	@Transactional
	public void forgetWhatIsDue() {
		if (!oneNodeAtATime()) {
			return;
		}
		int patients = this.forgetting.forgetEndedBefore(ago(this.settings.patients()).toInstant());
		int holds = this.jdbc.sql("delete from appointment where status in ('HELD', 'RELEASED') and held_until < ?")
			.param(ago(Period.ofDays(1)))
			.update();
		int links = this.jdbc.sql("delete from appointment_link where expires_at < ?").param(ago(Period.ZERO)).update()
				+ this.jdbc.sql("delete from account_link where expires_at < ?").param(ago(Period.ofDays(1))).update();
		log.info("Forgot {} patients, {} unconfirmed holds and {} dead links", patients, holds, links);
	}

	/** The lock ends with the transaction. */
	private boolean oneNodeAtATime() {
		return this.jdbc.sql("select pg_try_advisory_xact_lock(hashtext('medecin-proche.retention'))")
			.query(Boolean.class)
			.single();
	}

	private OffsetDateTime ago(Period period) {
		return this.clock.instant().atZone(ZONE).minus(period).toOffsetDateTime();
	}

}
