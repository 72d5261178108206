package fr.medecinproche.schedule;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The half-days on which nothing is opened at a site, whatever a pattern asks for.
 */
@Component
class SiteDays {

	/**
	 * What the zone and the site say: the scheme does not apply, nobody is wanted, the
	 * bus stops nowhere.
	 */
	private static final String SAID = """
			select s.id as site, d.day::date as day, p.period,
			  case when z.id is null then 'NOT_PRIORITY' when n.id is not null then 'NO_NEED' else 'NO_STOP' end as fate
			from consultation_site s
			cross join generate_series(cast(:from as date), cast(:until as date), interval '1 day') d (day)
			cross join (values ('MORNING'), ('AFTERNOON')) p (period)
			left join zone_priority z on z.siren = s.zone and daterange(z.starts_on, z.ends_on) @> d.day::date
			left join lateral (select n.id from site_no_need n where n.site_id = s.id
			  and d.day between n.from_day and n.until_day and (n.period is null or n.period = p.period) limit 1) n on true
			where s.id = any (:sites) and (z.id is null or n.id is not null or s.kind = 'MEDICOBUS' and not exists (
			  select from site_stop t where t.site_id = s.id and t.day = d.day and t.period = p.period))
			""";

	private final SiteClosures closures;

	private final JdbcClient jdbc;

	SiteDays(SiteClosures closures, JdbcClient jdbc) {
		this.closures = closures;
		this.jdbc = jdbc;
	}

	/**
	 * Those half-days, and why.
	 * @param siteIds the sites
	 * @param from the first day looked at
	 * @param until the last day looked at
	 * @return by site and half-day; of several reasons, a closure
	 */
	Map<Long, Map<HalfDay, OpeningFate>> shut(Collection<Long> siteIds, LocalDate from, LocalDate until) {
		var shut = new HashMap<Long, Map<HalfDay, OpeningFate>>();
		siteIds.forEach((siteId) -> shut.put(siteId, new HashMap<>()));
		this.jdbc.sql(SAID)
			.param("sites", siteIds.toArray(Long[]::new))
			.param("from", from)
			.param("until", until)
			.query(Said.class)
			.list()
			.forEach((said) -> shut.get(said.site()).put(new HalfDay(said.day(), said.period()), said.fate()));
		for (var closure : this.closures.between(siteIds, from, until)) {
			var ofSite = shut.get(closure.getSite().getId());
			closure.days(from, until).forEach((day) -> {
				ofSite.put(HalfDay.morningOf(day), OpeningFate.CLOSURE);
				ofSite.put(HalfDay.afternoonOf(day), OpeningFate.CLOSURE);
			});
		}
		return shut;
	}

	/** A half-day a site does not want, or cannot have. */
	record Said(long site, LocalDate day, Period period, OpeningFate fate) {
	}

}
