package fr.medecinproche.site.preparation;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import fr.medecinproche.site.preparation.HostReminders.Host;
import fr.medecinproche.site.preparation.HostReminders.Task;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * When the people of sites were reminded, whom to write to, and of what: table
 * {@code site_reminder}, view {@code site_to_prepare}.
 */
@Component
class ReminderNotes {

	static final int PAGE = 50;

	private static final String HOSTS = """
			from site_posting h join account a on a.id = h.account_id where h.site_id = s.id
			and a.email_confirmed_at is not null and a.suspended_at is null and a.closed_at is null
			""";

	/** Sites another transaction holds are for tomorrow. */
	private static final String NOTE_DUE = """
			with due as (
			  select s.id from consultation_site s
			  where exists (select from site_to_prepare p where p.site_id = s.id and p.party <> 'AGENCY'
			      and (p.due <= :soon or p.due is null and (s.status_since at time zone 'Europe/Paris')::date <= :since))
			    and exists (select %s)
			    and not exists (select from site_reminder r where r.site_id = s.id and r.written_on > :notAfter)
			    and (select count(*) from site_reminder r where r.site_id = s.id and r.asked_by is null
			      and r.written_on >= (s.status_since at time zone 'Europe/Paris')::date) < :maximum
			  order by s.id limit :page for no key update of s skip locked)
			insert into site_reminder (site_id, written_on) select id, :today from due
			on conflict do nothing returning site_id
			"""
		.formatted(HOSTS);

	private final JdbcClient jdbc;

	private final ReminderPace pace;

	private final Clock clock;

	ReminderNotes(JdbcClient jdbc, ReminderPace pace, Clock clock) {
		this.jdbc = jdbc;
		this.pace = pace;
		this.clock = clock;
	}

	/** Notes that the people of the next few sites are reminded today. */
	List<Long> noteDue() {
		var today = LocalDate.now(this.clock);
		return this.jdbc.sql(NOTE_DUE)
			.param("soon", today.plusDays(this.pace.ahead()))
			.param("since", today.minusDays(this.pace.after()))
			.param("notAfter", today.minusDays(this.pace.every()))
			.param("maximum", this.pace.maximum())
			.param("today", today)
			.param("page", PAGE)
			.query(Long.class)
			.list();
	}

	/** Notes that an agent has them reminded today; false when it is too soon. */
	boolean note(long siteId, @Nullable Long author) {
		var today = LocalDate.now(this.clock);
		return this.jdbc.sql("""
				insert into site_reminder (site_id, written_on, asked_by) select :site, :today, :author
				where not exists (select from site_reminder r where r.site_id = :site and r.written_on > :notAfter)
				on conflict do nothing""")
			.param("site", siteId)
			.param("today", today)
			.param("author", author, Types.BIGINT)
			.param("notAfter", today.minusDays(this.pace.gap()))
			.update() == 1;
	}

	/** What is the people's of the place, or the commune's, to do. */
	List<Task> tasks(long siteId) {
		return this.jdbc
			.sql("select item, due from site_to_prepare where site_id = ? and party <> 'AGENCY' order by place")
			.param(siteId)
			.query(Task.class)
			.list();
	}

	List<Host> hosts(long siteId) {
		return this.jdbc
			.sql("select a.id, a.email, a.display_name as name, a.locale, s.nom as site from consultation_site s "
					+ "cross join lateral (select a.* " + HOSTS + ") a where s.id = ? order by a.id")
			.param(siteId)
			.query(Host.class)
			.list();
	}

}
