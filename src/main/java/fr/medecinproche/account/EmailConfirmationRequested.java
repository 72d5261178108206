package fr.medecinproche.account;

import java.util.Locale;

/**
 * A link that confirms an address is to be sent. Published inside the transaction.
 *
 * @param accountId the account
 * @param email where the link goes
 * @param displayName whom the message greets
 * @param secret what the link {@code /compte/confirmation/{secret}} carries; to be
 * written nowhere but in the message
 * @param locale the language of the message
 */
public record EmailConfirmationRequested(long accountId, String email, String displayName, String secret,
		Locale locale) {
}
