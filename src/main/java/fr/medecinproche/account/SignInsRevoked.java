package fr.medecinproche.account;

/**
 * Whoever is signed in to the account is so no longer.
 *
 * @param accountId the account
 */
record SignInsRevoked(long accountId) {
}
