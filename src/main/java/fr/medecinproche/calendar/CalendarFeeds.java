package fr.medecinproche.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

import fr.medecinproche.account.AccountClosed;
import fr.medecinproche.account.Secret;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The secret addresses doctors' calendars read. Each doctor has one at a time; only its
 * hash is kept.
 */
@Service
@Transactional
public class CalendarFeeds {

	private final JdbcClient jdbc;

	private final Clock clock;

	CalendarFeeds(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Opens an address; the one before, if any, leads nowhere from now on. The same
	 * secret again changes nothing.
	 * @param volunteerId whose calendar it is
	 * @param secret drawn for this address and nothing else
	 */
	public void open(long volunteerId, Secret secret) {
		this.jdbc.sql("""
				insert into calendar_feed (volunteer_id, secret_hash, created_at) values (:volunteer, :hash, :now)
				on conflict (volunteer_id) do update
				set secret_hash = excluded.secret_hash, created_at = excluded.created_at
				where calendar_feed.secret_hash <> excluded.secret_hash""")
			.param("volunteer", volunteerId)
			.param("hash", secret.hash())
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
	}

	/**
	 * Closes the address; without one nothing changes.
	 * @param volunteerId whose calendar it is
	 */
	public void close(long volunteerId) {
		this.jdbc.sql("delete from calendar_feed where volunteer_id = ?").param(volunteerId).update();
	}

	/** Whoever leaves is not read about any more, and leaves no key behind. */
	@EventListener
	void on(AccountClosed event) {
		this.jdbc.sql("delete from calendar_feed where volunteer_id = (select id from volunteer where account_id = ?)")
			.param(event.accountId())
			.update();
	}

	/**
	 * When the address was opened.
	 * @param volunteerId whose calendar it is
	 * @return empty when there is none
	 */
	@Transactional(readOnly = true)
	public Optional<Instant> openedAt(long volunteerId) {
		return this.jdbc.sql("select created_at from calendar_feed where volunteer_id = ?")
			.param(volunteerId)
			.query(OffsetDateTime.class)
			.optional()
			.map(OffsetDateTime::toInstant);
	}

	/**
	 * Whose calendar an address leads to.
	 * @param secret as it came in the address
	 * @return empty for an address nobody was given, that was closed or replaced, or
	 * whose doctor may no longer sign in
	 */
	@Transactional(readOnly = true)
	public Optional<Reader> behind(Secret secret) {
		return this.jdbc.sql("""
				select f.volunteer_id, a.locale from calendar_feed f join volunteer v on v.id = f.volunteer_id
				join account a on a.id = v.account_id where f.secret_hash = ?
				and a.suspended_at is null and a.closed_at is null""")
			.param(secret.hash())
			.query((row, number) -> new Reader(row.getLong("volunteer_id"),
					Locale.forLanguageTag(row.getString("locale"))))
			.optional();
	}

	/**
	 * Who reads a feed.
	 *
	 * @param volunteerId the doctor
	 * @param locale their language
	 */
	public record Reader(long volunteerId, Locale locale) {

	}

}
