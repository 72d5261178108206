package fr.medecinproche.matching;

/**
 * A doctor is asked to come instead of another.
 *
 * @param invitationId the invitation
 * @param link the secret of a link that answers it
 */
public record StandInInvited(long invitationId, String link) {

}
