package fr.medecinproche.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDayClosed;
import fr.medecinproche.schedule.HalfDayGivenBack;
import fr.medecinproche.schedule.HalfDayHandedOver;
import fr.medecinproche.schedule.HalfDayTaken;
import fr.medecinproche.schedule.Period;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps the half-days as each doctor's calendar has them, also those that are no longer
 * theirs: a calendar that missed a change learns of it later.
 */
@Component
class CalendarEntries {

	/** Revisions count seconds from here; they fit a number for 68 years. */
	private static final Instant ORIGIN = Instant.parse("2026-01-01T00:00:00Z");

	/** How long a calendar reads that a half-day is no longer the doctor's. */
	private static final Duration KEPT = Duration.ofDays(30);

	private static final String COLUMNS = """
			select e.slot_id, s.day, s.period, s.starts_at, s.ends_at, e.revision, e.changed_at,
			  e.cancelled or s.volunteer_id is distinct from e.volunteer_id as cancelled,
			  p.nom as place, coalesce(s.stop_address, p.address) as address,
			  coalesce(s.stop_postal_code, p.postal_code) as postal_code, coalesce(s.stop_town, c.nom) as town, expected.patients, expected.changed
			from calendar_entry e join half_day_slot s on s.id = e.slot_id
			join consultation_site p on p.id = s.site_id join commune c on c.insee = p.commune
			cross join lateral (
			  select count(*) filter (where a.status in ('BOOKED', 'HONOURED', 'ABSENT')) as patients,
			    max(greatest(a.booked_at, a.cancelled_at, moved.booked_at)) as changed
			  from appointment a left join appointment moved on moved.id = a.moved_to where a.slot_id = s.id) expected
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	CalendarEntries(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@EventListener
	void on(HalfDayTaken event) {
		record(event.slotId(), event.volunteerId(), false);
	}

	@EventListener
	void on(HalfDayGivenBack event) {
		record(event.slotId(), event.volunteerId(), true);
	}

	@EventListener
	void on(HalfDayClosed event) {
		if (event.volunteerId() != null) {
			record(event.slotId(), event.volunteerId(), true);
		}
	}

	@EventListener
	void on(HalfDayHandedOver event) {
		record(event.slotId(), event.from(), true);
		record(event.slotId(), event.to(), false);
	}

	/** Seconds only go up; two changes within one second are told apart all the same. */
	private void record(long slotId, long volunteerId, boolean cancelled) {
		var now = this.clock.instant();
		this.jdbc.sql("""
				insert into calendar_entry (slot_id, volunteer_id, revision, changed_at, cancelled)
				values (:slot, :volunteer, :revision, :now, :cancelled)
				on conflict (slot_id, volunteer_id) do update
				set revision = greatest(calendar_entry.revision + 1, excluded.revision),
				  changed_at = excluded.changed_at, cancelled = excluded.cancelled""")
			.param("slot", slotId)
			.param("volunteer", volunteerId)
			.param("revision", Math.toIntExact(Duration.between(ORIGIN, now).toSeconds()))
			.param("now", utc(now))
			.param("cancelled", cancelled)
			.update();
	}

	/**
	 * A half-day as a doctor's calendar should have it now.
	 * @param slotId the half-day
	 * @param volunteerId the doctor
	 * @return empty when it never was theirs
	 */
	Optional<CalendarEntry> of(long slotId, long volunteerId) {
		return this.jdbc.sql(COLUMNS + "where e.slot_id = :slot and e.volunteer_id = :volunteer")
			.param("slot", slotId)
			.param("volunteer", volunteerId)
			.query(CalendarEntries::entry)
			.optional();
	}

	/**
	 * The half-days of a doctor, and for a while those that are no longer theirs.
	 * @param volunteerId the doctor
	 * @param from the first day
	 * @return in the order of time
	 */
	List<CalendarEntry> since(long volunteerId, LocalDate from) {
		return this.jdbc.sql(COLUMNS + """
				where e.volunteer_id = :volunteer and s.day >= :from and (not e.cancelled or e.changed_at > :recently)
				order by s.day, s.starts_at, s.id""")
			.param("volunteer", volunteerId)
			.param("from", from)
			.param("recently", utc(this.clock.instant().minus(KEPT)))
			.query(CalendarEntries::entry)
			.list();
	}

	private static CalendarEntry entry(ResultSet row, int number) throws SQLException {
		var halfDay = new HalfDay(row.getObject("day", LocalDate.class), Period.valueOf(row.getString("period")));
		var changed = row.getObject("changed_at", OffsetDateTime.class).toInstant();
		var counted = row.getObject("changed", OffsetDateTime.class);
		boolean cancelled = row.getBoolean("cancelled");
		var last = (cancelled || counted == null || counted.toInstant().isBefore(changed)) ? changed
				: counted.toInstant();
		return new CalendarEntry(row.getLong("slot_id"), halfDay, row.getObject("starts_at", LocalTime.class),
				row.getObject("ends_at", LocalTime.class), row.getString("place"),
				"%s, %s, %s\u00a0%s".formatted(row.getString("place"), row.getString("address"),
						row.getString("postal_code"), row.getString("town")),
				row.getLong("patients"), row.getInt("revision"), last, cancelled);
	}

	private static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
