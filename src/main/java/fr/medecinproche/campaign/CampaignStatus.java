package fr.medecinproche.campaign;

import fr.medecinproche.campaign.CampaignRefusedException.Reason;

/**
 * Where a call stands. Once it has ended it does not begin again.
 */
public enum CampaignStatus {

	/** Nobody has been written to. */
	DRAFT,
	/** Doctors are written to, and answer. */
	RUNNING,
	/** As many half-days were taken as were needed. */
	MET,
	/** The agency stopped it. */
	STOPPED,
	/** Its last day is over. */
	OVER;

	/** Makes sure that an answer still counts. */
	void refuseOnceEnded() {
		if (this == MET) {
			throw new CampaignRefusedException(Reason.NEED_MET);
		}
		if (this != RUNNING) {
			throw new CampaignRefusedException(Reason.ENDED);
		}
	}

	/**
	 * Whether nobody is written to any more.
	 * @return true for whatever has begun and does not run
	 */
	public boolean isEnded() {
		return this != DRAFT && this != RUNNING;
	}

}
