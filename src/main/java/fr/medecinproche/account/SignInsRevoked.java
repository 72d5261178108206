package fr.medecinproche.account;

import org.jspecify.annotations.Nullable;

/**
 * Whoever is signed in to the account is so no longer.
 *
 * @param accountId the account
 * @param butSession the session that goes on, if one does
 */
record SignInsRevoked(long accountId, @Nullable String butSession) {

	static SignInsRevoked all(long accountId) {
		return new SignInsRevoked(accountId, null);
	}

}
