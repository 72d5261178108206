package fr.medecinproche.schedule.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells how many half-days, doctors' and patients' plans a closing would undo, before it
 * is done. What has begun runs to its end and is not counted.
 */
@Component
class ClosingImpact {

	private static final String COUNT = """
			select count(*) as half_days, count(*) filter (where h.status = 'TAKEN') as taken,
			  coalesce(sum((select count(*) from appointment a
			    where a.slot_id = h.id and a.status = 'BOOKED')), 0) as patients
			from half_day_slot h
			where h.status <> 'CLOSED' and h.day >= :today
			  and (h.day + h.starts_at) at time zone 'Europe/Paris' > :now
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	ClosingImpact(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	Impact ofSite(long siteId) {
		return count("and h.site_id = :id", siteId);
	}

	Impact ofHalfDay(long slotId) {
		return count("and h.id = :id", slotId);
	}

	private Impact count(String which, long id) {
		return this.jdbc.sql(COUNT + which)
			.param("today", LocalDate.now(this.clock))
			.param("now", OffsetDateTime.now(this.clock))
			.param("id", id)
			.query(Impact.class)
			.single();
	}

	/**
	 * What would be undone.
	 *
	 * @param halfDays coming half-days
	 * @param taken those a doctor has taken
	 * @param patients the people expected
	 */
	record Impact(int halfDays, int taken, int patients) {
	}

}
