package fr.medecinproche.site.need;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What sites wish for in the weeks to come, table {@code site_week_need}, beside what
 * came of it.
 */
@Component
public class SiteWishes {

	/** How far ahead a site says what it wants. */
	public static final int WEEKS = 12;

	private final JdbcClient jdbc;

	private final Clock clock;

	SiteWishes(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * The coming weeks of a site, this one included.
	 * @param siteId the site
	 * @return {@value #WEEKS} weeks in order, also those of which nothing was said
	 */
	public List<WeekNeed> weeks(long siteId) {
		return this.jdbc.sql("""
				select w.monday, n.half_days as wanted, n.note, count(h.id) as opened,
				  count(h.id) filter (where h.status = 'TAKEN') as taken
				from (select cast(:first as date) + 7 * i as monday from generate_series(0, :last) i) w
				left join site_week_need n on n.site_id = :site and n.monday = w.monday
				left join half_day_slot h on h.site_id = :site and h.status <> 'CLOSED'
				  and h.day between w.monday and w.monday + 6
				group by w.monday, n.half_days, n.note order by w.monday""")
			.param("site", siteId)
			.param("first", thisMonday())
			.param("last", WEEKS - 1)
			.query(WeekNeed.class)
			.list();
	}

	LocalDate thisMonday() {
		return LocalDate.now(this.clock).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
	}

	/**
	 * Doctors who come to a site on days it wants nobody; nothing is called off by
	 * itself.
	 * @param siteId the site
	 * @return in the order of time
	 */
	public List<UnwantedHalfDay> unwantedTaken(long siteId) {
		return this.jdbc
			.sql("""
					select h.id as slot_id, h.day, h.period, 'Dr ' || v.given_name || ' ' || v.family_name as doctor,
					  (select count(*) from appointment a where a.slot_id = h.id and a.status = 'BOOKED') as patients,
					  (select min(n.reason) from site_no_need n where n.site_id = h.site_id
					    and h.day between n.from_day and n.until_day and (n.period is null or n.period = h.period)) as reason
					from half_day_slot h join volunteer v on v.id = h.volunteer_id
					where h.site_id = :site and h.status = 'TAKEN' and h.day >= :today
					  and exists (select from site_no_need n where n.site_id = h.site_id
					    and h.day between n.from_day and n.until_day and (n.period is null or n.period = h.period))
					order by h.day, h.period desc, h.id""")
			.param("site", siteId)
			.param("today", LocalDate.now(this.clock))
			.query(UnwantedHalfDay.class)
			.list();
	}

}
