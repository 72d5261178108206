package fr.medecinproche.campaign;

/**
 * A call has ended: whatever still waits to leave is of no use.
 *
 * @param campaignId the call
 */
public record CampaignEnded(long campaignId) {

}
