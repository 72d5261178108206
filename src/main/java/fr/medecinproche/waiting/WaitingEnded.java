package fr.medecinproche.waiting;

/**
 * Somebody waits no more, and may say that they still want to.
 *
 * @param entryId who
 * @param ending why
 * @param link the secret of a link to their page; kept nowhere else than in the message
 * it is sent in
 */
public record WaitingEnded(long entryId, Ending ending, String link) {

}
