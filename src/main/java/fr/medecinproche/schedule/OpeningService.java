package fr.medecinproche.schedule;

import fr.medecinproche.site.ConsultationSite;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens half-days at a site that nothing keeps together: one, or some over a period.
 */
@Service
public class OpeningService {

	private final OpeningPlanning planning;

	private final HalfDayOpening opening;

	private final SiteHold held;

	private final OpeningNotes notes;

	OpeningService(OpeningPlanning planning, HalfDayOpening opening, SiteHold held, OpeningNotes notes) {
		this.planning = planning;
		this.opening = opening;
		this.held = held;
		this.notes = notes;
	}

	/**
	 * Says what a pattern would open.
	 * @param site the site
	 * @param pattern which half-days
	 * @return what would be opened and what would be left out; nothing is saved
	 * @throws SchedulingRefusedException when the pattern or the site does not allow it
	 */
	@Transactional(readOnly = true)
	public OpeningPlan preview(ConsultationSite site, OpeningPattern pattern) {
		this.opening.refuseUnlessPossible(site, pattern);
		return this.planning.opening(site, pattern);
	}

	/**
	 * Opens what the preview announced, or what is left of it.
	 * @param site the site; how it is by then counts, its hours among it
	 * @param pattern which half-days
	 * @return what was opened and what was left out
	 * @throws SchedulingRefusedException when the pattern or the site does not allow it,
	 * or somebody opened the same half-days at the same moment
	 */
	@Transactional
	public OpeningPlan open(ConsultationSite site, OpeningPattern pattern) {
		var now = this.held.toOpen(site.getId(), pattern);
		var plan = preview(now, pattern);
		this.opening.open(now, plan.with(OpeningFate.TO_OPEN), pattern.rule(), null, () -> {
		});
		if (plan.changesAnything()) {
			this.notes.opened(now, pattern, plan, false);
		}
		return plan;
	}

}
