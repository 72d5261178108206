package fr.medecinproche.people;

import java.util.Locale;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.journal.Act;
import fr.medecinproche.journal.Journal;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Remembers who took the journal away.
 */
@Service
public class JournalExports {

	private final Journal journal;

	private final MessageSource messages;

	JournalExports(Journal journal, MessageSource messages) {
		this.journal = journal;
		this.messages = messages;
	}

	/**
	 * Notes that somebody took what they see of the journal away.
	 * @param reader who is signed in
	 */
	@Transactional
	public void note(SignedIn reader) {
		this.journal.note(new Act("people.journalTaken", "journal",
				this.messages.getMessage("people.journal.title", null, Locale.FRENCH), reader.departement()));
	}

}
