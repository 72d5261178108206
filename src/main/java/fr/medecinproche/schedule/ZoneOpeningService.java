package fr.medecinproche.schedule;

import java.util.Comparator;
import java.util.Map;

import fr.medecinproche.schedule.SchedulingRefusedException.Reason;
import fr.medecinproche.site.ConsultationSite;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens the same pattern at several sites: at all of them or at none.
 */
@Service
public class ZoneOpeningService {

	private final OpeningPlanning planning;

	private final HalfDayOpening opening;

	private final PatternService patterns;

	private final SiteHold held;

	ZoneOpeningService(OpeningPlanning planning, HalfDayOpening opening, PatternService patterns, SiteHold held) {
		this.planning = planning;
		this.opening = opening;
		this.patterns = patterns;
		this.held = held;
	}

	/**
	 * Says what it would open, with as many queries for many sites as for one.
	 * @param asked what each site is asked for, at least one
	 * @return each site's plan; nothing is saved
	 * @throws SchedulingRefusedException when a pattern or a site does not allow it
	 */
	@Transactional(readOnly = true)
	public ZoneOpening preview(Map<ConsultationSite, OpeningPattern> asked) {
		asked.forEach(this.opening::refuseUnlessPossible);
		return new ZoneOpening(this.planning.opening(asked)
			.entrySet()
			.stream()
			.map((each) -> new ZoneOpening.AtSite(each.getKey(), asked.get(each.getKey()), each.getValue()))
			.sorted(Comparator.comparing((ZoneOpening.AtSite each) -> each.site().getNom())
				.thenComparing((each) -> each.site().getId()))
			.toList());
	}

	/**
	 * Opens what the preview announced; each site has a pattern of its own, which is
	 * changed by itself later on.
	 * @param asked what each site is asked for
	 * @param seen the digest of what was shown
	 * @param each told after each half-day; what it throws stops all
	 * @throws SchedulingRefusedException with {@link Reason#CHANGED_MEANWHILE} when it is
	 * something else by now
	 */
	@Transactional
	public void open(Map<ConsultationSite, OpeningPattern> asked, String seen, Runnable each) {
		var now = preview(this.held.toOpen(asked));
		if (!now.digest().equals(seen)) {
			throw new SchedulingRefusedException(Reason.CHANGED_MEANWHILE);
		}
		now.sites()
			.stream()
			.filter((part) -> part.toOpen() > 0)
			.forEach((part) -> this.patterns.openAt(part.site(), part.pattern(), part.plan().digest(), each));
	}

}
