package fr.medecinproche.schedule;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import fr.medecinproche.schedule.SchedulingRefusedException.Reason;
import fr.medecinproche.site.ConsultationSite;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a site says of itself: days it does not receive. Free half-days are closed at
 * once; a doctor who is expected stays expected until the agency decides. Half-days are
 * locked first, then the site, as for a doctor who takes one.
 */
@Service
@Transactional
public class DeclaredClosures {

	private final HalfDaySlots slots;

	private final SiteClosures closures;

	private final SiteClosureService service;

	private final SchedulingService scheduling;

	private final OpeningNotes notes;

	private final Clock clock;

	DeclaredClosures(HalfDaySlots slots, SiteClosures closures, SiteClosureService service,
			SchedulingService scheduling, OpeningNotes notes, Clock clock) {
		this.slots = slots;
		this.closures = closures;
		this.service = service;
		this.scheduling = scheduling;
		this.notes = notes;
		this.clock = clock;
	}

	/**
	 * What a closure would make of the half-days of a site.
	 * @param siteId the site
	 * @param period which days
	 * @return those to come; nothing is saved
	 */
	@Transactional(readOnly = true)
	public DeclaredEffect preview(long siteId, ClosedPeriod period) {
		return DeclaredEffect.of(this.slots.at(siteId, period.from(), period.until().plusDays(1))
			.stream()
			.filter((slot) -> !slot.hasBegun(this.clock))
			.toList());
	}

	/**
	 * Notes that a site does not receive, and closes what nobody has taken.
	 * @param site the site
	 * @param period which days, and why
	 * @param seen the digest of the effect that was shown
	 * @return what was done
	 * @throws SchedulingRefusedException with {@link Reason#CHANGED_MEANWHILE} when the
	 * effect is another one by now, or when the period is not possible
	 */
	public DeclaredEffect declare(ConsultationSite site, ClosedPeriod period, String seen) {
		this.slots.lock(this.slots.notClosedAt(site.getId(), period.from(), period.until().plusDays(1)));
		var closure = this.service.declare(site, period);
		var effect = preview(site.getId(), period);
		if (!effect.digest().equals(seen)) {
			throw new SchedulingRefusedException(Reason.CHANGED_MEANWHILE);
		}
		this.scheduling.closeForNow(effect.freeIds());
		this.notes.declared(site, closure, effect);
		return effect;
	}

	/**
	 * The closures of a site that are not over, with the doctors who are expected all the
	 * same.
	 * @param siteId the site
	 * @return by day; two queries, however many there are
	 */
	@Transactional(readOnly = true)
	public List<ComingClosure> comingAt(long siteId) {
		var today = LocalDate.now(this.clock);
		var coming = this.closures.comingAt(siteId, today);
		if (coming.isEmpty()) {
			return List.of();
		}
		var expected = this.slots.at(siteId, today, coming.getLast().getLastDay().plusDays(1))
			.stream()
			.filter((slot) -> slot.getStatus() == SlotStatus.TAKEN && !slot.hasBegun(this.clock))
			.toList();
		return coming.stream().map((closure) -> ComingClosure.of(closure, expected)).toList();
	}

	/** What a doctor gives back on a day the site does not receive is open to nobody. */
	@EventListener
	void on(HalfDayGivenBack event) {
		this.slots.findById(event.slotId())
			.filter((slot) -> slot.getStatus() == SlotStatus.OPEN)
			.filter((slot) -> !this.closures
				.between(List.of(slot.getSite().getId()), slot.getHalfDay().day(), slot.getHalfDay().day())
				.isEmpty())
			.ifPresent((slot) -> this.scheduling.closeForNow(List.of(slot.getId())));
	}

}
