package fr.medecinproche.insight.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import fr.medecinproche.insight.Span;
import org.jspecify.annotations.Nullable;

/**
 * The days on which open sites receive nobody, neither in the morning nor in the
 * afternoon: they have published that they need no doctor, or they are closed.
 */
final class DaysOff {

	private final Map<String, Map<Long, List<Period>>> byZone;

	DaysOff(List<Period> periods) {
		this.byZone = periods.stream()
			.collect(Collectors.groupingBy(Period::zone, Collectors.groupingBy(Period::siteId)));
	}

	/**
	 * Why no open site of a zone receives anybody on any working day of a span.
	 * @param zone a zone
	 * @param span a week or a month
	 * @return that they need nobody, that they are closed (where each day has either
	 * reason), or {@code null}: one of them does receive, or there is none
	 */
	CoverageCell.@Nullable State in(CoverageZone zone, Span span) {
		var sites = this.byZone.getOrDefault(zone.siren(), Map.of());
		if (zone.sites() == 0 || sites.size() < zone.sites()) {
			return null;
		}
		var days = span.from()
			.datesUntil(span.until())
			.filter((day) -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
			.toList();
		if (!sites.values().stream().allMatch((periods) -> cover(periods, days))) {
			return null;
		}
		return sites.values().stream().allMatch((periods) -> cover(wanted(periods), days)) ? CoverageCell.State.UNWANTED
				: CoverageCell.State.SITES_CLOSED;
	}

	private static boolean cover(List<Period> periods, List<LocalDate> days) {
		return days.stream().allMatch((day) -> periods.stream().anyMatch((period) -> period.includes(day)));
	}

	private static List<Period> wanted(List<Period> periods) {
		return periods.stream().filter((period) -> !period.closed()).toList();
	}

	/**
	 * What one site has said.
	 *
	 * @param zone the zone of the site
	 * @param siteId the site
	 * @param fromDay the first day
	 * @param untilDay the last day
	 * @param closed whether it is closed; else it is open, and needs nobody
	 */
	record Period(String zone, long siteId, LocalDate fromDay, LocalDate untilDay, boolean closed) {

		boolean includes(LocalDate day) {
			return !day.isBefore(this.fromDay) && !day.isAfter(this.untilDay);
		}

	}

}
