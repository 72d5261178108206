package fr.medecinproche.schedule;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import org.springframework.stereotype.Component;

/**
 * The half-days on which nothing is opened at a site, whatever a pattern asks for.
 */
@Component
class SiteDays {

	private final SiteClosures closures;

	SiteDays(SiteClosures closures) {
		this.closures = closures;
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
		for (var closure : this.closures.between(siteIds, from, until)) {
			var ofSite = shut.get(closure.getSite().getId());
			closure.days(from, until).forEach((day) -> {
				ofSite.put(HalfDay.morningOf(day), OpeningFate.CLOSURE);
				ofSite.put(HalfDay.afternoonOf(day), OpeningFate.CLOSURE);
			});
		}
		return shut;
	}

}
