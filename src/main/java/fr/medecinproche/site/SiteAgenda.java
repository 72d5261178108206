package fr.medecinproche.site;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts what a site has ahead of it.
 */
@Component
public class SiteAgenda {

	private static final String COMING = """
			from half_day_slot h where h.site_id = :site and h.status <> 'CLOSED' and h.day >= :today
			  and (h.day + h.starts_at) at time zone 'Europe/Paris' > :now""";

	private final JdbcClient jdbc;

	private final Clock clock;

	SiteAgenda(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * What is ahead.
	 * @param siteId the site
	 * @return half-days, doctors and patients
	 */
	public ComingVisits of(long siteId) {
		return about("""
				select count(*) as half_days, count(*) filter (where h.status = 'TAKEN') as taken,
				  coalesce(sum((select count(*) from appointment a
				    where a.slot_id = h.id and a.status = 'BOOKED')), 0) as patients
				""" + COMING, siteId).query(ComingVisits.class).single();
	}

	/**
	 * The same, once nobody is taking a half-day or booking a visit there. Half-days are
	 * locked before the site, as by whoever takes one.
	 */
	ComingVisits lock(long siteId) {
		about("select h.id " + COMING + " order by h.id for update", siteId).query(Long.class).list();
		return of(siteId);
	}

	private JdbcClient.StatementSpec about(String sql, long siteId) {
		return this.jdbc.sql(sql)
			.param("site", siteId)
			.param("today", LocalDate.now(this.clock))
			.param("now", OffsetDateTime.now(this.clock));
	}

}
