package fr.medecinproche.matching;

import java.time.Clock;
import java.util.List;

import fr.medecinproche.schedule.HalfDaySlots;
import fr.medecinproche.schedule.SchedulingRefusedException;
import fr.medecinproche.schedule.SchedulingService;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What invited doctors answer. Of eight who accept at once one comes: the half-day's lock
 * decides, and who comes next finds it decided.
 */
@Service
@Transactional
public class StandInAnswers {

	private final StandInInvitations invitations;

	private final HalfDaySlots slots;

	private final SchedulingService scheduling;

	private final StandInDesk desk;

	private final Clock clock;

	StandInAnswers(StandInInvitations invitations, HalfDaySlots slots, SchedulingService scheduling, StandInDesk desk,
			Clock clock) {
		this.invitations = invitations;
		this.slots = slots;
		this.scheduling = scheduling;
		this.desk = desk;
		this.clock = clock;
	}

	/**
	 * Accepts: the half-day goes to the invited doctor, and the patients keep their
	 * times. A second yes changes nothing.
	 * @param invitationId the invitation, proven to be theirs
	 * @throws MatchingRefusedException when somebody else was first, or it is over
	 * @throws SchedulingRefusedException when the doctor may not take the half-day; the
	 * invitation stays
	 */
	public void accept(long invitationId) {
		var before = standing(invitationId);
		if (before.stateAt(this.clock.instant()) == InvitationState.YOURS) {
			return;
		}
		if (!before.stateAt(this.clock.instant()).isAnswerable()) {
			throw before.refusalAt(this.clock.instant());
		}
		handOver(invitationId, before);
		var after = standing(invitationId);
		if (after.answer() != Answer.ACCEPTED) {
			throw after.refusalAt(this.clock.instant());
		}
	}

	/** What was read before the half-day was locked may have changed in the queue. */
	private void handOver(long invitationId, Standing before) {
		try {
			this.scheduling.handOver(before.slotId(), before.askedBy(), before.volunteerId());
		}
		catch (SchedulingRefusedException refusal) {
			if (refusal.reason() == SchedulingRefusedException.Reason.NOT_YOURS) {
				throw standing(invitationId).refusalAt(this.clock.instant());
			}
			throw refusal;
		}
	}

	/**
	 * Declines; the next doctor is invited at once. What is settled already stays so.
	 * @param invitationId the invitation, proven to be theirs
	 */
	public void decline(long invitationId) {
		this.slots.lock(List.of(standing(invitationId).slotId()));
		var invitation = this.invitations.findById(invitationId).orElseThrow();
		if (invitation.stateAt(this.clock.instant()) == InvitationState.OPEN) {
			invitation.decline(this.clock.instant());
			this.invitations.flush();
			this.desk.inviteNext(invitation.getRequest(), 1);
		}
	}

	private Standing standing(long invitationId) {
		return this.invitations.standing(invitationId).orElseThrow();
	}

}
