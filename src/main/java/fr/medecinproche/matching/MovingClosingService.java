package fr.medecinproche.matching;

import java.util.Collection;
import java.util.Map;
import java.util.TreeSet;

import fr.medecinproche.appointment.BookingRefusedException;
import fr.medecinproche.appointment.Canceller;
import fr.medecinproche.appointment.MovesOfSeveral;
import fr.medecinproche.appointment.SeveralMoves;
import fr.medecinproche.matching.MatchingRefusedException.Reason;
import fr.medecinproche.schedule.HalfDaySlots;
import fr.medecinproche.schedule.SchedulingService;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The agency closes half-days and moves their patients, all with one confirmation:
 * nothing is done but what was shown, and each patient is told once.
 */
@Service
@Transactional
public class MovingClosingService {

	private final HalfDaySlots slots;

	private final HalfDayClosingService closing;

	private final SeveralMoves moves;

	private final SchedulingService scheduling;

	private final ClosingNotes notes;

	MovingClosingService(HalfDaySlots slots, HalfDayClosingService closing, SeveralMoves moves,
			SchedulingService scheduling, ClosingNotes notes) {
		this.slots = slots;
		this.closing = closing;
		this.moves = moves;
		this.scheduling = scheduling;
		this.notes = notes;
	}

	/**
	 * Whom it would touch, and where they would go.
	 * @param slotIds half-days; those that are closed or have begun are left out
	 * @param chosen where the patients of each go, {@link MovesOfSeveral#NOWHERE} to call
	 * their visits off; the best choice where nothing is said
	 * @return the plan, with as many queries for many half-days as for one
	 */
	@Transactional(readOnly = true)
	public MovingPlan preview(Collection<Long> slotIds, Map<Long, Long> chosen) {
		var plan = this.closing.preview(slotIds);
		return new MovingPlan(plan,
				this.moves.plan(plan.halfDays().stream().map(ClosingPlan.Line::slot).toList(), chosen));
	}

	/**
	 * Moves the patients, then closes their half-days: the doctors are told and have them
	 * back in their month; whoever found no time has their visit called off, with other
	 * times held for them.
	 * @param slotIds the half-days
	 * @param chosen where the patients of each go, said for each of them
	 * @param seen the digest of the plan that was shown
	 * @return what was done
	 * @throws MatchingRefusedException with {@link Reason#NUMBERS_CHANGED} when the plan
	 * is another one by now
	 */
	public MovingPlan close(Collection<Long> slotIds, Map<Long, Long> chosen, String seen) {
		var all = new TreeSet<>(slotIds);
		all.addAll(chosen.values());
		this.slots.lock(all);
		var plan = preview(slotIds, chosen);
		if (!plan.digest().equals(seen) || !all.containsAll(plan.moves().targets().values())) {
			throw new MatchingRefusedException(Reason.NUMBERS_CHANGED);
		}
		try {
			this.moves.carryOut(plan.moves(), Canceller.AGENCY);
		}
		catch (BookingRefusedException refusal) {
			// only half-days are locked: a patient may have booked elsewhere meanwhile
			throw new MatchingRefusedException(Reason.NUMBERS_CHANGED);
		}
		if (plan.closing().count() > 0) {
			this.scheduling.closeAll(plan.closing().ids());
			this.notes.closed(plan.closing());
		}
		return plan;
	}

}
