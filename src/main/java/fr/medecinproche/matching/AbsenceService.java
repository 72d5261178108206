package fr.medecinproche.matching;

import java.time.Clock;
import java.util.Collection;
import java.util.List;

import fr.medecinproche.appointment.BookingRefusedException;
import fr.medecinproche.appointment.Canceller;
import fr.medecinproche.appointment.HalfDayMoves;
import fr.medecinproche.appointment.MovePlan;
import fr.medecinproche.matching.MatchingRefusedException.Reason;
import fr.medecinproche.schedule.HalfDaySlots;
import fr.medecinproche.schedule.SchedulingRefusedException;
import fr.medecinproche.schedule.SchedulingService;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a doctor who cannot come decides for the patients: nothing is done but what was
 * shown. Half-days are locked first, in the order of their identifiers, so that nobody
 * books between the last look and the deed.
 */
@Service
@Transactional
public class AbsenceService {

	private final HalfDaySlots slots;

	private final HalfDayMoves moves;

	private final SchedulingService scheduling;

	private final Clock clock;

	AbsenceService(HalfDaySlots slots, HalfDayMoves moves, SchedulingService scheduling, Clock clock) {
		this.slots = slots;
		this.moves = moves;
		this.scheduling = scheduling;
		this.clock = clock;
	}

	/**
	 * Gives the half-day back: each visit is called off, and other times are held for its
	 * patient.
	 * @param volunteerId whose half-day it is
	 * @param slotId the half-day
	 * @param seen the digest of the numbers that were shown
	 * @throws MatchingRefusedException with {@link Reason#NUMBERS_CHANGED} when they are
	 * others by now
	 * @throws SchedulingRefusedException when the half-day is not theirs or has begun
	 */
	public void cancel(long volunteerId, long slotId, String seen) {
		lock(volunteerId, slotId, List.of(slotId));
		if (!this.moves.affectedIn(slotId).digest().equals(seen)) {
			throw new MatchingRefusedException(Reason.NUMBERS_CHANGED);
		}
		this.scheduling.giveBack(volunteerId, slotId);
	}

	/**
	 * Moves the patients to another half-day of the site and gives theirs back; those who
	 * do not fit have their visit called off, with other times held for them.
	 * @param volunteerId whose half-day it is
	 * @param slotId the half-day
	 * @param targetId where they go
	 * @param seen the digest of the plan that was shown
	 * @return what was done
	 * @throws MatchingRefusedException with {@link Reason#NUMBERS_CHANGED} when the plan
	 * is another one by now
	 * @throws SchedulingRefusedException when the half-day is not theirs or has begun
	 */
	public MovePlan move(long volunteerId, long slotId, long targetId, String seen) {
		lock(volunteerId, slotId, List.of(slotId, targetId));
		var plan = this.moves.plan(slotId, targetId)
			.filter((now) -> now.digest().equals(seen))
			.orElseThrow(() -> new MatchingRefusedException(Reason.NUMBERS_CHANGED));
		carryOut(plan);
		this.scheduling.giveBack(volunteerId, slotId);
		return plan;
	}

	/** Only half-days are locked: a patient may have booked at another site meanwhile. */
	private void carryOut(MovePlan plan) {
		try {
			this.moves.carryOut(plan, Canceller.VOLUNTEER);
		}
		catch (BookingRefusedException refusal) {
			throw new MatchingRefusedException(Reason.NUMBERS_CHANGED);
		}
	}

	private void lock(long volunteerId, long slotId, Collection<Long> all) {
		var slot = this.slots.lock(all)
			.stream()
			.filter((each) -> each.getId() == slotId && each.isTakenBy(volunteerId))
			.findFirst()
			.orElseThrow(() -> new SchedulingRefusedException(SchedulingRefusedException.Reason.NOT_YOURS));
		if (slot.hasBegun(this.clock)) {
			throw new SchedulingRefusedException(SchedulingRefusedException.Reason.TOO_LATE);
		}
	}

}
