package fr.medecinproche.campaign;

/**
 * What an agent decides of a call, and may change until it begins.
 *
 * @param wanted how many half-days are needed
 * @param reach whom to ask
 * @param text what to say
 */
public record CampaignPlan(short wanted, CampaignReach reach, CampaignText text) {

	/** The most half-days one call is for. */
	public static final int MOST_WANTED = 500;

	public CampaignPlan {
		if (wanted < 1 || wanted > MOST_WANTED) {
			throw new IllegalArgumentException("a call is for 1 to " + MOST_WANTED + " half-days");
		}
	}

}
