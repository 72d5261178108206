package fr.medecinproche.campaign;

/**
 * Somebody wants no calls any more: what still waits to leave to them must not.
 *
 * @param campaignId the call
 * @param invitationId their invitation to it
 */
public record CallsRefused(long campaignId, long invitationId) {

}
