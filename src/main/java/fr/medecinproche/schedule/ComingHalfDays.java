package fr.medecinproche.schedule;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;

import fr.medecinproche.account.ClosingObstacle;

import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A doctor who leaves gives their coming half-days back first: each has patients, or will
 * have, and a choice to make for them.
 */
@Component
class ComingHalfDays implements ClosingObstacle {

	private final JdbcClient jdbc;

	private final Clock clock;

	ComingHalfDays(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public Optional<Reason> against(long accountId) {
		var coming = this.jdbc.sql("""
				select count(*) from half_day_slot s join volunteer v on v.id = s.volunteer_id
				where v.account_id = ? and (s.day + s.ends_at) at time zone 'Europe/Paris' > ?""")
			.params(accountId, Timestamp.from(this.clock.instant()))
			.query(Long.class)
			.single();
		return (coming == 0) ? Optional.empty() : Optional.of(new Reason(
				new DefaultMessageSourceResolvable(new String[] { "schedule.leaving.coming" }, new Object[] { coming }),
				"/medecin/agenda", "schedule.leaving.link"));
	}

}
