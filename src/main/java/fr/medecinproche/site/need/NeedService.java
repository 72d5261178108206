package fr.medecinproche.site.need;

import java.sql.Types;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;

import fr.medecinproche.site.Author;
import fr.medecinproche.site.ConsultationSites;
import fr.medecinproche.site.DayPart;
import fr.medecinproche.site.NoNeed;
import fr.medecinproche.site.SiteJournal;
import fr.medecinproche.site.SiteRefusedException;
import fr.medecinproche.site.SiteRefusedException.Reason;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets a site say how much help it wants, and when it wants none. What a doctor has taken
 * before stays taken: the agency sees it and decides.
 */
@Service("siteNeedService") // zones have a need, too
@Transactional
public class NeedService {

	private static final int MOST_DAYS = 366;

	private final SiteWishes wishes;

	private final ConsultationSites sites;

	private final SiteJournal journal;

	private final Author author;

	private final JdbcClient jdbc;

	private final Clock clock;

	NeedService(SiteWishes wishes, ConsultationSites sites, SiteJournal journal, Author author, JdbcClient jdbc,
			Clock clock) {
		this.wishes = wishes;
		this.sites = sites;
		this.journal = journal;
		this.author = author;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Says how many half-days of help a site wishes for in a week.
	 * @param siteId the site
	 * @param monday the first day of the week, this week or later
	 * @param halfDays how many, 1 to 40; null takes back what was said
	 * @param note anything else
	 * @throws SiteRefusedException when the week is over or does not begin on a Monday
	 */
	public void wish(long siteId, LocalDate monday, @Nullable Integer halfDays, @Nullable String note) {
		if (monday.getDayOfWeek() != DayOfWeek.MONDAY || monday.isBefore(this.wishes.thisMonday())) {
			throw new SiteRefusedException(Reason.DAYS_OUT_OF_ORDER);
		}
		this.journal.note("wished", this.sites.lock(siteId).orElseThrow(), String.valueOf(monday));
		if (halfDays == null) {
			this.jdbc.sql("delete from site_week_need where site_id = :site and monday = :monday")
				.param("site", siteId)
				.param("monday", monday)
				.update();
			return;
		}
		this.jdbc.sql("""
				insert into site_week_need (site_id, monday, half_days, note, said_by, said_at)
				values (:site, :monday, :halfDays, :note, :author, :now)
				on conflict (site_id, monday) do update set half_days = excluded.half_days, note = excluded.note,
				  said_by = excluded.said_by, said_at = excluded.said_at""")
			.param("site", siteId)
			.param("monday", monday)
			.param("halfDays", halfDays)
			.param("note", note, Types.VARCHAR)
			.param("author", this.author.id(), Types.BIGINT)
			.param("now", OffsetDateTime.now(this.clock))
			.update();
	}

	/**
	 * Says that nobody is wanted on some days. Said twice, it is said once.
	 * @param siteId the site
	 * @param from the first of them, not over
	 * @param until the last of them, a year later at most
	 * @param period only the mornings or the afternoons, null for whole days
	 * @param reason why
	 * @return how many half-days a doctor has already taken then: they stay
	 * @throws SiteRefusedException when the days are out of order
	 */
	public int wantNobody(long siteId, LocalDate from, LocalDate until, @Nullable DayPart period, String reason) {
		if (from.isBefore(LocalDate.now(this.clock)) || until.isBefore(from)
				|| until.isAfter(from.plusDays(MOST_DAYS))) {
			throw new SiteRefusedException(Reason.DAYS_OUT_OF_ORDER);
		}
		// whoever takes a half-day here at this instant waits, or is counted
		var site = this.sites.lock(siteId).orElseThrow();
		this.jdbc.sql("""
				insert into site_no_need (site_id, from_day, until_day, period, reason, said_by, said_at)
				values (:site, :from, :until, :period, :reason, :author, :now)
				on conflict on constraint site_no_need_once do update set reason = excluded.reason""")
			.param("site", siteId)
			.param("from", from)
			.param("until", until)
			.param("period", (period != null) ? period.name() : null, Types.VARCHAR)
			.param("reason", reason)
			.param("author", this.author.id(), Types.BIGINT)
			.param("now", OffsetDateTime.now(this.clock))
			.update();
		this.journal.note("unwanted", site, from + " – " + until);
		var said = new NoNeed(0, from, until, period, reason);
		return (int) this.wishes.unwantedTaken(siteId)
			.stream()
			.filter((taken) -> said.covers(taken.day(), taken.period()))
			.count();
	}

	/**
	 * Takes it back: help is welcome again on those days.
	 * @param siteId the site
	 * @param id what was said
	 * @return whether the site had said it
	 */
	public boolean wantAgain(long siteId, long id) {
		boolean said = this.jdbc.sql("delete from site_no_need where site_id = :site and id = :id")
			.param("site", siteId)
			.param("id", id)
			.update() == 1;
		if (said) {
			this.journal.note("wanted", this.sites.lock(siteId).orElseThrow(), null);
		}
		return said;
	}

}
