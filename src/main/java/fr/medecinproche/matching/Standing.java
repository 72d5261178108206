package fr.medecinproche.matching;

import java.time.Instant;

import fr.medecinproche.matching.MatchingRefusedException.Reason;

/**
 * Where an invitation stands at an instant.
 *
 * @param slotId the half-day
 * @param askedBy who cannot come
 * @param volunteerId who is invited
 * @param answer what they said
 * @param outcome what became of the search
 * @param deadline until when it lasts
 */
public record Standing(long slotId, long askedBy, long volunteerId, Answer answer, StandInOutcome outcome,
		Instant deadline) {

	InvitationState stateAt(Instant now) {
		return InvitationState.of(this.answer, this.outcome, now.isBefore(this.deadline));
	}

	/** Why a yes comes to nothing. */
	MatchingRefusedException refusalAt(Instant now) {
		return new MatchingRefusedException(switch (stateAt(now)) {
			case PROVIDED_FOR -> Reason.PROVIDED_FOR;
			case EXPIRED -> Reason.EXPIRED;
			case OPEN, DECLINED, YOURS, GIVEN_UP, NOT_NEEDED -> Reason.NOT_NEEDED;
		});
	}

}
