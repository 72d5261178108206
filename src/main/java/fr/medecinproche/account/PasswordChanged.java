package fr.medecinproche.account;

import java.util.Locale;

/**
 * An account has another password. Published inside the transaction.
 *
 * @param accountId the account
 * @param email where its owner is told
 * @param displayName whom the message greets
 * @param locale the language of the message
 */
public record PasswordChanged(long accountId, String email, String displayName, Locale locale) {

	static PasswordChanged of(Account account) {
		return new PasswordChanged(account.id(), account.email().value(), account.displayName(), account.locale());
	}

}
