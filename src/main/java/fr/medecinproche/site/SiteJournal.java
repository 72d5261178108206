package fr.medecinproche.site;

import java.util.Locale;

import fr.medecinproche.journal.Act;
import fr.medecinproche.journal.Journal;
import fr.medecinproche.territory.Commune;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Notes in the journal what is done to sites.
 */
@Component
public class SiteJournal {

	private final Journal journal;

	private final MessageSource messages;

	SiteJournal(Journal journal, MessageSource messages) {
		this.journal = journal;
		this.messages = messages;
	}

	/**
	 * Notes what somebody did to a site.
	 * @param action the end of the action's name, as in {@code journal.act.site.opened}
	 * @param site the site
	 * @param detail what changed, null when there is nothing more to say
	 */
	public void note(String action, ConsultationSite site, @Nullable String detail) {
		this.journal.note(new Act("site." + action, "site:" + site.getId(), site.getNom(),
				site.getCommune().getDepartement().getCode(), detail));
	}

	/**
	 * Notes what somebody did to a proposal.
	 * @param action the end of the action's name
	 * @param proposalId the proposal
	 * @param organisation what was proposed
	 * @param commune where
	 * @param detail what changed, null when there is nothing more to say
	 */
	public void note(String action, long proposalId, String organisation, Commune commune, @Nullable String detail) {
		this.journal.note(new Act("site." + action, "proposal:" + proposalId, organisation,
				commune.getDepartement().getCode(), detail));
	}

	/**
	 * What the journal's readers read: the language of the service.
	 * @param key of a message without arguments
	 * @return the message
	 */
	public String say(String key) {
		return this.messages.getMessage(key, null, Locale.FRENCH);
	}

}
