package fr.medecinproche.waiting;

/**
 * A freed time is held for somebody who waits.
 *
 * @param offerId the offer
 * @param link the secret of a link to their page; kept nowhere else than in the message
 * it is sent in
 */
public record OfferMade(long offerId, String link) {

}
