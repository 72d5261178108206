package fr.medecinproche.matching;

import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

import fr.medecinproche.appointment.BookingRefusedException;
import fr.medecinproche.appointment.Canceller;
import fr.medecinproche.appointment.HalfDayMoves;
import fr.medecinproche.appointment.MovePlan;
import fr.medecinproche.matching.MatchingRefusedException.Reason;
import fr.medecinproche.schedule.ClosedPeriod;
import fr.medecinproche.schedule.HalfDaySlots;
import fr.medecinproche.schedule.SchedulingRefusedException;
import fr.medecinproche.schedule.SchedulingService;
import fr.medecinproche.schedule.SiteClosureService;
import fr.medecinproche.schedule.SlotStatus;
import fr.medecinproche.site.ConsultationSite;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The agency closes half-days, some of them taken: nothing is done but what was shown, as
 * when a doctor cannot come. Half-days are locked first, so that nobody takes or books
 * between the last look and the deed; what has begun runs to its end.
 */
@Service
@Transactional
public class HalfDayClosingService {

	private final HalfDaySlots slots;

	private final HalfDayMoves moves;

	private final SchedulingService scheduling;

	private final SiteClosureService closures;

	private final ClosingNotes notes;

	private final Clock clock;

	HalfDayClosingService(HalfDaySlots slots, HalfDayMoves moves, SchedulingService scheduling,
			SiteClosureService closures, ClosingNotes notes, Clock clock) {
		this.slots = slots;
		this.moves = moves;
		this.scheduling = scheduling;
		this.closures = closures;
		this.notes = notes;
		this.clock = clock;
	}

	/**
	 * Whom it would touch.
	 * @param slotIds half-days; those that are closed or have begun are left out
	 * @return the plan, with as many queries for many half-days as for one
	 */
	@Transactional(readOnly = true)
	public ClosingPlan preview(Collection<Long> slotIds) {
		if (slotIds.isEmpty()) {
			return new ClosingPlan(List.of());
		}
		var coming = this.slots.findByIdIn(new TreeSet<>(slotIds))
			.stream()
			.filter((slot) -> slot.getStatus() != SlotStatus.CLOSED && !slot.hasBegun(this.clock))
			.toList();
		var affected = this.moves.affectedInEach(coming.stream().map((slot) -> slot.getId()).toList());
		return new ClosingPlan(coming.stream()
			.map((slot) -> new ClosingPlan.Line(slot, affected.get(slot.getId())))
			.sorted(Comparator.comparing((ClosingPlan.Line line) -> line.slot().getHalfDay())
				.thenComparing((line) -> line.slot().getId()))
			.toList());
	}

	/**
	 * Closes half-days: their doctors are told and have them back in their month, their
	 * visits are called off and other times are held for the patients.
	 * @param slotIds the half-days
	 * @param seen the digest of the plan that was shown
	 * @return what was done
	 * @throws MatchingRefusedException with {@link Reason#NUMBERS_CHANGED} when the plan
	 * is another one by now
	 */
	public ClosingPlan close(Collection<Long> slotIds, String seen) {
		var plan = locked(slotIds, seen);
		if (plan.count() > 0) {
			this.scheduling.closeAll(plan.ids());
			this.notes.closed(plan);
		}
		return plan;
	}

	private ClosingPlan locked(Collection<Long> slotIds, String seen) {
		this.slots.lock(new TreeSet<>(slotIds));
		var plan = preview(slotIds);
		if (!plan.digest().equals(seen)) {
			throw new MatchingRefusedException(Reason.NUMBERS_CHANGED);
		}
		return plan;
	}

	/**
	 * Whom it would touch when a site does not receive for a while.
	 * @param siteId the site
	 * @param period which days
	 * @return the plan
	 */
	@Transactional(readOnly = true)
	public ClosingPlan preview(long siteId, ClosedPeriod period) {
		return preview(slotsIn(siteId, period));
	}

	private List<Long> slotsIn(long siteId, ClosedPeriod period) {
		return this.slots.notClosedAt(siteId, period.from(), period.until().plusDays(1));
	}

	/**
	 * Closes a site for a while, and the half-days it has on these days.
	 * @param site the site
	 * @param period which days, and why
	 * @param seen the digest of the plan that was shown
	 * @return what was done
	 * @throws MatchingRefusedException with {@link Reason#NUMBERS_CHANGED} when the plan
	 * is another one by now
	 * @throws SchedulingRefusedException when the period is not possible
	 */
	public ClosingPlan close(ConsultationSite site, ClosedPeriod period, String seen) {
		// the half-days before the site, as for a doctor who takes one
		this.slots.lock(slotsIn(site.getId(), period));
		this.closures.close(site, period);
		var plan = locked(slotsIn(site.getId(), period), seen);
		this.scheduling.closeForNow(plan.ids());
		this.notes.closedFor(site, period, plan);
		return plan;
	}

	/**
	 * Moves the patients of a half-day to another one of the site and closes theirs;
	 * those who do not fit have their visit called off, with other times held for them.
	 * @param slotId the half-day
	 * @param targetId where they go
	 * @param seen the digest of the move that was shown
	 * @return what was done
	 * @throws MatchingRefusedException with {@link Reason#NUMBERS_CHANGED} when the move
	 * is another one by now
	 * @throws SchedulingRefusedException when the half-day has begun
	 */
	public MovePlan move(long slotId, long targetId, String seen) {
		this.slots.lock(new TreeSet<>(List.of(slotId, targetId)));
		var closing = preview(List.of(slotId));
		var plan = this.moves.plan(slotId, targetId)
			.filter((now) -> now.digest().equals(seen) && closing.count() > 0)
			.orElseThrow(() -> new MatchingRefusedException(Reason.NUMBERS_CHANGED));
		try {
			this.moves.carryOut(plan, Canceller.AGENCY);
		}
		catch (BookingRefusedException refusal) {
			throw new MatchingRefusedException(Reason.NUMBERS_CHANGED);
		}
		this.scheduling.closeAll(List.of(slotId));
		this.notes.closed(closing);
		return plan;
	}

}
