package fr.medecinproche.volunteer.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Forgets what lists say of doctors nobody has imported, and in the end the reports too.
 */
@Component
class IntakeForgetting {

	private final JdbcClient jdbc;

	private final IntakeSettings settings;

	private final Clock clock;

	IntakeForgetting(JdbcClient jdbc, IntakeSettings settings, Clock clock) {
		this.jdbc = jdbc;
		this.settings = settings;
		this.clock = clock;
	}

	/** Every night, on any node: running it again changes nothing. */
	@Scheduled(cron = "${medecin-proche.volunteer-intake.forget-at:0 45 4 * * *}", zone = "Europe/Paris")
	@Transactional
	void forget() {
		var now = this.clock.instant();
		this.jdbc.sql("""
				with due as (update volunteer_intake set forgotten_at = :now
				  where read_at < :due and forgotten_at is null returning id)
				update volunteer_intake_line l set email = null, rpps = null, given_name = null, family_name = null,
				  mobile = null, commune = null, practice = null, secteur = null, status = null, since = null
				from due where l.intake_id = due.id and l.email is not null""")
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("due", now.minus(this.settings.kept()).atOffset(ZoneOffset.UTC))
			.update();
		this.jdbc.sql("delete from volunteer_intake where read_at < ?").param(reportsDue(now)).update();
	}

	private Object reportsDue(Instant now) {
		return now.atZone(this.clock.getZone()).minus(this.settings.reportKept()).toOffsetDateTime();
	}

}
