package fr.medecinproche.insight.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

import fr.medecinproche.insight.Span;

/**
 * Where nobody is wanted: the days on which open sites have published that they need no
 * doctor, neither in the morning nor in the afternoon.
 *
 * @param periods what the sites have published
 */
record Unwanted(List<Period> periods) {

	/**
	 * Whether every open site of a zone wants nobody on any working day of a span.
	 * @param zone a zone
	 * @param span a week or a month
	 * @return false for a zone without an open site
	 */
	boolean in(CoverageZone zone, Span span) {
		var sites = this.periods.stream().filter((period) -> period.zone().equals(zone.siren())).map(Period::siteId);
		long silent = sites.distinct().filter((site) -> wantsNobody(site, span)).count();
		return zone.sites() > 0 && silent == zone.sites();
	}

	private boolean wantsNobody(long site, Span span) {
		return span.from()
			.datesUntil(span.until())
			.filter((day) -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
			.allMatch((day) -> this.periods.stream()
				.anyMatch((period) -> period.siteId() == site && period.includes(day)));
	}

	/**
	 * What one site has published.
	 *
	 * @param zone the zone of the site
	 * @param siteId the site
	 * @param fromDay the first day
	 * @param untilDay the last day
	 */
	record Period(String zone, long siteId, LocalDate fromDay, LocalDate untilDay) {

		boolean includes(LocalDate day) {
			return !day.isBefore(this.fromDay) && !day.isAfter(this.untilDay);
		}

	}

}
