package fr.medecinproche.site;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * When sites want nobody: table {@code site_no_need}.
 */
@Component
public class SiteNeeds {

	private final JdbcClient jdbc;

	private final Clock clock;

	SiteNeeds(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * The days a site wants nobody.
	 * @param siteId the site
	 * @param from the first day looked at
	 * @param until the last day looked at
	 * @return in the order of time
	 */
	public List<NoNeed> noNeeds(long siteId, LocalDate from, LocalDate until) {
		return this.jdbc.sql("""
				select id, from_day, until_day, period, reason from site_no_need
				where site_id = :site and from_day <= :until and until_day >= :from order by from_day, until_day, id""")
			.param("site", siteId)
			.param("from", from)
			.param("until", until)
			.query(NoNeed.class)
			.list();
	}

	/**
	 * The days to come a site wants nobody.
	 * @param siteId the site
	 * @return in the order of time
	 */
	public List<NoNeed> comingNoNeeds(long siteId) {
		var today = LocalDate.now(this.clock);
		return noNeeds(siteId, today, today.plusYears(2));
	}

	/**
	 * Whether nobody is wanted on a half-day.
	 * @param siteId the site
	 * @param day the day
	 * @param part which half
	 * @return true when the site said so
	 */
	public boolean isUnwanted(long siteId, LocalDate day, DayPart part) {
		return noNeeds(siteId, day, day).stream().anyMatch((none) -> none.covers(day, part));
	}

}
