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

	/**
	 * A visit that was moved, or called off and had other times held for its patient, is
	 * told by one row for each time.
	 */
	private static final String STORY = """
			with recursive story(id) as (
			  select id from appointment where id = :id
			  union select other.id from story join appointment known on known.id = story.id
			  join appointment other on other.moved_to = known.id or other.id = known.moved_to
			    or other.proposed_for = known.id or other.id = known.proposed_for)
			select id from story order by id""";

	private final JdbcClient jdbc;

	private final Clock clock;

	Forgetting(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * The rows of a visit: as it is, as it was before it was moved, and what was proposed
	 * when it was called off.
	 * @param appointmentId any of the rows
	 * @return at least itself
	 */
	@Transactional(readOnly = true)
	public List<Long> story(long appointmentId) {
		return this.jdbc.sql(STORY).param("id", appointmentId).query(Long.class).list();
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

	/** The version changes: whoever had read the patient does not write them back. */
	private int forgetWhere(String which, Object value) {
		this.jdbc
			.sql("delete from appointment_link where appointment_id in (select id from appointment where " + which
					+ " and forgotten_at is null)")
			.param(value)
			.update();
		int forgotten = this.jdbc.sql("""
				update appointment set given_name = null, family_name = null, name_key = null, birth_date = null,
				  phone = null, email = null, commune = null, for_relative = false, version = version + 1,
				  forgotten_at = ?
				where forgotten_at is null and """ + ' ' + which).params(utc(this.clock.instant()), value).update();
		// afterwards: from the update on, nobody notes anything more about them
		this.jdbc
			.sql("delete from continuation c using appointment a where a.id = c.appointment_id "
					+ "and a.forgotten_at is not null")
			.update();
		return forgotten;
	}

	private static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
