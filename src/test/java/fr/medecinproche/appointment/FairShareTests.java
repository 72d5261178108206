package fr.medecinproche.appointment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;

import fr.medecinproche.appointment.BookingRefusedException.Reason;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.schedule.HalfDaySlots;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static fr.medecinproche.testing.Scenario.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Who gets the rare times: those kept for some until they open to all, and how many one
 * person may have.
 */
@ApplicationTest
class FairShareTests {

	/** Two times for priority, one for the phone, one for the regulators. */
	private static final BookingRules TWO_ONE_ONE = BookingRules.USUAL;

	@Autowired
	BookingService bookings;

	@Autowired
	AvailabilityService availability;

	@Autowired
	AppointmentAccess access;

	@Autowired
	SiteService sites;

	@Autowired
	HalfDaySlots slots;

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

	private void keepSomeTimes() {
		this.sites.bookBy(this.marciac.getId(), null, TWO_ONE_ONE);
	}

	private Hold hold(HalfDaySlot slot, LocalTime time, Asker asker) {
		return this.bookings.hold(slot.getId(), at(slot, time), VisitKind.CONSULTATION, asker);
	}

	private static Instant at(HalfDaySlot slot, LocalTime time) {
		return slot.getHalfDay().day().atTime(time).atZone(HalfDay.ZONE).toInstant();
	}

	private static Asker online(RegularDoctor answer) {
		return new Asker(Channel.WEB, answer);
	}

	private static Patient patient(String givenName, String familyName, LocalDate born, String phone, String email) {
		return new Patient(givenName, familyName, born, phone, email, Scenario.PLAISANCE, RegularDoctor.NO, false);
	}

	private static Patient jeanne() {
		return Scenario.patient("Jeanne", "Daste");
	}

	private Booking book(HalfDaySlot slot, LocalTime time, Patient patient) {
		return this.scenario.appointment(slot, time, patient);
	}

	private HalfDaySlot morningOf(LocalDate day) {
		return this.scenario.taken(this.doctor, this.marciac, HalfDay.morningOf(day));
	}

	private static void assertRefused(Reason reason, ThrowingCallable act) {
		assertThatExceptionOfType(BookingRefusedException.class).isThrownBy(act)
			.extracting(BookingRefusedException::reason)
			.isEqualTo(reason);
	}

	private long count(String where) {
		return this.jdbc.sql("select count(*) from appointment where " + where).query(Long.class).single();
	}

	@ParameterizedTest
	@CsvSource({ "WEB, , 09:40, 6", "WEB, YES, 09:40, 6", "WEB, NO, 09:00, 8", "WEB, UNREACHABLE, 09:00, 8",
			"WAITING_LIST, NO, 09:00, 8", "HOST, , 09:00, 9", "REGULATOR, , 09:00, 10", "REGULATOR, YES, 09:40, 8" })
	void shows_the_kept_times_to_those_they_are_kept_for(Channel channel, RegularDoctor answer, LocalTime first,
			int howMany) {
		keepSomeTimes();
		var times = this.availability
			.at(this.marciac, VisitKind.CONSULTATION, new Asker(channel, answer), TUESDAY, TUESDAY.plusDays(1))
			.get(TUESDAY);
		assertThat(times.getFirst().time().time()).isEqualTo(first);
		assertThat(times).hasSize(howMany);
	}

	@Test
	void opens_kept_times_to_all_at_the_hour_the_site_decided() {
		keepSomeTimes();
		var everybody = online(RegularDoctor.YES);
		this.clock.set(LocalDateTime.of(2027, 1, 10, 8, 59));
		assertRefused(Reason.KEPT_FOR_OTHERS, () -> hold(this.morning, LocalTime.of(9, 0), everybody));
		this.clock.set(LocalDateTime.of(2027, 1, 10, 9, 0));
		assertThat(hold(this.morning, LocalTime.of(9, 0), everybody).appointment().getTime()).isEqualTo("09:00");
		assertRefused(Reason.KEPT_FOR_OTHERS, () -> hold(this.morning, LocalTime.of(12, 0), everybody));
		this.clock.set(LocalDateTime.of(2027, 1, 11, 9, 0));
		assertThat(hold(this.morning, LocalTime.of(12, 0), everybody).appointment().getTime()).isEqualTo("12:00");
	}

	@Test
	void refuses_a_priority_time_to_whoever_answers_that_they_have_a_doctor() {
		keepSomeTimes();
		var held = hold(this.morning, LocalTime.of(9, 0), online(RegularDoctor.NO));
		var withDoctor = new Patient("Jeanne", "Daste", LocalDate.of(1941, 5, 8), "+33639980002", null,
				Scenario.PLAISANCE, RegularDoctor.YES, false);
		assertRefused(Reason.KEPT_FOR_OTHERS,
				() -> this.bookings.confirm(held.secret(), withDoctor, Locale.FRENCH, null));
		assertThat(this.bookings.confirm(held.secret(), jeanne(), Locale.FRENCH, null).appointment().isBooked())
			.isTrue();
	}

	@Test
	void keeps_nothing_from_a_morning_shorter_than_what_is_kept() {
		this.sites.bookBy(this.marciac.getId(), null,
				new BookingRules((short) 6, (short) 48, (short) 6, (short) 24, (short) 6, (short) 24, (short) 120));
		assertThat(KeptTime.of(this.slots.findById(this.morning.getId()).orElseThrow(), this.clock.instant()))
			.extracting(KeptTime::whom)
			.containsExactly(KeptFor.PRIORITY, KeptFor.REGULATION);
		assertThat(this.availability.at(this.marciac, VisitKind.CONSULTATION, online(RegularDoctor.YES), TUESDAY,
				TUESDAY.plusDays(1)))
			.isEmpty();
	}

	@Test
	void refuses_a_forged_time_too_near_or_too_far_for_the_web() {
		this.clock.set(LocalDateTime.of(2027, 1, 12, 8, 0));
		assertRefused(Reason.TOO_LATE, () -> hold(this.morning, LocalTime.of(9, 40), online(null)));
		assertThat(hold(this.morning, LocalTime.of(9, 40), Asker.by(Channel.HOST)).appointment().getTime())
			.isEqualTo("09:40");
		var far = morningOf(LocalDate.of(2027, 4, 6));
		assertRefused(Reason.TOO_LATE, () -> hold(far, LocalTime.of(9, 40), online(null)));
	}

	@Test
	void gives_one_person_one_visit_per_half_day_however_the_name_is_typed() {
		book(this.morning, LocalTime.of(9, 0),
				patient("Marie-Hélène", "Daste", LocalDate.of(1941, 5, 8), "+33639980002", null));
		assertRefused(Reason.SAME_HALF_DAY, () -> book(this.morning, LocalTime.of(10, 0),
				patient("DASTE", "marie helene", LocalDate.of(1941, 5, 8), "+33639980002", "other@essai.example")));
		var elsewhere = this.scenario.openSite("Maison de santé de Plaisance", Scenario.PLAISANCE);
		var sameMorning = this.scenario.taken(this.scenario.volunteer("Paul", "Serres"), elsewhere,
				HalfDay.morningOf(TUESDAY));
		assertRefused(Reason.SAME_HALF_DAY, () -> book(sameMorning, LocalTime.of(10, 0),
				patient("Marie Hélène", "Daste", LocalDate.of(1941, 5, 8), "+33639980002", null)));
	}

	@Test
	void lets_two_people_of_one_name_born_on_one_day_come_on_one_morning() {
		var born = LocalDate.of(1950, 3, 1);
		book(this.morning, LocalTime.of(9, 0), patient("Jean", "Martin", born, "+33639980011", null));
		book(this.morning, LocalTime.of(9, 20), patient("Jean", "Martin", born, "+33639980012", null));
		book(this.morning, LocalTime.of(9, 40), patient("Jeanne", "Martin", born, "+33639980011", null));
		assertThat(count("status = 'BOOKED'")).isEqualTo(3);
	}

	@Test
	void gives_one_person_two_coming_visits_and_a_third_once_one_is_past_or_cancelled() {
		var first = book(this.morning, LocalTime.of(9, 0), jeanne());
		book(morningOf(TUESDAY.plusDays(1)), LocalTime.of(9, 0), jeanne());
		var third = morningOf(TUESDAY.plusDays(2));
		assertRefused(Reason.ENOUGH_COMING, () -> book(third, LocalTime.of(9, 0), jeanne()));
		this.bookings.cancel(first.appointment().getId(), Canceller.PATIENT);
		book(third, LocalTime.of(9, 20), jeanne());
		this.clock.set(LocalDateTime.of(2027, 1, 13, 14, 0));
		book(morningOf(TUESDAY.plusDays(3)), LocalTime.of(9, 0), jeanne());
	}

	@Test
	void counts_the_share_right_when_one_person_books_from_many_windows_at_once() throws InterruptedException {
		var days = new HalfDaySlot[] { this.morning, morningOf(TUESDAY.plusDays(1)), morningOf(TUESDAY.plusDays(2)),
				morningOf(TUESDAY.plusDays(3)) };
		var outcomes = Race.of(12, (n) -> book(days[n % 4], LocalTime.of(9, 0).plusMinutes(20L * (n / 4)), jeanne()));
		assertThat(Race.won(outcomes)).isEqualTo(2);
		assertThat(Race.losses(outcomes))
			.allSatisfy((loss) -> assertThat(loss).isInstanceOf(BookingRefusedException.class));
		assertThat(count("status = 'BOOKED'")).isEqualTo(2);
	}

	@Test
	void stays_impossible_in_plain_sql_to_book_one_person_twice_on_a_half_day() {
		book(this.morning, LocalTime.of(9, 0), jeanne());
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> this.jdbc.sql("""
				insert into appointment (slot_id, starts_at, ends_at, kind, status, code, given_name, family_name,
				  birth_date, phone, email, regular_doctor, for_relative, channel, created_at, name_key)
				select slot_id, starts_at + interval '1 hour', ends_at + interval '1 hour', kind, status, 'ZZZZZZ',
				  given_name, family_name, birth_date, phone, null, regular_doctor, for_relative, channel, created_at,
				  name_key from appointment where status = 'BOOKED'""").update())
			.withMessageContaining("appointment_once_by_phone");
	}

}
