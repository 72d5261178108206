package fr.medecinproche.local;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Every open site has a pattern that opened the half-days of its first room, and one of
 * them closes for two weeks once these are over. Another one says itself that it does not
 * receive on a day a doctor is expected.
 */
@Component
@OnLocalMachine
@Order(5)
class DemoPatterns implements DemoPart {

	private final JdbcClient jdbc;

	private final Clock clock;

	DemoPatterns(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public void create() {
		var decided = OffsetDateTime.now(this.clock).minusDays(20);
		this.jdbc.sql("""
				insert into opening_pattern (site_id, created_at)
				select distinct site_id, cast(:decided as timestamptz) from half_day_slot order by site_id""")
			.param("decided", decided)
			.update();
		this.jdbc.sql("""
				insert into opening_pattern_version (pattern_id, number, applies_from, applies_until, rhythm,
				  counted_from, weekdays, periods, rooms, on_holidays, beside_doctors, opened, decided_at)
				select p.id, 1, min(h.day), max(h.day), 'EVERY_WEEK', min(h.day),
				  array_agg(distinct trim(to_char(h.day, 'DAY'))::varchar), array['MORNING', 'AFTERNOON']::varchar[],
				  array[1], false, true, count(*), cast(:decided as timestamptz)
				from opening_pattern p join half_day_slot h on h.site_id = p.site_id and h.room = 1 group by p.id""")
			.param("decided", decided)
			.update();
		this.jdbc.sql("""
				update half_day_slot h set pattern_id = p.id from opening_pattern p
				where p.site_id = h.site_id and h.room = 1""").update();
		this.jdbc.sql("""
				insert into site_closure (site_id, first_day, last_day, reason, note, created_at)
				select site_id, max(day) + 7, max(day) + 20, 'LEAVE', null, cast(:decided as timestamptz)
				from half_day_slot group by site_id order by site_id limit 1""").param("decided", decided).update();
		this.jdbc.sql("""
				insert into site_closure (site_id, first_day, last_day, reason, note, created_at, by_site)
				select site_id, day, day, 'STAFF', 'Accueil absent', cast(:decided as timestamptz), true
				from half_day_slot where status = 'TAKEN' and day > :soon order by day, site_id limit 1""")
			.param("decided", decided.plusDays(19))
			.param("soon", LocalDate.now(this.clock).plusDays(10))
			.update();
		this.jdbc.sql("""
				update half_day_slot h set status = 'CLOSED', pattern_id = null from site_closure c
				where c.by_site and h.site_id = c.site_id and h.day = c.first_day and h.status = 'OPEN'""").update();
	}

}
