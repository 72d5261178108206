package fr.medecinproche.account;

import java.util.Locale;

/**
 * Somebody closes their account. Published inside the transaction, before the account
 * forgets who it was of: rooms that keep something of the person forget it, or end it,
 * now. {@link ClosingObstacle Obstacles} are looked at once they have.
 *
 * @param accountId the account
 * @param email where its owner is told, for the last time
 * @param displayName whom the message greets
 * @param locale the language of the message
 */
public record AccountClosed(long accountId, String email, String displayName, Locale locale) {
}
