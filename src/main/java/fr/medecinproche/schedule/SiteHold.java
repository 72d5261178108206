package fr.medecinproche.schedule;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import fr.medecinproche.schedule.SchedulingRefusedException.Reason;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.site.ConsultationSites;

import org.springframework.stereotype.Component;

/**
 * Holds sites until the end of the transaction, for whoever opens half-days there. The
 * half-days that may change are locked first, closed ones too, and the site comes second:
 * as for a doctor who takes one and for a bus that stops elsewhere, so that of two one
 * waits and both come through. The site is read once it is held, since who asked may have
 * read it long ago.
 */
@Component
class SiteHold {

	private final HalfDaySlots slots;

	private final KeptPatterns patterns;

	private final ConsultationSites sites;

	SiteHold(HalfDaySlots slots, KeptPatterns patterns, ConsultationSites sites) {
		this.slots = slots;
		this.patterns = patterns;
		this.sites = sites;
	}

	/**
	 * Holds a site where no half-day is opened, or whose half-days are locked already.
	 * @param siteId the site
	 * @return the site as it is now
	 * @throws SchedulingRefusedException when it is gone
	 */
	ConsultationSite hold(long siteId) {
		this.patterns.hold(siteId);
		return this.sites.findById(siteId, null)
			.orElseThrow(() -> new SchedulingRefusedException(Reason.CHANGED_MEANWHILE));
	}

	/** Holds a site where a pattern is to be opened; what is returned is as above. */
	ConsultationSite toOpen(long siteId, OpeningPattern pattern) {
		this.slots.lock(in(siteId, pattern));
		return hold(siteId);
	}

	/**
	 * The same for several sites.
	 * @param asked what each of them is asked for
	 * @return the sites as they are now, each with what it is asked for
	 */
	Map<ConsultationSite, OpeningPattern> toOpen(Map<ConsultationSite, OpeningPattern> asked) {
		var halfDays = new TreeSet<Long>();
		asked.forEach((site, pattern) -> halfDays.addAll(in(site.getId(), pattern)));
		this.slots.lock(halfDays);
		var held = new LinkedHashMap<ConsultationSite, OpeningPattern>();
		asked.entrySet()
			.stream()
			.sorted(Comparator.comparing((each) -> each.getKey().getId()))
			.forEach((each) -> held.put(hold(each.getKey().getId()), each.getValue()));
		return held;
	}

	/** Holds a site one of whose patterns changes: what it opened may close. */
	void toChange(long siteId, long patternId, OpeningPattern next) {
		var halfDays = new TreeSet<>(in(siteId, next));
		halfDays.addAll(this.slots.openedBy(patternId, next.from()));
		this.slots.lock(halfDays);
		hold(siteId);
	}

	/** Holds a site that receives again on days it was to be closed. */
	void toReopen(long siteId, long closureId) {
		this.slots.lock(this.slots.during(siteId, closureId));
		hold(siteId);
	}

	private Collection<Long> in(long siteId, OpeningPattern pattern) {
		return pattern.until().isBefore(pattern.from()) ? List.of()
				: this.slots.idsAt(siteId, pattern.from(), pattern.until());
	}

}
