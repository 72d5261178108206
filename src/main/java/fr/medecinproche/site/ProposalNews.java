package fr.medecinproche.site;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Something the person who proposed a place is written.
 *
 * @param proposalId the proposal
 * @param kind what about
 * @param email where they are written to
 * @param proposer how they are called
 * @param organisation what they proposed
 * @param text the question or the reason, empty when there is none
 * @param link what the link carries, null without one
 * @param locale their language
 */
public record ProposalNews(long proposalId, Kind kind, String email, String proposer, String organisation, String text,
		@Nullable String link, Locale locale) {

	/** What they are written about. */
	public enum Kind {

		SENT, ASKED, ACCEPTED, DECLINED

	}

}
