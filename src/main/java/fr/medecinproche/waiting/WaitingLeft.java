package fr.medecinproche.waiting;

/**
 * Somebody has left the waiting list, and is to be forgotten at once.
 *
 * @param entryId who
 */
public record WaitingLeft(long entryId) {

}
