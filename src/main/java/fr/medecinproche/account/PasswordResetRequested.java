package fr.medecinproche.account;

import java.util.Locale;

/**
 * A link to choose a new password is to be sent. Published inside the transaction.
 *
 * @param accountId the account
 * @param email where the link goes
 * @param displayName whom the message greets
 * @param secret what the link {@code /compte/mot-de-passe/{secret}} carries; to be
 * written nowhere but in the message
 * @param locale the language of the message
 */
public record PasswordResetRequested(long accountId, String email, String displayName, String secret, Locale locale) {
}
