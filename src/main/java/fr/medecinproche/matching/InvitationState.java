package fr.medecinproche.matching;

/**
 * Where an invited doctor stands.
 */
public enum InvitationState {

	/** May accept or decline. */
	OPEN,
	/** Has said no, and may still think better of it. */
	DECLINED,
	/** Comes. */
	YOURS,
	/** Has accepted, and is no longer expected. */
	GIVEN_UP,
	/** Another doctor comes. */
	PROVIDED_FOR,
	/** The time to answer is over. */
	EXPIRED,
	/** The doctor who asked comes after all, or nobody is expected any more. */
	NOT_NEEDED;

	static InvitationState of(Answer answer, StandInOutcome outcome, boolean inTime) {
		return switch (outcome) {
			case OPEN -> !inTime ? EXPIRED : (answer == Answer.DECLINED) ? DECLINED : OPEN;
			case ACCEPTED -> (answer == Answer.ACCEPTED) ? YOURS : PROVIDED_FOR;
			case UNANSWERED -> EXPIRED;
			case WITHDRAWN, OVER -> NOT_NEEDED;
		};
	}

	/**
	 * Whether a yes is taken.
	 * @return false once it is settled
	 */
	public boolean isAnswerable() {
		return this == OPEN || this == DECLINED;
	}

}
