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
	 * Opens what the patterns ask for, each with what was decided for these days. What
	 * has begun, or the agency closed by itself, stays closed; so does everything while
	 * the site or its zone is not open.
	 * @param siteId the site, which the transaction holds
	 * @param from the first day
	 * @param until the last day
	 * @return how many half-days are open again
	 */
	int between(long siteId, LocalDate from, LocalDate until) {
		return this.patterns.at(siteId)
			.stream()
			.filter((kept) -> kept.getSite().getStatus() == SiteStatus.OPEN && kept.getSite().getZone().isPriority())
			.mapToInt((kept) -> kept.during(from, until).stream().mapToInt((asked) -> open(kept, asked)).sum())
			.sum();
	}

	private int open(KeptPattern kept, OpeningPattern asked) {
		var again = this.planning.again(kept.getSite(), asked, kept.getId()).with(OpeningFate.TO_OPEN);
		this.opening.open(kept.getSite(), again, asked.rule(), kept.getId(), () -> {
		});
		return again.size();
	}

}
