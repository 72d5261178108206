package fr.medecinproche.site.proposal;

/**
 * Where a proposal stands: sent but not confirmed by mail, waiting for the agency,
 * waiting for an answer, or decided.
 */
enum ProposalStatus {

	SENT, TO_REVIEW, ASKED, ACCEPTED, DECLINED;

	/**
	 * Whether the agency has still to decide.
	 * @return true once confirmed and not decided
	 */
	public boolean isOpen() {
		return this == TO_REVIEW || this == ASKED;
	}

}
