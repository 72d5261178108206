package fr.medecinproche.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import fr.medecinproche.schedule.QuietHours;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Watches whether messages leave.
 */
@Service
public class OutboxHealth {

	private static final Duration PATIENCE = Duration.ofHours(1);

	private final JdbcClient jdbc;

	private final Clock clock;

	OutboxHealth(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * How each channel does. What waits for the end of the quiet hours is not late until
	 * an hour after them.
	 * @return the channels something waits for
	 */
	public List<ChannelHealth> channels() {
		var now = this.clock.instant();
		var hourAgo = now.minus(PATIENCE);
		return this.jdbc.sql("""
				select channel, count(*) as waiting, min(created_at) as oldest,
				  coalesce(min(created_at) filter (where not (by_day and :night)) < :hourAgo, false)
				  and not exists (select 1 from outbox_message gone where gone.channel = due.channel
				    and gone.settled_at >= :hourAgo and gone.status in ('SENT', 'RECORDED')) as stuck
				from outbox_message due where status = 'PENDING' and channel <> 'CALL'
				group by channel order by channel
				""")
			.param("night", QuietHours.include(now) || QuietHours.include(hourAgo))
			.param("hourAgo", hourAgo.atOffset(ZoneOffset.UTC))
			.query(OutboxHealth::channel)
			.list();
	}

	private static ChannelHealth channel(ResultSet row, int number) throws SQLException {
		return new ChannelHealth(Channel.valueOf(row.getString("channel")), row.getLong("waiting"),
				row.getObject("oldest", OffsetDateTime.class).toInstant(), row.getBoolean("stuck"));
	}

}
