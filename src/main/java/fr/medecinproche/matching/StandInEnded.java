package fr.medecinproche.matching;

/**
 * The search for a stand-in is over; who was invited and has not answered is told.
 *
 * @param requestId the search, which says how it ended
 */
public record StandInEnded(long requestId) {

}
