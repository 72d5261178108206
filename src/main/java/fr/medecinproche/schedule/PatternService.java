package fr.medecinproche.schedule;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;

import fr.medecinproche.schedule.SchedulingRefusedException.Reason;
import fr.medecinproche.site.ConsultationSite;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens, changes and ends the patterns sites have. Nothing is done but what was shown:
 * each act holds the site, works the plan out anew and compares. What is past, and what a
 * doctor has taken, is never touched.
 */
@Service
@Transactional
public class PatternService {

	private final KeptPatterns patterns;

	private final SiteHold held;

	private final OpeningPlanning planning;

	private final HalfDayOpening opening;

	private final SchedulingService scheduling;

	private final OpeningNotes notes;

	private final Clock clock;

	PatternService(KeptPatterns patterns, SiteHold held, OpeningPlanning planning, HalfDayOpening opening,
			SchedulingService scheduling, OpeningNotes notes, Clock clock) {
		this.patterns = patterns;
		this.held = held;
		this.planning = planning;
		this.opening = opening;
		this.scheduling = scheduling;
		this.notes = notes;
		this.clock = clock;
	}

	/**
	 * Says what a new pattern would open.
	 * @param site the site
	 * @param pattern which half-days
	 * @return each half-day and its fate; nothing is saved
	 * @throws SchedulingRefusedException when the pattern or the site does not allow it
	 */
	@Transactional(readOnly = true)
	public OpeningPlan preview(ConsultationSite site, OpeningPattern pattern) {
		this.opening.refuseUnlessPossible(site, pattern);
		return this.planning.opening(site, pattern);
	}

	/**
	 * Opens a pattern and keeps it.
	 * @param site the site; how it is by then counts, its hours among it
	 * @param pattern which half-days
	 * @param seen the digest of the plan that was shown
	 * @return the pattern
	 * @throws SchedulingRefusedException with {@link Reason#CHANGED_MEANWHILE} when the
	 * plan is another one by now, or when the pattern or the site does not allow it
	 */
	public KeptPattern open(ConsultationSite site, OpeningPattern pattern, String seen) {
		return open(site, pattern, seen, () -> {
		});
	}

	/**
	 * The same, telling how far it is.
	 * @param site the site
	 * @param pattern which half-days
	 * @param seen the digest of the plan that was shown
	 * @param each told after each half-day
	 * @return the pattern
	 * @throws SchedulingRefusedException with {@link Reason#CHANGED_MEANWHILE} when the
	 * plan is another one by now, or when the pattern or the site does not allow it
	 */
	public KeptPattern open(ConsultationSite site, OpeningPattern pattern, String seen, Runnable each) {
		return openAt(this.held.toOpen(site.getId(), pattern), pattern, seen, each);
	}

	/** The same at a site the transaction holds. */
	KeptPattern openAt(ConsultationSite site, OpeningPattern pattern, String seen, Runnable each) {
		this.opening.refuseUnlessPossible(site, pattern);
		var plan = this.planning.opening(site, pattern);
		refuseUnlessSeen(plan, seen);
		var kept = this.patterns.save(new KeptPattern(site, pattern, plan.outcome(), this.clock));
		this.opening.open(site, plan.with(OpeningFate.TO_OPEN), pattern.rule(), kept.getId(), each);
		this.notes.opened(site, pattern, plan, true);
		return kept;
	}

	/**
	 * Says what a change would add, keep and close.
	 * @param kept the pattern
	 * @param next what it asks for, from which day on
	 * @return each half-day and its fate; nothing is saved
	 * @throws SchedulingRefusedException when the change begins before today, or the site
	 * does not allow it
	 */
	@Transactional(readOnly = true)
	public OpeningPlan previewChange(KeptPattern kept, OpeningPattern next) {
		refuseUnlessPossible(kept, next);
		return this.planning.change(kept.getSite(), next, kept.getId());
	}

	/**
	 * Changes a pattern from a day on. Half-days it opened and does not ask for any more
	 * are closed unless a doctor has taken them.
	 * @param siteId the site
	 * @param patternId the pattern
	 * @param next what it asks for, from which day on
	 * @param seen the digest of the plan that was shown
	 * @return what was done
	 * @throws SchedulingRefusedException with {@link Reason#CHANGED_MEANWHILE} when the
	 * plan is another one by now, or for what {@link #previewChange} refuses
	 */
	public OpeningPlan change(long siteId, long patternId, OpeningPattern next, String seen) {
		return change(siteId, patternId, next, seen, () -> {
		});
	}

	/**
	 * The same, telling how far it is.
	 * @param siteId the site
	 * @param patternId the pattern
	 * @param next what it asks for, from which day on
	 * @param seen the digest of the plan that was shown
	 * @param each told after each half-day that changes; what it throws undoes all
	 * @return what was done
	 * @throws SchedulingRefusedException with {@link Reason#CHANGED_MEANWHILE} when the
	 * plan is another one by now, or for what {@link #previewChange} refuses
	 */
	public OpeningPlan change(long siteId, long patternId, OpeningPattern next, String seen, Runnable each) {
		this.held.toChange(siteId, patternId, next);
		var kept = this.patterns.findAt(siteId, patternId)
			.orElseThrow(() -> new SchedulingRefusedException(Reason.CHANGED_MEANWHILE));
		refuseUnlessPossible(kept, next);
		var plan = this.planning.change(kept.getSite(), next, patternId);
		refuseUnlessSeen(plan, seen);
		kept.decide(next, plan.outcome(), this.clock);
		this.scheduling.closeForNow(plan.with(OpeningFate.TO_CLOSE)
			.stream()
			.map((halfDay) -> Objects.requireNonNull(halfDay.slot()).getId())
			.toList(), each);
		for (var fate : new OpeningFate[] { OpeningFate.RETIMED, OpeningFate.TO_OPEN }) {
			this.opening.open(kept.getSite(), plan.with(fate), next.rule(), patternId, each);
		}
		this.notes.changed(kept.getSite(), next, plan);
		return plan;
	}

	private void refuseUnlessPossible(KeptPattern kept, OpeningPattern next) {
		if (next.from().isBefore(LocalDate.now(this.clock))) {
			throw new SchedulingRefusedException(Reason.IN_THE_PAST);
		}
		boolean ends = next.until().isBefore(next.from());
		if (!ends) {
			this.opening.refuseUnlessPossible(kept.getSite(), next);
		}
	}

	private static void refuseUnlessSeen(OpeningPlan plan, String seen) {
		if (!plan.digest().equals(seen)) {
			throw new SchedulingRefusedException(Reason.CHANGED_MEANWHILE);
		}
	}

}
