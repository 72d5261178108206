package fr.medecinproche.campaign;

import fr.medecinproche.web.Refusal;

/**
 * What cannot be done about a call. The reason is also the key of the sentence the user
 * reads: {@code campaign.refusal.<REASON>}.
 */
public class CampaignRefusedException extends Refusal {

	private final Reason reason;

	public CampaignRefusedException(Reason reason) {
		super("campaign", reason);
		this.reason = reason;
	}

	public Reason reason() {
		return this.reason;
	}

	/**
	 * Why it was refused.
	 */
	public enum Reason {

		/** Somebody has thrown the draft away meanwhile. */
		GONE,
		/** Doctors have been written to. */
		BEGUN,
		/** No half-day of the zone is open in the period. */
		NOTHING_OPEN,
		/** Nobody would be written to. */
		NOBODY,
		/** As many half-days were taken as were needed. */
		NEED_MET,
		/** The agency stopped the call, or its last day is over. */
		ENDED,
		/** The need is met, or nothing is left to take. */
		NOTHING_MISSING,
		/** No half-day was ticked. */
		NOTHING_TICKED,
		/** One of the half-days is none of the call's, or no longer open. */
		NO_LONGER_OFFERED

	}

}
