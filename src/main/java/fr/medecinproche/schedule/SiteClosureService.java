package fr.medecinproche.schedule;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import fr.medecinproche.schedule.SchedulingRefusedException.Reason;
import fr.medecinproche.site.ConsultationSite;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes the days a site does not receive, and forgets them.
 */
@Service
@Transactional
public class SiteClosureService {

	private final SiteClosures closures;

	private final SiteHold held;

	private final PatternReopening reopening;

	private final OpeningNotes notes;

	private final Clock clock;

	SiteClosureService(SiteClosures closures, SiteHold held, PatternReopening reopening, OpeningNotes notes,
			Clock clock) {
		this.closures = closures;
		this.held = held;
		this.reopening = reopening;
		this.notes = notes;
		this.clock = clock;
	}

	/**
	 * Notes that a site does not receive. What was opened on these days is closed by the
	 * caller, in the same transaction.
	 * @param site the site; nothing is opened there until the transaction ends
	 * @param period which days
	 * @return the closure
	 * @throws SchedulingRefusedException when it begins before today, ends before it
	 * begins, or some of its days are closed already
	 */
	public SiteClosure close(ConsultationSite site, ClosedPeriod period) {
		return save(SiteClosure.decided(site, period, this.clock), period);
	}

	/** The same, said by the site itself. */
	SiteClosure declare(ConsultationSite site, ClosedPeriod period) {
		return save(SiteClosure.declared(site, period, this.clock), period);
	}

	private SiteClosure save(SiteClosure closure, ClosedPeriod period) {
		if (period.from().isBefore(LocalDate.now(this.clock))) {
			throw new SchedulingRefusedException(Reason.IN_THE_PAST);
		}
		if (period.until().isBefore(period.from())) {
			throw new SchedulingRefusedException(Reason.EMPTY_PATTERN);
		}
		long siteId = closure.getSite().getId();
		this.held.hold(siteId);
		if (!this.closures.between(List.of(siteId), period.from(), period.until()).isEmpty()) {
			throw new SchedulingRefusedException(Reason.CLOSED_ALREADY);
		}
		try {
			var saved = this.closures.save(closure);
			this.closures.flush();
			return saved;
		}
		catch (DataIntegrityViolationException ex) {
			throw new SchedulingRefusedException(Reason.CLOSED_ALREADY);
		}
	}

	/**
	 * Forgets a closure: the site receives on these days after all, and the patterns of
	 * the site open what they ask for on them.
	 * @param siteId the site
	 * @param id the closure; one that is gone changes nothing
	 * @return how many half-days are open again
	 * @throws SchedulingRefusedException when somebody changed them at the same moment
	 */
	public int reopen(long siteId, long id) {
		this.held.toReopen(siteId, id);
		var found = this.closures.findAt(siteId, id);
		found.ifPresent((closure) -> {
			this.closures.delete(closure);
			this.notes.reopened(closure.getSite(), closure);
		});
		this.closures.flush();
		return found.map((closure) -> this.reopening.between(siteId, closure.getFirstDay(), closure.getLastDay()))
			.orElse(0);
	}

	/**
	 * Ends a closure the site has declared earlier than it said; patterns open again what
	 * they ask for.
	 * @param siteId the site
	 * @param id the closure
	 * @param day the first day the site receives again; a closure that has not begun by
	 * then is forgotten
	 * @return how many half-days are open again
	 * @throws SchedulingRefusedException when the day is past, or not earlier, or the
	 * closure is gone or was decided by the agency
	 */
	public int endEarly(long siteId, long id, LocalDate day) {
		this.held.toReopen(siteId, id);
		var closure = this.closures.findAt(siteId, id)
			.filter(SiteClosure::isBySite)
			.orElseThrow(() -> new SchedulingRefusedException(Reason.CHANGED_MEANWHILE));
		if (day.isBefore(LocalDate.now(this.clock))) {
			throw new SchedulingRefusedException(Reason.IN_THE_PAST);
		}
		if (!day.isAfter(closure.getFirstDay())) {
			return reopen(siteId, id);
		}
		var last = closure.getLastDay();
		closure.endBefore(day);
		this.closures.flush();
		this.notes.endedEarly(closure.getSite(), closure);
		return this.reopening.between(siteId, day, last);
	}

	/**
	 * Notes the agency's decision that the doctors who are expected come all the same
	 * during a closure the site has declared.
	 * @param siteId the site
	 * @param id the closure; one that is gone, or decided already, changes nothing
	 */
	public void settle(long siteId, long id) {
		this.held.hold(siteId);
		this.closures.findAt(siteId, id)
			.filter((closure) -> closure.isBySite() && !closure.isSettled())
			.ifPresent((closure) -> {
				closure.settle(this.clock);
				this.notes.settled(closure.getSite(), closure);
			});
	}

}
