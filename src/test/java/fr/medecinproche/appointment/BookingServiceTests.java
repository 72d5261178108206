package fr.medecinproche.appointment;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Future;

import fr.medecinproche.account.Secret;
import fr.medecinproche.appointment.BookingRefusedException.Reason;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.schedule.SchedulingRefusedException;
import fr.medecinproche.schedule.SchedulingService;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.site.SiteService;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Race;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import fr.medecinproche.volunteer.Volunteer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static fr.medecinproche.testing.Scenario.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ApplicationTest
class BookingServiceTests {

	private static final LocalTime NINE_TWENTY = LocalTime.of(9, 20);

	@Autowired
	BookingService bookings;

	@Autowired
	AvailabilityService availability;

	@Autowired
	Appointments appointments;

	@Autowired
	AppointmentAccess access;

	@Autowired
	SchedulingService scheduling;

	@Autowired
	SiteService sites;

	@Autowired
	Scenario scenario;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TestClock.SettableClock clock;

	@Autowired
	CleanDatabase database;

	private ConsultationSite marciac;

	private Volunteer doctor;

	private HalfDaySlot morning;

	@BeforeEach
	void aMorningWithADoctor() {
		this.database.clean();
		this.marciac = this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC);
		this.doctor = this.scenario.volunteer("Aline", "Roux");
		this.morning = this.scenario.taken(this.doctor, this.marciac, HalfDay.morningOf(TUESDAY));
	}

	private Hold hold(LocalTime time, VisitKind kind) {
		return this.bookings.hold(this.morning.getId(), at(time), kind, Asker.by(Channel.WEB));
	}

	private static Instant at(LocalTime time) {
		return TUESDAY.atTime(time).atZone(HalfDay.ZONE).toInstant();
	}

	private Booking confirm(Hold hold, String familyName) {
		return this.bookings.confirm(hold.secret(), Scenario.patient("Jeanne", familyName), Locale.FRENCH, null);
	}

	private static void assertRefused(Reason reason, ThrowingCallable act) {
		assertThatExceptionOfType(BookingRefusedException.class).isThrownBy(act)
			.extracting(BookingRefusedException::reason)
			.isEqualTo(reason);
	}

	@Test
	void books_a_held_time_and_finds_it_again_by_link_or_by_code_and_birth_date() {
		var booking = confirm(hold(NINE_TWENTY, VisitKind.CONSULTATION), "Daste");
		var code = booking.appointment().getCode();
		assertThat(this.access.open(booking.link())).get()
			.satisfies((found) -> assertThat(found.getTime()).isEqualTo(NINE_TWENTY));
		assertThat(this.access.find(code, LocalDate.of(1941, 5, 8))).isPresent();
		assertThat(this.access.find(code, LocalDate.of(1941, 5, 9))).isEmpty();
		assertThat(this.access.open(Secret.of("guess"))).isEmpty();
	}

	@Test
	void keeps_only_hashes_of_the_secrets() {
		var hold = hold(NINE_TWENTY, VisitKind.CONSULTATION);
		var booking = confirm(hold, "Daste");
		var stored = this.jdbc.sql("select a::text || l::text from appointment a, appointment_link l")
			.query(String.class)
			.single();
		assertThat(stored).doesNotContain(hold.secret().value()).doesNotContain(booking.link().value());
	}

	@Test
	void holds_a_time_for_ten_minutes_and_not_one_more_without_any_job() {
		var first = hold(NINE_TWENTY, VisitKind.CONSULTATION);
		assertRefused(Reason.TAKEN_MEANWHILE, () -> hold(NINE_TWENTY, VisitKind.CONSULTATION));
		this.clock.set(LocalDateTime.of(2027, 1, 4, 8, 10));
		var second = hold(NINE_TWENTY, VisitKind.CONSULTATION);
		assertRefused(Reason.HOLD_ENDED, () -> confirm(first, "Daste"));
		assertThat(confirm(second, "Lartigue").appointment().isBooked()).isTrue();
	}

	@Test
	void a_day_the_place_says_it_is_closed_is_nobodys_until_the_agency_says_the_doctor_comes() {
		var before = hold(LocalTime.of(10, 0), VisitKind.CONSULTATION);
		this.jdbc.sql("""
				insert into site_closure (site_id, first_day, last_day, reason, created_at, by_site)
				values (?, ?, ?, 'LEAVE', now(), true)""")
			.params(this.marciac.getId(), TUESDAY, TUESDAY.plusDays(1))
			.update();
		assertRefused(Reason.NO_LONGER_OFFERED, () -> hold(NINE_TWENTY, VisitKind.CONSULTATION));
		assertRefused(Reason.NO_LONGER_OFFERED, () -> confirm(before, "Daste"));
		assertThat(offered()).containsExactly(false, false, false, false, false);
		this.jdbc.sql("update site_closure set settled_at = now()").update();
		assertThat(offered()).containsExactly(true, true, true, true, true);
		assertThat(confirm(hold(NINE_TWENTY, VisitKind.CONSULTATION), "Daste").appointment().isBooked()).isTrue();
	}

	/**
	 * At the site, anywhere, with the doctor, on that half-day and on the day's sheet.
	 */
	private List<Boolean> offered() {
		var web = Asker.by(Channel.WEB);
		var kind = VisitKind.CONSULTATION;
		return List.of(!this.availability.at(this.marciac, kind, web, TUESDAY, TUESDAY.plusDays(1)).isEmpty(),
				!this.availability.soonest(kind, 3).isEmpty(),
				!this.availability.withDoctor(this.doctor.getId(), kind, web).isEmpty(),
				!this.availability.of(this.morning, web).isEmpty(),
				!this.availability.of(List.of(this.morning), kind, web).isEmpty());
	}

	@Test
	void takes_a_hold_that_ended_up_again_when_nobody_else_has_the_time() {
		var hold = hold(NINE_TWENTY, VisitKind.CONSULTATION);
		this.clock.set(LocalDateTime.of(2027, 1, 4, 9, 0));
		assertThat(confirm(hold, "Daste").appointment().isBooked()).isTrue();
	}

	@Test
	void books_once_when_the_button_is_pressed_twice() {
		var hold = hold(NINE_TWENTY, VisitKind.CONSULTATION);
		var first = confirm(hold, "Daste");
		var second = confirm(hold, "Daste");
		assertThat(second.appointment().getId()).isEqualTo(first.appointment().getId());
		assertThat(count("status = 'BOOKED'")).isEqualTo(1);
	}

	private long count(String condition) {
		return this.jdbc.sql("select count(*) from appointment where " + condition).query(Long.class).single();
	}

	@Test
	void refuses_times_that_share_a_minute_whatever_the_kind_of_visit() {
		confirm(hold(LocalTime.of(9, 30), VisitKind.FIRST_VISIT), "Daste");
		assertRefused(Reason.TAKEN_MEANWHILE, () -> hold(NINE_TWENTY, VisitKind.CONSULTATION));
		assertRefused(Reason.TAKEN_MEANWHILE, () -> hold(LocalTime.of(9, 55), VisitKind.RENEWAL));
		assertThat(confirm(hold(LocalTime.of(9, 15), VisitKind.RENEWAL), "Cazaux").appointment().isBooked()).isTrue();
		assertThat(confirm(hold(LocalTime.of(10, 0), VisitKind.RENEWAL), "Duffau").appointment().isBooked()).isTrue();
	}

	@Test
	void refuses_times_outside_the_half_day_or_off_its_steps() {
		for (var outside : List.of(LocalTime.of(8, 55), LocalTime.of(12, 15), LocalTime.of(14, 0),
				LocalTime.of(9, 3))) {
			assertRefused(Reason.TAKEN_MEANWHILE, () -> hold(outside, VisitKind.CONSULTATION));
		}
	}

	@Test
	void refuses_the_past_and_half_days_no_doctor_has_taken() {
		var open = this.scenario.halfDay(this.marciac, HalfDay.afternoonOf(TUESDAY));
		assertRefused(Reason.NO_LONGER_OFFERED, () -> this.bookings.hold(open.getId(), at(LocalTime.of(14, 0)),
				VisitKind.CONSULTATION, Asker.by(Channel.WEB)));
		this.clock.set(TUESDAY.atTime(9, 20));
		assertRefused(Reason.TOO_LATE, () -> hold(NINE_TWENTY, VisitKind.CONSULTATION));
	}

	@Test
	void refuses_a_site_that_was_suspended_meanwhile() {
		var hold = hold(NINE_TWENTY, VisitKind.CONSULTATION);
		this.sites.suspend(this.marciac.getId(), null);
		assertRefused(Reason.NO_LONGER_OFFERED, () -> confirm(hold, "Daste"));
	}

	@Test
	void frees_a_cancelled_time_at_once_and_cancels_only_once() {
		var booking = confirm(hold(NINE_TWENTY, VisitKind.CONSULTATION), "Daste");
		this.bookings.cancel(booking.appointment().getId(), Canceller.PATIENT);
		assertRefused(Reason.NOT_BOOKED, () -> this.bookings.cancel(booking.appointment().getId(), Canceller.PATIENT));
		assertThat(confirm(hold(NINE_TWENTY, VisitKind.CONSULTATION), "Lartigue").appointment().isBooked()).isTrue();
	}

	@Test
	void frees_a_released_time_at_once() {
		var hold = hold(NINE_TWENTY, VisitKind.CONSULTATION);
		this.bookings.release(hold.secret());
		assertThat(hold(NINE_TWENTY, VisitKind.CONSULTATION)).isNotNull();
	}

	@Test
	void refuses_to_cancel_a_visit_that_has_begun() {
		var booking = confirm(hold(NINE_TWENTY, VisitKind.CONSULTATION), "Daste");
		this.clock.set(TUESDAY.atTime(9, 20));
		assertRefused(Reason.TOO_LATE, () -> this.bookings.cancel(booking.appointment().getId(), Canceller.PATIENT));
	}

	@Test
	void sells_one_time_to_one_of_sixty_four_people() throws InterruptedException {
		var outcomes = Race.of(64, (n) -> confirm(hold(NINE_TWENTY, VisitKind.CONSULTATION), "Personne " + n));
		assertThat(Race.won(outcomes)).isEqualTo(1);
		assertThat(Race.losses(outcomes)).hasSize(63)
			.allSatisfy((loss) -> assertThat(loss).isInstanceOfSatisfying(BookingRefusedException.class,
					(refused) -> assertThat(refused.reason()).isEqualTo(Reason.TAKEN_MEANWHILE)));
		assertThat(count("status = 'BOOKED'")).isEqualTo(1);
	}

	@Test
	void never_overlaps_when_kinds_of_different_lengths_race() throws InterruptedException {
		var kinds = VisitKind.values();
		Race.of(60,
				(n) -> confirm(hold(LocalTime.of(9, 0).plusMinutes(5L * (n % 20)), kinds[n % kinds.length]), "P" + n));
		assertThat(count("status = 'BOOKED'")).isPositive();
		assertThat(this.jdbc.sql("""
				select count(*) from appointment a join appointment b on a.slot_id = b.slot_id and a.id < b.id
				where a.status = 'BOOKED' and b.status = 'BOOKED'
				and a.starts_at < b.ends_at and b.starts_at < a.ends_at""").query(Long.class).single()).isZero();
	}

	@Test
	void leaves_nobody_expected_when_a_half_day_is_given_back_while_patients_book_it() throws InterruptedException {
		for (int round = 0; round < 5; round++) {
			var slot = this.scenario.taken(this.doctor, this.marciac, HalfDay.morningOf(TUESDAY.plusDays(1 + round)));
			var startsAt = slot.begins();
			var outcomes = Race.of(12, (n) -> {
				if (n == 6) {
					this.scheduling.giveBack(this.doctor.getId(), slot.getId());
					return null;
				}
				var hold = this.bookings.hold(slot.getId(), startsAt.plus(Duration.ofMinutes(20L * n)),
						VisitKind.CONSULTATION, Asker.by(Channel.WEB));
				return confirm(hold, "P" + n);
			});
			assertThat(outcomes.get(6).state()).isEqualTo(Future.State.SUCCESS);
			assertThat(Race.losses(outcomes))
				.allSatisfy((loss) -> assertThat(loss).isInstanceOf(BookingRefusedException.class));
			assertThat(count("slot_id = " + slot.getId() + " and status in ('BOOKED', 'HELD')")).isZero();
		}
	}

	@Test
	void cancels_the_visits_of_a_half_day_given_back_or_closed() {
		confirm(hold(NINE_TWENTY, VisitKind.CONSULTATION), "Daste");
		hold(LocalTime.of(10, 0), VisitKind.CONSULTATION);
		this.scheduling.giveBack(this.doctor.getId(), this.morning.getId());
		assertThat(count("cancelled_by = 'VOLUNTEER'")).isEqualTo(1);
		assertThat(count("status = 'RELEASED'")).isEqualTo(1);
		var afternoon = this.scenario.taken(this.doctor, this.marciac, HalfDay.afternoonOf(TUESDAY));
		this.scenario.appointment(afternoon, LocalTime.of(14, 0), Scenario.patient("Jeanne", "Daste"));
		this.scheduling.close(afternoon.getId());
		assertThat(count("cancelled_by = 'AGENCY'")).isEqualTo(1);
	}

	@Test
	void refuses_to_plain_sql_a_second_patient_at_one_time() {
		confirm(hold(NINE_TWENTY, VisitKind.CONSULTATION), "Daste");
		assertThatThrownBy(() -> bookByPlainSql(this.morning.getId(), "09:35", "AAAAAA"))
			.isInstanceOf(DataIntegrityViolationException.class)
			.hasMessageContaining("one_patient_at_a_time");
		bookByPlainSql(this.morning.getId(), "09:40", "CCCCCC");
	}

	@Test
	void refuses_to_plain_sql_times_outside_the_half_day_and_patients_without_a_doctor() {
		assertThatThrownBy(() -> bookByPlainSql(this.morning.getId(), "12:20", "AAAAAA"))
			.hasMessageContaining("no doctor receives");
		var open = this.scenario.halfDay(this.marciac, HalfDay.afternoonOf(TUESDAY));
		assertThatThrownBy(() -> bookByPlainSql(open.getId(), "14:00", "AAAAAA"))
			.hasMessageContaining("no doctor receives");
		bookByPlainSql(this.morning.getId(), "09:00", "AAAAAA");
		assertThatThrownBy(() -> this.jdbc.sql("""
				update half_day_slot set status = 'OPEN', volunteer_id = null, rank = null, taken_at = null
				where id = ?""").param(this.morning.getId()).update()).hasMessageContaining("still has patients");
	}

	private void bookByPlainSql(long slotId, String time, String code) {
		this.jdbc.sql("""
				insert into appointment (slot_id, starts_at, ends_at, kind, status, code, given_name, family_name,
				birth_date, phone, regular_doctor, for_relative, channel, created_at)
				select ?, t, t + interval '20 minutes', 'CONSULTATION', 'BOOKED', ?, 'Jeanne', 'Daste', '1941-05-08',
				'+33639980002', 'NO', false, 'WEB', now()
				from (select (?::date + ?::time) at time zone 'Europe/Paris' as t) at_time
				""").params(slotId, code, TUESDAY, time).update();
	}

	@Test
	void tells_a_doctor_who_gives_back_somebody_elses_half_day_and_cancels_nothing() {
		confirm(hold(NINE_TWENTY, VisitKind.CONSULTATION), "Daste");
		var other = this.scenario.volunteer("Luc", "Bosc");
		assertThatExceptionOfType(SchedulingRefusedException.class)
			.isThrownBy(() -> this.scheduling.giveBack(other.getId(), this.morning.getId()));
		assertThat(count("status = 'BOOKED'")).isEqualTo(1);
	}

}
