package fr.medecinproche.account;

import java.util.Locale;

/**
 * Somebody registered with the address of an account there is already: only the address's
 * owner is told, by a message that says how to sign in or choose a new password.
 * Published inside the transaction.
 *
 * @param accountId the account there is
 * @param email where the message goes
 * @param displayName whom the message greets
 * @param locale the language of the message
 */
public record RegistrationRepeated(long accountId, String email, String displayName, Locale locale) {
}
