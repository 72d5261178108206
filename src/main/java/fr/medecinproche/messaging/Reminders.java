package fr.medecinproche.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import fr.medecinproche.appointment.Appointments;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.QuietHours;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the visits to remind patients of: two days before, by day, and not those booked
 * just now. Marking a visit and writing its letters are one transaction, and the mark is
 * locked: another node takes other visits, and whoever calls a visit off meanwhile waits,
 * then withdraws the letters.
 */
@Service
class Reminders {

	/** The visits to mark; those another transaction holds are for later. */
	static final String DUE = """
			select id from appointment where status = 'BOOKED' and reminded_at is null
			  and starts_at > :soonest and starts_at <= :latest
			order by starts_at limit :page for no key update skip locked
			""";

	/** Later, a reminder finds people on their way. */
	static final Duration AHEAD = Duration.ofHours(2);

	/** How many visits one transaction reminds of. */
	private static final int PAGE = 50;

	/** Whoever has booked since has the confirmation at hand. */
	private static final Duration FRESH = Duration.ofHours(24);

	private final JdbcClient jdbc;

	private final Appointments appointments;

	private final ReminderLetters letters;

	private final ReminderSettings settings;

	private final Clock clock;

	Reminders(JdbcClient jdbc, Appointments appointments, ReminderLetters letters, ReminderSettings settings,
			Clock clock) {
		this.jdbc = jdbc;
		this.appointments = appointments;
		this.letters = letters;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Writes the reminders of the next few visits, in the order of the visits. Two days
	 * are two days of the calendar: 9 h stays 9 h over a change of clocks.
	 * @return whether there may be more to write now
	 */
	@Transactional
	boolean writeSome() {
		var now = this.clock.instant();
		if (QuietHours.include(now)) {
			return false;
		}
		var latest = now.atZone(HalfDay.ZONE).plus(this.settings.before()).toInstant();
		var due = this.jdbc
			.sql("update appointment set reminded_at = :now where id = any (array(" + DUE
					+ ")) returning id, booked_at > :fresh as fresh")
			.param("now", utc(now))
			.param("fresh", utc(now.minus(FRESH)))
			.param("soonest", utc(now.plus(AHEAD)))
			.param("latest", utc(latest))
			.param("page", PAGE)
			.query(Due.class)
			.list();
		var ids = due.stream().filter((visit) -> !visit.fresh()).map(Due::id).toList();
		if (!ids.isEmpty()) {
			this.appointments.withPlaces(ids).forEach(this.letters::write);
		}
		return due.size() == PAGE;
	}

	private static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

	private record Due(long id, boolean fresh) {
	}

}
