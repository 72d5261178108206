package fr.medecinproche.account;

import java.util.Locale;

/**
 * A link about the second factor is to be sent. Published inside the transaction.
 *
 * @param accountId the account
 * @param email where the link goes
 * @param displayName whom the message greets
 * @param purpose {@link LinkPurpose#SIGN_IN}, at {@code /compte/connexion/lien/{secret}},
 * or {@link LinkPurpose#DROP_SECOND_FACTOR}, at {@code /compte/telephone-perdu/{secret}}
 * @param secret what the link carries; to be written nowhere but in the message
 * @param locale the language of the message
 */
public record SecondFactorLinkRequested(long accountId, String email, String displayName, LinkPurpose purpose,
		String secret, Locale locale) {
}
