package fr.medecinproche.waiting;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The half-days of which a time may have to be offered, each with when to look again.
 * They are written in the transaction of what changed, so that a node that stops forgets
 * nothing.
 */
@Component
class WatchedHalfDays {

	private final JdbcClient jdbc;

	WatchedHalfDays(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<Long> due(Instant now) {
		return this.jdbc.sql("select slot_id from watched_half_day where look_at <= ? order by look_at, slot_id")
			.param(utc(now))
			.query(Long.class)
			.list();
	}

	/**
	 * Whether this node is the one to look at a half-day; the others leave it alone until
	 * the end of the transaction.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	boolean claim(long slotId) {
		return this.jdbc.sql("select pg_try_advisory_xact_lock(hashtext('medecin-proche.waiting'), ?)")
			.param((int) slotId)
			.query(Boolean.class)
			.single();
	}

	boolean isDue(long slotId, Instant now) {
		return this.jdbc.sql("select count(*) from watched_half_day where slot_id = ? and look_at <= ?")
			.params(slotId, utc(now))
			.query(Integer.class)
			.single() > 0;
	}

	@Transactional(propagation = Propagation.MANDATORY)
	void lookAgain(long slotId, Instant at) {
		this.jdbc.sql("""
				insert into watched_half_day (slot_id, look_at) values (?, ?)
				on conflict (slot_id) do update set look_at = excluded.look_at""").params(slotId, utc(at)).update();
	}

	@Transactional(propagation = Propagation.MANDATORY)
	void forget(long slotId) {
		this.jdbc.sql("delete from watched_half_day where slot_id = ?").param(slotId).update();
	}

	/** When the next hold of a half-day ends, an offer's or a visitor's. */
	Optional<Instant> nextEndOfHold(long slotId, Instant now) {
		return this.jdbc
			.sql("select min(held_until) from appointment where slot_id = ? and status = 'HELD' and held_until > ?")
			.params(slotId, utc(now))
			.query(OffsetDateTime.class)
			.optional()
			.map(OffsetDateTime::toInstant);
	}

	private static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
