package fr.medecinproche.account;

import java.util.Locale;

/**
 * The owner of an account wants another address: the new one is sent the link that
 * confirms, the old one a warning with the link that stops. Published inside the
 * transaction.
 *
 * @param accountId the account
 * @param oldEmail the address so far
 * @param newEmail the address to be
 * @param displayName whom the messages greet
 * @param confirmSecret what {@code /compte/adresse/confirmation/{secret}} carries; to be
 * written nowhere but in the message to the new address
 * @param stopSecret what {@code /compte/adresse/arret/{secret}} carries; to be written
 * nowhere but in the message to the old address
 * @param newIsFree whether the new address has no account; otherwise its owner is told
 * so, and gets no link
 * @param locale the language of the messages
 */
public record EmailChangeRequested(long accountId, String oldEmail, String newEmail, String displayName,
		String confirmSecret, String stopSecret, boolean newIsFree, Locale locale) {
}
