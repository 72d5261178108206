package fr.medecinproche.schedule;

import java.time.LocalDate;

import fr.medecinproche.site.SiteStatus;

import org.springframework.stereotype.Component;

/**
 * When days of a site that were closed are not any more, its patterns open what they ask
 * for on them, as if the closure had never been.
 */
@Component
class PatternReopening {

	private final KeptPatterns patterns;

	private final OpeningPlanning planning;

	private final HalfDayOpening opening;

	PatternReopening(KeptPatterns patterns, OpeningPlanning planning, HalfDayOpening opening) {
		this.patterns = patterns;
		this.planning = planning;
		this.opening = opening;
	}

	/**
	 * Opens what the patterns ask for. What has begun, or the agency closed by itself,
	 * stays closed; so does everything while the site or its zone is not open.
	 * @param siteId the site, which the transaction holds
	 * @param from the first day
	 * @param until the last day
	 * @return how many half-days are open again
	 */
	int between(long siteId, LocalDate from, LocalDate until) {
		int opened = 0;
		for (var kept : this.patterns.at(siteId)) {
			var site = kept.getSite();
			var asked = during(kept.getLast(), from, until);
			if (site.getStatus() == SiteStatus.OPEN && site.getZone().isPriority()
					&& !asked.until().isBefore(asked.from())) {
				var again = this.planning.again(site, asked, kept.getId()).with(OpeningFate.TO_OPEN);
				this.opening.open(site, again, asked.rule(), kept.getId(), () -> {
				});
				opened += again.size();
			}
		}
		return opened;
	}

	private static OpeningPattern during(PatternVersion last, LocalDate from, LocalDate until) {
		var first = last.getAppliesFrom().isAfter(from) ? last.getAppliesFrom() : from;
		var end = last.getAppliesUntil().isBefore(until) ? last.getAppliesUntil() : until;
		return new OpeningPattern(first, end, last.getRule());
	}

}
