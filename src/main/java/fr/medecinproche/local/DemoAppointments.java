package fr.medecinproche.local;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import fr.medecinproche.appointment.AppointmentStatus;
import fr.medecinproche.appointment.BookingCode;
import fr.medecinproche.appointment.Channel;
import fr.medecinproche.appointment.Patient;
import fr.medecinproche.appointment.VisitKind;
import fr.medecinproche.schedule.HalfDay;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Patients in part of the times of the half-days taken, and some who called off. Written
 * at once, so that nobody gets a letter: see {@link DemoLetters} for some.
 */
@Component
@OnLocalMachine
@Order(5)
class DemoAppointments implements DemoPart {

	private final JdbcTemplate jdbc;

	private final Clock clock;

	/** The same one each time, so that two runs of one day look alike. */
	private final Random random = new Random(233);

	private final Set<BookingCode> codes = new HashSet<>();

	DemoAppointments(JdbcTemplate jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public void create() {
		var communes = communes();
		var patients = new DemoPatients(this.random, LocalDate.now(this.clock));
		var rows = new ArrayList<Row>();
		for (var slot : taken()) {
			var ofTheZone = communes.get(slot.zone());
			double share = 0.15 + 0.7 * this.random.nextDouble();
			for (var start = slot.begins(); start.isBefore(slot.ends());) {
				var kind = kind();
				var end = start.plus(kind.length());
				if (!end.isAfter(slot.ends()) && this.random.nextDouble() < share) {
					rows.add(row(slot.id(), start, end, kind, patients.next(ofTheZone)));
				}
				start = end;
			}
		}
		save(rows);
		// or the parts that follow are planned for the empty tables of a moment ago, and
		// take minutes
		this.jdbc.execute("analyze volunteer, consultation_site, half_day_slot, appointment");
	}

	private VisitKind kind() {
		return switch (this.random.nextInt(10)) {
			case 0, 1 -> VisitKind.FIRST_VISIT;
			case 2, 3 -> VisitKind.RENEWAL;
			default -> VisitKind.CONSULTATION;
		};
	}

	private Row row(long slot, Instant start, Instant end, VisitKind kind, Patient patient) {
		boolean begun = !start.isAfter(this.clock.instant());
		boolean cancelled = !begun && this.random.nextInt(12) == 0;
		return new Row(slot, start, end, kind, cancelled ? AppointmentStatus.CANCELLED : AppointmentStatus.BOOKED,
				code(), patient, this.random.nextInt(10) < 7 ? Channel.WEB : Channel.HOST,
				begun ? start.minus(Duration.ofMinutes(5)) : null);
	}

	private BookingCode code() {
		var code = BookingCode.draw(this.random);
		return this.codes.add(code) ? code : code();
	}

	private void save(List<Row> rows) {
		var now = OffsetDateTime.now(this.clock);
		this.jdbc.batchUpdate("""
				insert into appointment (slot_id, starts_at, ends_at, kind, status, code, given_name, family_name,
				  birth_date, phone, email, commune, regular_doctor, for_relative, channel, created_at, booked_at,
				  checked_in_at, cancelled_at, cancelled_by)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
				rows.stream().map((row) -> row.columns(now)).toList());
	}

	private List<Slot> taken() {
		return this.jdbc.query("""
				select h.id, h.day, h.starts_at, h.ends_at, s.zone from half_day_slot h
				join consultation_site s on s.id = h.site_id where h.status = 'TAKEN' order by h.id""", (rs, i) -> {
			var day = rs.getObject("day", LocalDate.class);
			return new Slot(rs.getLong("id"), instant(day, rs.getObject("starts_at", LocalTime.class)),
					instant(day, rs.getObject("ends_at", LocalTime.class)), rs.getString("zone"));
		});
	}

	private static Instant instant(LocalDate day, LocalTime time) {
		return day.atTime(time).atZone(HalfDay.ZONE).toInstant();
	}

	private Map<String, List<String>> communes() {
		return this.jdbc
			.query("select zone, insee from commune where zone is not null order by insee",
					(rs, i) -> Map.entry(rs.getString("zone"), rs.getString("insee")))
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
	}

	private record Slot(long id, Instant begins, Instant ends, String zone) {
	}

	private record Row(long slot, Instant start, Instant end, VisitKind kind, AppointmentStatus status,
			BookingCode code, Patient patient, Channel channel, @Nullable Instant arrived) {

		Object[] columns(OffsetDateTime now) {
			boolean cancelled = this.status == AppointmentStatus.CANCELLED;
			return new @Nullable Object[] { this.slot, at(this.start), at(this.end), this.kind.name(),
					this.status.name(), this.code.value(), this.patient.givenName(), this.patient.familyName(),
					this.patient.birthDate(), this.patient.phone(), this.patient.email(), this.patient.commune(),
					this.patient.regularDoctor().name(), this.patient.forRelative(), this.channel.name(),
					now.minusDays(3), now.minusDays(3), (this.arrived != null) ? at(this.arrived) : null,
					cancelled ? now.minusDays(1) : null, cancelled ? "PATIENT" : null };
		}

		private static OffsetDateTime at(Instant instant) {
			return instant.atZone(HalfDay.ZONE).toOffsetDateTime();
		}

	}

}
