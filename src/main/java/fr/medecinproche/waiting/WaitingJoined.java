package fr.medecinproche.waiting;

/**
 * Somebody waits, or says so again.
 *
 * @param entryId who
 * @param link the secret of a link to their page; kept nowhere else than in the message
 * it is sent in
 */
public record WaitingJoined(long entryId, String link) {

}
