package fr.medecinproche.site;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who changed what of the descriptions of sites, field by field.
 */
@Component
public class SiteEdits {

	private final SiteJournal journal;

	private final Author author;

	private final JdbcClient jdbc;

	private final Clock clock;

	SiteEdits(SiteJournal journal, Author author, JdbcClient jdbc, Clock clock) {
		this.journal = journal;
		this.author = author;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Keeps what a description changed. The version is the one before the change. */
	void keep(ConsultationSite site, Map<String, String> before) {
		var after = site.getDescription().texts();
		var changed = after.keySet().stream().filter((field) -> !after.get(field).equals(before.get(field))).toList();
		if (changed.isEmpty()) {
			return;
		}
		var edit = this.jdbc.sql("""
				insert into site_edit (site_id, version, author_id, edited_at) values (?, ?, ?, ?) returning id""")
			.params(site.getId(), site.getVersion(), this.author.id(), OffsetDateTime.now(this.clock))
			.query(Long.class)
			.single();
		changed.forEach((field) -> this.jdbc
			.sql("insert into site_edit_field (edit_id, field, before, after) values (?, ?, ?, ?)")
			.params(edit, field, before.get(field), after.get(field))
			.update());
		this.journal.note("described", site,
				changed.stream()
					.map((field) -> this.journal.say("site.field." + field))
					.collect(Collectors.joining(", ")));
	}

	boolean isEditedSince(long siteId, int version) {
		return this.jdbc.sql("select exists (select from site_edit where site_id = ? and version >= ?)")
			.params(siteId, version)
			.query(Boolean.class)
			.single();
	}

	boolean hasComingStops(long siteId) {
		return this.jdbc.sql("select exists (select from site_stop where site_id = ? and day >= ?)")
			.params(siteId, LocalDate.now(this.clock))
			.query(Boolean.class)
			.single();
	}

	/**
	 * What the fields were that somebody has changed since.
	 * @param siteId the site
	 * @param version the version of the site that was seen
	 * @return texts by field, as they were seen
	 */
	public SequencedMap<String, String> changedSince(long siteId, int version) {
		var seen = new LinkedHashMap<String, String>();
		this.jdbc.sql("""
				select f.field, f.before from site_edit e join site_edit_field f on f.edit_id = e.id
				where e.site_id = ? and e.version >= ? order by e.id""")
			.params(siteId, version)
			.query((row, number) -> seen.putIfAbsent(row.getString("field"),
					Objects.requireNonNull(row.getString("before"))))
			.list();
		return seen;
	}

	/**
	 * Who has changed a description since.
	 * @param siteId the site
	 * @param version the version of the site that was seen
	 * @return the latest change first
	 */
	public List<Edit> since(long siteId, int version) {
		return this.jdbc.sql("""
				select a.display_name as author, e.edited_at at time zone 'Europe/Paris' as edited_at
				from site_edit e left join account a on a.id = e.author_id
				where e.site_id = ? and e.version >= ? order by e.id desc""")
			.params(siteId, version)
			.query(Edit.class)
			.list();
	}

	/**
	 * Somebody's change of a description.
	 *
	 * @param author how they are called, null when their account is gone
	 * @param editedAt when, in mainland France
	 */
	public record Edit(@Nullable String author, LocalDateTime editedAt) {
	}

}
