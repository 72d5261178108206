package fr.medecinproche.matching;

import java.time.Clock;

import fr.medecinproche.schedule.SchedulingService;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves a search on: the next doctors are invited, a few at a time, until it ends. Always
 * in a transaction that has locked the half-day.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class StandInDesk {

	private final StandInInviting inviting;

	private final StandInEnding ending;

	private final SchedulingService scheduling;

	private final StandInSettings settings;

	private final Clock clock;

	StandInDesk(StandInInviting inviting, StandInEnding ending, SchedulingService scheduling, StandInSettings settings,
			Clock clock) {
		this.inviting = inviting;
		this.ending = ending;
		this.scheduling = scheduling;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Does what is due: the next wave, or the end.
	 * @param request an open search
	 */
	void takeTurn(StandInRequest request) {
		var now = this.clock.instant();
		if (request.isOpenAt(now)) {
			request.lookAgain(now.plus(this.settings.every()));
			inviteNext(request, this.settings.wave());
		}
		else {
			giveUp(request);
		}
	}

	/**
	 * Invites the next doctors; when nobody is left and nobody is thinking about it, the
	 * patients need not wait any longer.
	 * @param request an open search
	 * @param howMany how many at most
	 */
	void inviteNext(StandInRequest request, int howMany) {
		if (!this.inviting.invite(request, howMany)) {
			giveUp(request);
		}
	}

	/** A half-day that has begun meanwhile is nobody's to give back. */
	private void giveUp(StandInRequest request) {
		var slot = request.getSlot();
		this.ending.end(request, StandInOutcome.UNANSWERED);
		if (request.getFallback() == Fallback.CANCEL && !slot.hasBegun(this.clock)) {
			this.scheduling.giveBack(request.getAskedBy().getId(), slot.getId());
		}
	}

}
