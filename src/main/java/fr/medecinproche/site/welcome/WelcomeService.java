package fr.medecinproche.site.welcome;

import java.time.Clock;

import fr.medecinproche.site.Author;
import fr.medecinproche.site.ConsultationSites;
import fr.medecinproche.site.SiteJournal;
import fr.medecinproche.site.SiteRefusedException;
import fr.medecinproche.site.SiteRefusedException.Reason;
import fr.medecinproche.site.WelcomeWords;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the welcome sheets, for the agency and for the people of the place.
 */
@Service
@Transactional
public class WelcomeService {

	private final WelcomeSheets sheets;

	private final ConsultationSites sites;

	private final SiteJournal journal;

	private final Author author;

	private final Clock clock;

	WelcomeService(WelcomeSheets sheets, ConsultationSites sites, SiteJournal journal, Author author, Clock clock) {
		this.sheets = sheets;
		this.sites = sites;
		this.journal = journal;
		this.author = author;
		this.clock = clock;
	}

	/**
	 * Writes the sheet of a site anew. Whoever may see the site is the caller's business.
	 * @param siteId the site
	 * @param version the version that was read, -1 when there was none
	 * @param words all it says
	 * @throws SiteRefusedException when somebody else wrote it meanwhile
	 */
	public void write(long siteId, int version, WelcomeWords words) {
		// of two first versions, the second waits and is told
		var site = this.sites.lock(siteId).orElseThrow();
		var known = this.sheets.findById(siteId);
		if (known.map(WelcomeSheet::getVersion).orElse(-1) != version) {
			throw new SiteRefusedException(Reason.CHANGED_MEANWHILE);
		}
		var now = this.clock.instant();
		var sheet = known.orElseGet(() -> new WelcomeSheet(siteId, now));
		sheet.say(words, this.author.id(), now);
		this.sheets.save(sheet);
		this.journal.note("welcomed", site, null);
	}

}
