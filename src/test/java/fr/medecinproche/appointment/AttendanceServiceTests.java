package fr.medecinproche.appointment;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;

import fr.medecinproche.appointment.BookingRefusedException.Reason;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Race;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static fr.medecinproche.testing.Scenario.TUESDAY;
import static fr.medecinproche.testing.Scenario.patient;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ApplicationTest
class AttendanceServiceTests {

	@Autowired
	AttendanceService attendance;

	@Autowired
	BookingService bookings;

	@Autowired
	Scenario scenario;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TestClock.SettableClock clock;

	@Autowired
	CleanDatabase database;

	private HalfDaySlot morning;

	private long visit;

	@BeforeEach
	void aMorningWithJeanneLacosteAtTwentyPastNine() {
		this.database.clean();
		this.morning = this.scenario.taken(this.scenario.volunteer("Aline", "Roux"),
				this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC), HalfDay.morningOf(TUESDAY));
		this.visit = this.scenario.appointment(this.morning, LocalTime.of(9, 20), patient("Jeanne", "Lacoste"))
			.appointment()
			.getId();
	}

	private void itIs(LocalDate day, int hour, int minute) {
		this.clock.set(LocalDateTime.of(day, LocalTime.of(hour, minute)));
	}

	private String noted() {
		return this.jdbc.sql("select status || coalesce(' ' || marked_by, '') from appointment where id = ?")
			.param(this.visit)
			.query(String.class)
			.single();
	}

	private void refuses(Reason reason, Runnable act) {
		assertThatExceptionOfType(BookingRefusedException.class).isThrownBy(act::run)
			.extracting(BookingRefusedException::reason)
			.isEqualTo(reason);
	}

	private void came(Marker by) {
		this.attendance.mark(this.visit, Attendance.HONOURED, AppointmentStatus.BOOKED, by);
	}

	@Test
	void who_came_is_noted_from_the_first_minute_of_the_half_day() {
		itIs(TUESDAY, 8, 59);
		refuses(Reason.MARKS_CLOSED, () -> came(Marker.VOLUNTEER));
		itIs(TUESDAY, 9, 0);
		came(Marker.VOLUNTEER);
		assertThat(noted()).isEqualTo("HONOURED VOLUNTEER");
	}

	@Test
	void and_until_seven_days_after_it() {
		itIs(TUESDAY.plusDays(7), 23, 59);
		this.attendance.mark(this.visit, Attendance.ABSENT, null, Marker.HOST);
		assertThat(noted()).isEqualTo("ABSENT HOST");
		itIs(TUESDAY.plusDays(8), 0, 0);
		refuses(Reason.MARKS_CLOSED, () -> this.attendance.unmark(this.visit));
		refuses(Reason.MARKS_CLOSED, () -> this.attendance.markRemaining(this.morning.getId(), Marker.HOST));
		assertThat(noted()).isEqualTo("ABSENT HOST");
	}

	@Test
	void a_second_click_changes_nothing_and_the_first_to_note_stays_the_one() {
		itIs(TUESDAY, 9, 40);
		came(Marker.HOST);
		itIs(TUESDAY, 9, 50);
		came(Marker.HOST);
		came(Marker.VOLUNTEER);
		assertThat(noted()).isEqualTo("HONOURED HOST");
		this.attendance.unmark(this.visit);
		this.attendance.unmark(this.visit);
		assertThat(noted()).isEqualTo("BOOKED");
	}

	@Test
	void nobody_undoes_unknowingly_what_the_other_has_just_noted() {
		itIs(TUESDAY, 9, 40);
		came(Marker.HOST);
		refuses(Reason.MARKED_MEANWHILE,
				() -> this.attendance.mark(this.visit, Attendance.ABSENT, AppointmentStatus.BOOKED, Marker.VOLUNTEER));
		assertThat(noted()).isEqualTo("HONOURED HOST");
		this.attendance.mark(this.visit, Attendance.ABSENT, AppointmentStatus.HONOURED, Marker.VOLUNTEER);
		assertThat(noted()).isEqualTo("ABSENT VOLUNTEER");
	}

	@Test
	void of_a_doctor_and_a_secretary_who_note_the_contrary_at_one_instant_one_is_told() throws InterruptedException {
		itIs(TUESDAY, 9, 40);
		for (int round = 0; round < 10; round++) {
			var outcomes = Race.of(2, (number) -> {
				this.attendance.mark(this.visit, Attendance.values()[number], AppointmentStatus.BOOKED,
						Marker.values()[number]);
				return number;
			});
			assertThat(Race.won(outcomes)).isOne();
			assertThat(Race.losses(outcomes)).singleElement()
				.isInstanceOfSatisfying(BookingRefusedException.class,
						(told) -> assertThat(told.reason()).isEqualTo(Reason.MARKED_MEANWHILE));
			assertThat(noted()).isIn("HONOURED VOLUNTEER", "ABSENT HOST");
			this.attendance.unmark(this.visit);
		}
	}

	@Test
	void arriving_being_noted_and_noting_all_at_one_instant_hurt_nobody() throws InterruptedException {
		itIs(TUESDAY, 12, 40);
		var outcomes = Race.of(6, (number) -> {
			switch (number % 3) {
				case 0 -> this.attendance.mark(this.visit, Attendance.HONOURED, null, Marker.VOLUNTEER);
				case 1 -> this.attendance.markRemaining(this.morning.getId(), Marker.HOST);
				default -> this.attendance.unmark(this.visit);
			}
			return number;
		});
		assertThat(Race.losses(outcomes)).isEmpty();
	}

	@Test
	void all_remaining_are_those_whose_time_has_come_and_of_whom_nothing_is_noted() {
		var absent = this.scenario.appointment(this.morning, LocalTime.of(9, 0), other("Marcel", 1950)).appointment();
		this.scenario.appointment(this.morning, LocalTime.of(11, 0), other("Paule", 1960));
		itIs(TUESDAY, 10, 0);
		this.attendance.mark(absent.getId(), Attendance.ABSENT, null, Marker.HOST);
		assertThat(this.attendance.markRemaining(this.morning.getId(), Marker.VOLUNTEER)).isOne();
		assertThat(this.jdbc.sql("select status from appointment order by starts_at").query(String.class).list())
			.containsExactly("ABSENT", "HONOURED", "BOOKED");
		assertThat(this.attendance.markRemaining(this.morning.getId(), Marker.VOLUNTEER)).isZero();
	}

	@Test
	void what_was_called_off_is_not_noted() {
		this.bookings.cancel(this.visit, Canceller.PATIENT);
		itIs(TUESDAY, 9, 40);
		refuses(Reason.NOT_BOOKED, () -> came(Marker.VOLUNTEER));
		refuses(Reason.NOT_BOOKED, () -> this.attendance.unmark(this.visit));
		assertThat(noted()).isEqualTo("CANCELLED");
	}

	@Test
	void an_absence_stays_once_the_patient_has_another_time_that_morning() {
		itIs(TUESDAY, 9, 40);
		this.attendance.mark(this.visit, Attendance.ABSENT, null, Marker.HOST);
		var hold = this.bookings.hold(this.morning.getId(), this.morning.begins().plusSeconds(7200),
				VisitKind.CONSULTATION, Asker.by(Channel.HOST));
		this.bookings.confirm(hold.secret(), patient("Jeanne", "Lacoste"), java.util.Locale.FRENCH, null);
		refuses(Reason.SAME_HALF_DAY, () -> this.attendance.unmark(this.visit));
		assertThat(noted()).isEqualTo("ABSENT HOST");
	}

	@Test
	void an_absence_takes_nothing_from_the_patient() {
		itIs(TUESDAY, 9, 40);
		this.attendance.mark(this.visit, Attendance.ABSENT, null, Marker.HOST);
		var later = this.scenario.taken(this.scenario.volunteer("Luc", "Bosc"), this.morning.getSite(),
				HalfDay.morningOf(TUESDAY.plusDays(1)));
		assertThat(this.scenario.appointment(later, LocalTime.of(9, 0), patient("Jeanne", "Lacoste"))
			.appointment()
			.isBooked()).isTrue();
	}

	@Test
	void the_database_takes_no_mark_of_a_visit_that_is_still_expected() {
		for (var wrong : List.of("marked_at = now(), marked_by = 'HOST'", "status = 'ABSENT', marked_at = now()",
				"status = 'ABSENT', marked_by = 'PATIENT', marked_at = now()")) {
			assertThatExceptionOfType(DataIntegrityViolationException.class)
				.isThrownBy(() -> this.jdbc.sql("update appointment set " + wrong).update());
		}
		assertThat(noted()).isEqualTo("BOOKED");
	}

	private static Patient other(String givenName, int born) {
		return new Patient(givenName, "Dupuy", LocalDate.of(born, 1, 1), "+33639980002", null, Scenario.PLAISANCE,
				RegularDoctor.YES, false);
	}

}
