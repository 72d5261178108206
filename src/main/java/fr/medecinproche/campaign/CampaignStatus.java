package fr.medecinproche.campaign;

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

	/**
	 * Whether nobody is written to any more.
	 * @return true for whatever has begun and does not run
	 */
	public boolean isEnded() {
		return this != DRAFT && this != RUNNING;
	}

}
