package fr.medecinproche.schedule.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts what patterns have opened, and whom their half-days expect.
 */
@Component
class RhythmDirectory {

	private final JdbcClient jdbc;

	private final Clock clock;

	RhythmDirectory(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * What is to come of each pattern of a site.
	 * @param siteId the site
	 * @return by pattern; without those that have nothing to come
	 */
	Map<Long, Coming> comingAt(long siteId) {
		return this.jdbc.sql("""
				select pattern_id as pattern, count(*) as half_days, count(*) filter (where status = 'TAKEN') as taken,
				  min(day) as next
				from half_day_slot where site_id = :site and pattern_id is not null and day >= :today
				and status <> 'CLOSED' group by pattern_id""")
			.param("site", siteId)
			.param("today", LocalDate.now(this.clock))
			.query(Coming.class)
			.list()
			.stream()
			.collect(Collectors.toMap(Coming::pattern, (coming) -> coming));
	}

	/**
	 * How many patients some half-days expect.
	 * @param slotIds half-days
	 * @return by half-day; without those that expect nobody
	 */
	Map<Long, Integer> expectedIn(Collection<Long> slotIds) {
		if (slotIds.isEmpty()) {
			return Map.of();
		}
		return this.jdbc.sql("""
				select slot_id, count(*) as patients from appointment
				where status = 'BOOKED' and slot_id = any (:slots) group by slot_id""")
			.param("slots", slotIds.toArray(Long[]::new))
			.query((result, number) -> Map.entry(result.getLong("slot_id"), result.getInt("patients")))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	/**
	 * What is to come of a pattern.
	 *
	 * @param pattern the pattern
	 * @param halfDays its half-days that are not closed
	 * @param taken those a doctor has taken
	 * @param next the day of the first of them
	 */
	record Coming(long pattern, int halfDays, int taken, @Nullable LocalDate next) {
	}

}
