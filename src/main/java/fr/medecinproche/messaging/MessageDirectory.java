package fr.medecinproche.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;

import fr.medecinproche.account.SignedIn;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The messages an agent sees: those about a visit to a site within their sight, and, for
 * whoever sees a whole region, those that are about no site. Whom they go to and what
 * they say is nobody's business here.
 */
@Component
public class MessageDirectory {

	private static final String SEEN = """
			from outbox_message m
			left join appointment a on a.id = m.appointment_id
			left join half_day_slot h on h.id = a.slot_id
			left join consultation_site s on s.id = coalesce(h.site_id, m.site_id)
			left join commune c on c.insee = s.commune
			where (cast(:perimeter as text) is null or (s.id is null and :region)
			  or c.departement in (select departement from perimeter_departement where perimeter = cast(:perimeter as text)))
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	MessageDirectory(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * How many messages were given up: somebody tries again, or reaches the person
	 * otherwise.
	 * @param agent who looks
	 * @return their number
	 */
	public long failed(SignedIn agent) {
		return seen("select count(*) " + SEEN + "and m.status = 'FAILED'", agent).query(Long.class).single();
	}

	/**
	 * Whether an agent may have a message tried again.
	 * @param id any number
	 * @param agent who asks
	 * @return {@code false} when there is no such message in their sight
	 */
	public boolean sees(long id, SignedIn agent) {
		return seen("select exists (select " + SEEN + "and m.id = :id)", agent).param("id", id)
			.query(Boolean.class)
			.single();
	}

	/**
	 * Messages in given states, the newest first.
	 * @param statuses the states, at least one
	 * @param agent who looks
	 * @param page which ones
	 * @return a page of them
	 */
	public Page<Line> page(Collection<MessageStatus> statuses, SignedIn agent, Pageable page) {
		var names = statuses.stream().map(Enum::name).toList();
		var lines = seen("""
				select m.id, m.dedup_key, m.created_at, m.channel, m.status, m.attempts, m.last_error, s.id as site_id,
				  s.nom as site, h.day,
				  m.status = 'FAILED' and m.not_after > :now and m.body_text is not null as worth_retrying
				""" + SEEN + "and m.status in (:statuses) order by m.created_at desc, m.id desc "
				+ "limit :limit offset :offset", agent)
			.param("now", Timestamp.from(this.clock.instant()))
			.param("statuses", names)
			.param("limit", page.getPageSize())
			.param("offset", page.getOffset())
			.query(MessageDirectory::line)
			.list();
		var total = seen("select count(*) " + SEEN + "and m.status in (:statuses)", agent).param("statuses", names)
			.query(Long.class)
			.single();
		return new PageImpl<>(lines, page, total);
	}

	private JdbcClient.StatementSpec seen(String sql, SignedIn agent) {
		return this.jdbc.sql(sql).param("perimeter", agent.perimeter()).param("region", agent.seesWholeRegion());
	}

	private static Line line(ResultSet row, int number) throws SQLException {
		return new Line(row.getLong("id"), row.getObject("created_at", OffsetDateTime.class).toInstant(),
				MessageTopic.of(row.getString("dedup_key")), row.getObject("site_id", Long.class),
				row.getString("site"), row.getObject("day", LocalDate.class), Channel.valueOf(row.getString("channel")),
				MessageStatus.valueOf(row.getString("status")), row.getInt("attempts"), row.getString("last_error"),
				row.getBoolean("worth_retrying"));
	}

	/**
	 * A message.
	 *
	 * @param topic what it is about
	 * @param siteId the site of the visit it is about
	 * @param site its name
	 * @param day the day of that visit
	 * @param worthRetrying whether it has failed and is still useful
	 */
	public record Line(long id, Instant createdAt, MessageTopic topic, @Nullable Long siteId, @Nullable String site,
			@Nullable LocalDate day, Channel channel, MessageStatus status, int attempts, @Nullable String lastError,
			boolean worthRetrying) {
	}

}
