package fr.medecinproche.appointment;

import java.time.LocalDateTime;
import java.time.LocalTime;

import fr.medecinproche.appointment.BookingRefusedException.Reason;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.site.BookingRules;
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
import org.springframework.jdbc.core.simple.JdbcClient;

import static fr.medecinproche.testing.Scenario.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A patient comes at another time: they have the old one or the new one, never neither.
 */
@ApplicationTest
class MoveTests {

	@Autowired
	BookingService bookings;

	@Autowired
	MovingService moves;

	@Autowired
	AppointmentAccess access;

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

	private HalfDaySlot afternoon;

	private Booking visit;

	@BeforeEach
	void aVisitInTheMorning() {
		this.database.clean();
		this.marciac = this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC);
		this.doctor = this.scenario.volunteer("Aline", "Roux");
		this.morning = this.scenario.taken(this.doctor, this.marciac, HalfDay.morningOf(TUESDAY));
		this.afternoon = this.scenario.taken(this.doctor, this.marciac, HalfDay.afternoonOf(TUESDAY));
		this.visit = this.scenario.appointment(this.morning, LocalTime.of(9, 0), Scenario.patient("Jeanne", "Daste"));
	}

	private Hold hold(HalfDaySlot slot, LocalTime time) {
		return this.bookings.hold(slot.getId(), slot.getHalfDay().day().atTime(time).atZone(HalfDay.ZONE).toInstant(),
				VisitKind.CONSULTATION, Asker.by(Channel.WEB));
	}

	private Booking move(Hold to) {
		return this.moves.move(this.visit.appointment().getId(), to.secret(), Canceller.PATIENT);
	}

	private static void assertRefused(Reason reason, ThrowingCallable act) {
		assertThatExceptionOfType(BookingRefusedException.class).isThrownBy(act)
			.extracting(BookingRefusedException::reason)
			.isEqualTo(reason);
	}

	private long count(String where) {
		return this.jdbc.sql("select count(*) from appointment where " + where).query(Long.class).single();
	}

	@Test
	void keeps_the_code_and_frees_the_old_time_and_the_old_link_leads_to_the_new_one() {
		var moved = move(hold(this.afternoon, LocalTime.of(14, 20)));
		assertThat(moved.appointment().getCode()).isEqualTo(this.visit.appointment().getCode());
		assertThat(this.access.open(this.visit.link())).get()
			.satisfies((found) -> assertThat(found.getTime()).isEqualTo("14:20"));
		assertThat(hold(this.morning, LocalTime.of(9, 0)).appointment().getTime()).isEqualTo("09:00");
		assertThat(count("status = 'MOVED'")).isEqualTo(1);
		var again = this.moves.move(moved.appointment().getId(), hold(this.morning, LocalTime.of(10, 0)).secret(),
				Canceller.PATIENT);
		assertThat(this.access.open(this.visit.link())).get()
			.satisfies((found) -> assertThat(found.getId()).isEqualTo(again.appointment().getId()));
	}

	@Test
	void moves_within_the_half_day_though_one_person_has_one_visit_there() {
		assertThat(move(hold(this.morning, LocalTime.of(11, 0))).appointment().getTime()).isEqualTo("11:00");
	}

	@Test
	void changes_nothing_when_confirmed_twice() {
		var to = hold(this.afternoon, LocalTime.of(14, 20));
		var first = move(to);
		assertThat(move(to).appointment().getId()).isEqualTo(first.appointment().getId());
		assertThat(count("status = 'BOOKED'")).isEqualTo(1);
	}

	@Test
	void keeps_the_old_time_when_the_new_one_is_lost() {
		var to = hold(this.afternoon, LocalTime.of(14, 20));
		this.clock.set(LocalDateTime.of(2027, 1, 4, 8, 11));
		this.scenario.appointment(this.afternoon, LocalTime.of(14, 20), Scenario.patient("Paul", "Serres"));
		assertRefused(Reason.HOLD_ENDED, () -> move(to));
		assertThat(this.access.open(this.visit.link())).get()
			.satisfies((found) -> assertThat(found.isBooked()).isTrue());
	}

	@Test
	void leaves_one_visit_when_moved_from_two_windows_and_cancelled_in_a_third() throws InterruptedException {
		var one = hold(this.afternoon, LocalTime.of(14, 0));
		var other = hold(this.afternoon, LocalTime.of(15, 0));
		var outcomes = Race.of(3, (n) -> {
			if (n == 2) {
				this.bookings.cancel(this.visit.appointment().getId(), Canceller.PATIENT);
				return null;
			}
			return move((n == 0) ? one : other);
		});
		assertThat(Race.won(outcomes)).isEqualTo(1);
		assertThat(Race.losses(outcomes))
			.allSatisfy((loss) -> assertThat(loss).isInstanceOf(BookingRefusedException.class));
		assertThat(count("status = 'BOOKED'") + count("status = 'CANCELLED'")).isEqualTo(1);
	}

	@Test
	void crosses_with_a_visit_that_moves_the_other_way_without_a_deadlock() throws InterruptedException {
		var neighbour = this.scenario.appointment(this.afternoon, LocalTime.of(14, 0),
				Scenario.patient("Paul", "Serres"));
		var toAfternoon = hold(this.afternoon, LocalTime.of(15, 0));
		var toMorning = hold(this.morning, LocalTime.of(10, 0));
		var outcomes = Race.of(2, (n) -> (n == 0) ? move(toAfternoon)
				: this.moves.move(neighbour.appointment().getId(), toMorning.secret(), Canceller.PATIENT));
		assertThat(Race.won(outcomes)).isEqualTo(2);
	}

	@Test
	void leaves_the_last_hours_to_the_phone() {
		var to = hold(this.afternoon, LocalTime.of(14, 20));
		this.clock.set(LocalDateTime.of(2027, 1, 12, 7, 0));
		assertRefused(Reason.CHANGES_CLOSED, () -> move(to));
		assertRefused(Reason.CHANGES_CLOSED,
				() -> this.bookings.cancel(this.visit.appointment().getId(), Canceller.PATIENT));
		this.sites.bookBy(this.marciac.getId(), null,
				new BookingRules((short) 0, (short) 0, (short) 0, (short) 0, (short) 0, (short) 0, (short) 60));
		this.bookings.cancel(this.visit.appointment().getId(), Canceller.PATIENT);
	}

	@Test
	void lets_the_site_cancel_until_the_visit_begins() {
		this.clock.set(LocalDateTime.of(2027, 1, 12, 8, 59));
		this.bookings.cancel(this.visit.appointment().getId(), Canceller.HOST);
		assertThat(count("status = 'CANCELLED'")).isEqualTo(1);
	}

}
