package fr.medecinproche.account;

import java.util.Locale;

/**
 * The second factor of an account was turned on or off, or somebody who knows the
 * password guesses at it. Published inside the transaction.
 *
 * @param accountId the account
 * @param email where its owner is told
 * @param displayName whom the message greets
 * @param change what happened
 * @param locale the language of the message
 */
public record SecondFactorSwitched(long accountId, String email, String displayName, Change change, Locale locale) {

	static SecondFactorSwitched of(Account account, Change change) {
		return new SecondFactorSwitched(account.id(), account.email().value(), account.displayName(), change,
				account.locale());
	}

	/**
	 * What happened.
	 */
	public enum Change {

		ON, OFF, GUESSED

	}

}
