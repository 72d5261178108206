package fr.medecinproche.site;

import java.time.LocalDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads how sites came to stand where they stand.
 */
@Component
public class SiteHistory {

	private final JdbcClient jdbc;

	SiteHistory(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The life of a site so far.
	 * @param siteId the site
	 * @return the latest step first
	 */
	public List<Step> of(long siteId) {
		return this.jdbc.sql("""
				select m.from_status, m.to_status, a.display_name as author,
				  m.moved_at at time zone 'Europe/Paris' as moved_at
				from site_move m left join account a on a.id = m.author_id where m.site_id = ? order by m.id desc""")
			.param(siteId)
			.query(Step.class)
			.list();
	}

	/**
	 * A step of a site's life.
	 *
	 * @param fromStatus where it stood, null when it was created
	 * @param toStatus where it stood then
	 * @param author who did it, null when nobody is known
	 * @param movedAt when, in mainland France
	 */
	public record Step(@Nullable SiteStatus fromStatus, SiteStatus toStatus, @Nullable String author,
			LocalDateTime movedAt) {
	}

}
