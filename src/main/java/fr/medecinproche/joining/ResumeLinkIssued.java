package fr.medecinproche.joining;

import java.time.Instant;
import java.util.Locale;

/**
 * Somebody's draft can be taken up again by a link, which only its address is sent.
 * Published inside the transaction.
 *
 * @param draftId the draft
 * @param occasion why it is sent
 * @param email where the message goes
 * @param displayName whom the message greets
 * @param link the secret of the link
 * @param startedAt when the draft was begun
 * @param expiresAt when it will be forgotten, if nothing is done
 * @param locale the language of the message
 */
public record ResumeLinkIssued(long draftId, Occasion occasion, String email, String displayName, String link,
		Instant startedAt, Instant expiresAt, Locale locale) {

	/**
	 * Why a link is sent.
	 */
	public enum Occasion {

		/** The first step was done. */
		STARTED,
		/** Somebody asked for it. */
		ASKED,
		/** The draft was left alone. */
		REMINDED

	}

}
