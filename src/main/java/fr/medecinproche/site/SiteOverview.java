package fr.medecinproche.site;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import fr.medecinproche.site.need.SiteWishes;
import fr.medecinproche.site.need.UnwantedHalfDay;
import fr.medecinproche.site.need.WeekNeed;
import fr.medecinproche.site.preparation.ReadinessLine;
import fr.medecinproche.site.preparation.SitePreparation;
import fr.medecinproche.site.stop.SiteStop;
import fr.medecinproche.site.stop.SiteStops;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts together what the agency sees of a site besides its half-days. As many queries
 * answer, however much there is.
 */
@Component
public class SiteOverview {

	private final SitePreparation preparation;

	private final SiteHistory history;

	private final SiteNeeds needs;

	private final SiteWishes wishes;

	private final SiteStops stops;

	private final Clock clock;

	SiteOverview(SitePreparation preparation, SiteHistory history, SiteNeeds needs, SiteWishes wishes, SiteStops stops,
			Clock clock) {
		this.preparation = preparation;
		this.history = history;
		this.needs = needs;
		this.wishes = wishes;
		this.stops = stops;
		this.clock = clock;
	}

	/**
	 * What there is to know of a site.
	 * @param site the site
	 * @return all of it as it is now
	 */
	@Transactional(readOnly = true)
	public Overview of(ConsultationSite site) {
		var today = LocalDate.now(this.clock);
		return new Overview(today, this.preparation.of(site.getId()), this.history.of(site.getId()),
				this.wishes.weeks(site.getId()), this.needs.comingNoNeeds(site.getId()),
				this.wishes.unwantedTaken(site.getId()), comingStops(site, today.plusYears(1)));
	}

	/**
	 * Where a site stands in the days to come.
	 * @param site the site
	 * @param until the day after the last
	 * @return in the order of time; nothing for a site that does not travel
	 */
	public List<SiteStop> comingStops(ConsultationSite site, LocalDate until) {
		return site.isItinerant() ? this.stops.of(site.getId(), LocalDate.now(this.clock), until) : List.of();
	}

	/**
	 * A site beside its half-days.
	 *
	 * @param today the day it was looked at
	 * @param lines its checklist
	 * @param steps its life, the latest step first
	 * @param weeks the help it wishes for, week by week
	 * @param noNeeds the days it wants nobody
	 * @param unwanted doctors who come on such days
	 * @param stops where it stands, if it travels
	 */
	public record Overview(LocalDate today, List<ReadinessLine> lines, List<SiteHistory.Step> steps,
			List<WeekNeed> weeks, List<NoNeed> noNeeds, List<UnwantedHalfDay> unwanted, List<SiteStop> stops) {

		/**
		 * What the site cannot be ready without.
		 * @return the lines that stand in the way
		 */
		public List<ReadinessLine> missing() {
			return this.lines.stream().filter(ReadinessLine::missing).toList();
		}

		/**
		 * The weeks of which the site said something.
		 * @return in order
		 */
		public List<WeekNeed> wished() {
			return this.weeks.stream().filter((week) -> week.wanted() != null).toList();
		}

	}

}
