package fr.medecinproche.campaign;

/**
 * Somebody is called.
 *
 * @param invitationId the invitation
 * @param link the secret of a link that answers it
 */
public record CampaignWritten(long invitationId, String link) {

}
