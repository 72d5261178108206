package fr.medecinproche.site;

import java.time.Clock;
import java.util.Locale;

import fr.medecinproche.site.SiteRefusedException.Reason;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Moves sites along their life and keeps how they came there.
 */
@Component
class SiteCourse {

	private final ConsultationSites sites;

	private final SiteMoves moves;

	private final SiteJournal journal;

	private final Author author;

	private final JdbcClient jdbc;

	private final Clock clock;

	SiteCourse(ConsultationSites sites, SiteMoves moves, SiteJournal journal, Author author, JdbcClient jdbc,
			Clock clock) {
		this.sites = sites;
		this.moves = moves;
		this.journal = journal;
		this.author = author;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** A site's first line. */
	ConsultationSite begin(ConsultationSite site) {
		var saved = this.sites.save(site);
		this.moves.save(new SiteMove(saved, null, this.author.id()));
		this.journal.note("created", saved, null);
		return saved;
	}

	/**
	 * Moves a site by one step.
	 * @param site the site
	 * @param next where it will stand
	 * @throws SiteRefusedException when no such step leads there, or something is missing
	 */
	void move(ConsultationSite site, SiteStatus next) {
		// two steps of one transaction are two statements, and the checklist is read by
		// SQL
		this.sites.flush();
		var from = site.getStatus();
		if (from.leadsTo(next) && (next == SiteStatus.READY || from == SiteStatus.READY && next == SiteStatus.OPEN)) {
			refuseUnlessReady(site);
		}
		site.moveTo(next, this.clock);
		this.moves.save(new SiteMove(site, from, this.author.id()));
		this.journal.note(next.name().toLowerCase(Locale.ROOT), site, null);
	}

	private void refuseUnlessReady(ConsultationSite site) {
		int missing = this.jdbc.sql("select count(*) from site_preparation where site_id = ? and missing")
			.param(site.getId())
			.query(Integer.class)
			.single();
		if (missing > 0) {
			throw new SiteRefusedException(Reason.NOT_READY, missing);
		}
	}

}
