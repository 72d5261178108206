package fr.medecinproche.site.preparation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What sites have and what they still need: reads the view {@code site_preparation}.
 */
@Component
public class SitePreparation {

	private final JdbcClient jdbc;

	SitePreparation(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The checklist of a site.
	 * @param siteId the site
	 * @return every line, in order
	 */
	public List<ReadinessLine> of(long siteId) {
		return this.jdbc.sql("select * from site_preparation where site_id = ? order by place")
			.param(siteId)
			.query(SitePreparation::line)
			.list();
	}

	/**
	 * One line of it.
	 * @param siteId the site
	 * @param item which
	 * @return empty when there is no such site
	 */
	public Optional<ReadinessLine> of(long siteId, ReadinessItem item) {
		return of(siteId).stream().filter((line) -> line.item() == item).findFirst();
	}

	/**
	 * What a site cannot be ready without.
	 * @param siteId the site
	 * @return what is missing, in order
	 */
	public List<ReadinessItem> missing(long siteId) {
		return of(siteId).stream().filter(ReadinessLine::missing).map(ReadinessLine::item).toList();
	}

	private static ReadinessLine line(ResultSet row, int number) throws SQLException {
		var changed = row.getObject("changed_at", OffsetDateTime.class);
		return new ReadinessLine(ReadinessItem.valueOf(row.getString("item")), row.getBoolean("required"),
				ReadinessState.valueOf(row.getString("state")), row.getBoolean("said"),
				Party.valueOf(row.getString("party")), row.getString("responsible"),
				row.getObject("due", LocalDate.class), row.getString("note"),
				(changed != null) ? changed.toInstant() : null, row.getBoolean("missing"));
	}

}
