package fr.medecinproche.site.preparation;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;

import fr.medecinproche.site.Author;
import fr.medecinproche.site.ConsultationSites;
import fr.medecinproche.site.SiteJournal;
import fr.medecinproche.site.SiteRefusedException;
import fr.medecinproche.site.SiteRefusedException.Reason;
import fr.medecinproche.site.SiteService;
import fr.medecinproche.site.SiteStatus;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes a site's checklist, one line at a time. A site that was ready and misses
 * something again is being prepared again.
 */
@Service
@Transactional
public class PreparationService {

	private final SitePreparation preparation;

	private final ConsultationSites sites;

	private final SiteService life;

	private final SiteJournal journal;

	private final Author author;

	private final JdbcClient jdbc;

	private final Clock clock;

	PreparationService(SitePreparation preparation, ConsultationSites sites, SiteService life, SiteJournal journal,
			Author author, JdbcClient jdbc, Clock clock) {
		this.preparation = preparation;
		this.sites = sites;
		this.life = life;
		this.journal = journal;
		this.author = author;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Says where a line stands, and who does what. Whoever may see the site is the
	 * caller's business.
	 * @param siteId the site
	 * @param item which line
	 * @param note what is said
	 * @throws SiteRefusedException when what every site must have is not needed, for no
	 * reason
	 */
	public void note(long siteId, ReadinessItem item, ReadinessNote note) {
		if (note.state() == ReadinessState.NOT_NEEDED && !item.isOptional() && note.note() == null) {
			throw new SiteRefusedException(Reason.NOT_NEEDED_WITHOUT_REASON);
		}
		// whoever declares the site ready at this instant waits, or has gone first
		var site = this.sites.lock(siteId).orElseThrow();
		write(siteId, item, note);
		this.journal.note("prepared", site, this.journal.say("site.ReadinessItem." + item) + ", "
				+ this.journal.say("site.ReadinessState." + note.state()));
		if (site.getStatus() == SiteStatus.READY && !this.preparation.missing(siteId).isEmpty()) {
			this.life.prepare(siteId, null);
		}
	}

	/**
	 * Says that a line is done, all else staying as it was.
	 * @param siteId the site
	 * @param item which line
	 */
	public void done(long siteId, ReadinessItem item) {
		var line = this.preparation.of(siteId, item).orElseThrow();
		note(siteId, item, line.note(ReadinessState.READY));
	}

	/**
	 * Says until when all that is missing is to be there; days that were agreed stay.
	 * @param siteId the site
	 * @param due the day, not over
	 * @return of how many lines it was said
	 * @throws SiteRefusedException when the day is over
	 */
	public int agree(long siteId, LocalDate due) {
		if (due.isBefore(LocalDate.now(this.clock))) {
			throw new SiteRefusedException(Reason.DAYS_OUT_OF_ORDER);
		}
		var site = this.sites.lock(siteId).orElseThrow();
		int said = this.jdbc.sql("""
				insert into site_readiness (site_id, item, state, party, responsible, due, note, changed_by, changed_at)
				select p.site_id, p.item, p.state, p.party, p.responsible, :due, p.note, :author, :now
				from site_to_prepare p where p.site_id = :site and p.due is null
				on conflict (site_id, item) do update set due = excluded.due, changed_by = excluded.changed_by,
				  changed_at = excluded.changed_at""")
			.param("site", siteId)
			.param("due", due)
			.param("author", this.author.id(), Types.BIGINT)
			.param("now", OffsetDateTime.now(this.clock))
			.update();
		this.journal.note("dated", site, due.toString());
		return said;
	}

	private void write(long siteId, ReadinessItem item, ReadinessNote note) {
		this.jdbc.sql("""
				insert into site_readiness (site_id, item, state, party, responsible, due, note, changed_by, changed_at)
				values (:site, :item, :state, :party, :responsible, :due, :note, :author, :now)
				on conflict (site_id, item) do update set state = excluded.state, party = excluded.party,
				  responsible = excluded.responsible, due = excluded.due, note = excluded.note,
				  changed_by = excluded.changed_by, changed_at = excluded.changed_at""")
			.param("site", siteId)
			.param("item", item.name())
			.param("state", note.state().name())
			.param("party", note.party().name())
			.param("responsible", note.responsible(), Types.VARCHAR)
			.param("due", note.due(), Types.DATE)
			.param("note", note.note(), Types.VARCHAR)
			.param("author", this.author.id(), Types.BIGINT)
			.param("now", OffsetDateTime.now(this.clock))
			.update();
	}

}
