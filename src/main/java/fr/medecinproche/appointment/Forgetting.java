package fr.medecinproche.appointment;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Forgets who came; that somebody came stays for the figures. Their links die.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Forgetting {

	/** A visit that was moved is told by one row for each time it had. */
	private static final String CHAIN = """
			with recursive chain(id) as (
			  select id from appointment where id = :id
			  union all select a.id from appointment a join chain c on a.moved_to = c.id)
			select id from chain""";

	private final JdbcClient jdbc;

	private final Clock clock;

	Forgetting(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * The rows of a visit: as it is, and as it was before it was moved.
	 * @param appointmentId the visit
	 * @return at least itself
	 */
	@Transactional(readOnly = true)
	public List<Long> chain(long appointmentId) {
		return this.jdbc.sql(CHAIN).param("id", appointmentId).query(Long.class).list();
	}

	/**
	 * Forgets the patient of a visit.
	 * @param appointmentIds the rows of it
	 */
	public void forget(List<Long> appointmentIds) {
		for (var id : appointmentIds) {
			forgetWhere("id = ?", id);
		}
	}

	/**
	 * Forgets the patients of all visits that ended before an instant.
	 * @param instant the instant
	 * @return how many
	 */
	public int forgetEndedBefore(Instant instant) {
		return forgetWhere("ends_at < ?", utc(instant));
	}

	private int forgetWhere(String which, Object value) {
		this.jdbc
			.sql("delete from appointment_link where appointment_id in (select id from appointment where " + which
					+ " and forgotten_at is null)")
			.param(value)
			.update();
		return this.jdbc.sql("""
				update appointment set given_name = null, family_name = null, name_key = null, birth_date = null,
				  phone = null, email = null, commune = null, for_relative = null, forgotten_at = ?
				where forgotten_at is null and """ + ' ' + which).params(utc(this.clock.instant()), value).update();
	}

	private static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
