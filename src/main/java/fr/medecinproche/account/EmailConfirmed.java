package fr.medecinproche.account;

/**
 * Whoever holds an account has shown that its address is theirs.
 *
 * @param accountId the account
 */
public record EmailConfirmed(long accountId) {

}
