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

	private final KeptPatterns patterns;

	private final OpeningNotes notes;

	private final Clock clock;

	SiteClosureService(SiteClosures closures, KeptPatterns patterns, OpeningNotes notes, Clock clock) {
		this.closures = closures;
		this.patterns = patterns;
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
		if (period.from().isBefore(LocalDate.now(this.clock))) {
			throw new SchedulingRefusedException(Reason.IN_THE_PAST);
		}
		if (period.until().isBefore(period.from())) {
			throw new SchedulingRefusedException(Reason.EMPTY_PATTERN);
		}
		this.patterns.hold(site.getId());
		if (!this.closures.between(List.of(site.getId()), period.from(), period.until()).isEmpty()) {
			throw new SchedulingRefusedException(Reason.CLOSED_ALREADY);
		}
		try {
			var closure = this.closures.save(new SiteClosure(site, period, this.clock));
			this.closures.flush();
			return closure;
		}
		catch (DataIntegrityViolationException ex) {
			throw new SchedulingRefusedException(Reason.CLOSED_ALREADY);
		}
	}

	/**
	 * Forgets a closure: the site receives on these days after all. Nothing is opened by
	 * that; a pattern that is opened again fills them.
	 * @param siteId the site
	 * @param id the closure; one that is gone changes nothing
	 */
	public void reopen(long siteId, long id) {
		this.patterns.hold(siteId);
		this.closures.findAt(siteId, id).ifPresent((closure) -> {
			this.closures.delete(closure);
			this.notes.reopened(closure.getSite(), closure);
		});
	}

}
