package fr.medecinproche.waiting;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import fr.medecinproche.account.Secret;
import fr.medecinproche.appointment.Asker;
import fr.medecinproche.appointment.Booking;
import fr.medecinproche.appointment.BookingRefusedException;
import fr.medecinproche.appointment.BookingRefusedException.Reason;
import fr.medecinproche.appointment.BookingService;
import fr.medecinproche.appointment.Canceller;
import fr.medecinproche.appointment.Channel;
import fr.medecinproche.appointment.Patient;
import fr.medecinproche.appointment.RegularDoctor;
import fr.medecinproche.appointment.VisitKind;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.schedule.Period;
import fr.medecinproche.schedule.SchedulingService;
import fr.medecinproche.site.BookingRules;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.site.SiteService;
import fr.medecinproche.territory.Communes;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import fr.medecinproche.volunteer.Volunteer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static fr.medecinproche.testing.Scenario.TUESDAY;
import static fr.medecinproche.waiting.WaitingFixture.at;
import static fr.medecinproche.waiting.WaitingFixture.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Who gets a freed time: in order, one at a time, within half an hour, never at night.
 */
@ApplicationTest
class WaitingListTests {

	private static final LocalTime NINE = LocalTime.of(9, 0);

	@Autowired
	WaitingService waiting;

	@Autowired
	OfferService answers;

	@Autowired
	WaitingAccess access;

	@Autowired
	WaitingRounds rounds;

	@Autowired
	BookingService bookings;

	@Autowired
	SchedulingService scheduling;

	@Autowired
	SiteService sites;

	@Autowired
	Communes communes;

	@Autowired
	Scenario scenario;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TestClock.SettableClock clock;

	@Autowired
	CleanDatabase database;

	private WaitingFixture people;

	private ConsultationSite marciac;

	private Volunteer doctor;

	private HalfDaySlot morning;

	private List<Booking> full;

	@BeforeEach
	void aMorningThatIsFull() {
		this.database.clean();
		this.people = new WaitingFixture(this.waiting, this.communes, this.jdbc);
		this.marciac = this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC);
		this.doctor = this.scenario.volunteer("Aline", "Roux");
		this.morning = this.scenario.taken(this.doctor, this.marciac, HalfDay.morningOf(TUESDAY));
		this.full = fill(this.morning);
		this.clock.set(LocalDateTime.of(2027, 1, 4, 10, 0));
	}

	/** Ten consultations from nine o'clock on. */
	private List<Booking> fill(HalfDaySlot slot) {
		return IntStream.range(0, 10)
			.mapToObj((number) -> this.scenario.appointment(slot, NINE.plusMinutes(20L * number),
					person(500 + number + 10 * (int) slot.getId())))
			.toList();
	}

	private void cancel(int number) {
		this.bookings.cancel(this.full.get(number).appointment().getId(), Canceller.PATIENT);
	}

	private void calledOffByTheSite(int number) {
		this.bookings.cancel(this.full.get(number).appointment().getId(), Canceller.HOST);
	}

	private void on(int day, int hour, int minute) {
		this.clock.set(LocalDateTime.of(2027, 1, day, hour, minute));
	}

	private Secret[] join(int howMany) {
		return IntStream.range(0, howMany)
			.mapToObj((number) -> this.people.joins(person(number)))
			.toArray(Secret[]::new);
	}

	@Test
	void a_time_that_frees_is_kept_for_the_first_who_joined_before_anybody_else_can_have_it() {
		join(3);
		cancel(0);
		assertThat(this.people.open()).containsExactly("A 09:00");
		assertThatExceptionOfType(BookingRefusedException.class)
			.isThrownBy(() -> this.bookings.hold(this.morning.getId(), at(this.morning, NINE), VisitKind.CONSULTATION,
					new Asker(Channel.WEB, RegularDoctor.NO)))
			.extracting(BookingRefusedException::reason)
			.isEqualTo(Reason.TAKEN_MEANWHILE);
		assertThat(this.jdbc.sql("select count(*) from outbox_message where dedup_key like 'waiting-offer:%'")
			.query(Long.class)
			.single()).isOne();
	}

	@Test
	void after_half_an_hour_without_an_answer_the_next_is_asked() {
		join(3);
		cancel(0);
		on(4, 10, 29);
		this.rounds.make();
		assertThat(this.people.open()).containsExactly("A 09:00");
		on(4, 10, 30);
		this.rounds.make();
		this.rounds.make();
		assertThat(this.people.all()).containsExactly("A 09:00 UNANSWERED", "B 09:00 OPEN");
	}

	@Test
	void whoever_says_no_gives_it_to_the_next_at_once_and_keeps_their_place() {
		var links = join(2);
		cancel(0);
		this.answers.decline(links[0], this.people.latestOffer());
		assertThat(this.people.all()).containsExactly("A 09:00 DECLINED", "B 09:00 OPEN");
		on(5, 10, 0);
		cancel(1);
		assertThat(this.people.open()).contains("A 09:20");
	}

	@Test
	void nobody_is_told_twice_a_day_nor_twice_of_one_time() {
		var link = join(1)[0];
		cancel(0);
		this.answers.decline(link, this.people.latestOffer());
		cancel(1);
		assertThat(this.people.open()).isEmpty();
		on(5, 8, 0);
		this.rounds.make();
		assertThat(this.people.all()).containsExactly("A 09:00 DECLINED", "A 09:20 OPEN");
		on(5, 8, 30);
		this.rounds.make();
		on(6, 8, 0);
		this.rounds.make();
		assertThat(this.people.all()).hasSize(2);
	}

	@Test
	void accepting_gives_the_appointment_and_ends_the_wait() {
		var link = join(2)[0];
		cancel(0);
		var booking = this.answers.accept(link, this.people.latestOffer(), null);
		assertThat(booking.appointment().isBooked()).isTrue();
		assertThat(booking.appointment().getStartsAt()).isEqualTo(at(this.morning, NINE));
		assertThat(booking.appointment().getChannel()).isEqualTo(Channel.WAITING_LIST);
		assertThat(this.access.open(link).orElseThrow().getEnding()).isEqualTo(Ending.BOOKED);
		assertThat(this.answers.accept(link, this.people.latestOffer(), null).appointment().getId())
			.isEqualTo(booking.appointment().getId());
		assertThat(this.people.all()).containsExactly("A 09:00 ACCEPTED");
	}

	@Test
	void an_offer_that_ended_can_be_taken_as_long_as_the_time_is_free_and_not_after() {
		var links = join(2);
		cancel(0);
		var first = this.people.latestOffer();
		on(4, 10, 31);
		this.rounds.make();
		assertThatExceptionOfType(BookingRefusedException.class)
			.isThrownBy(() -> this.answers.accept(links[0], first, null))
			.extracting(BookingRefusedException::reason)
			.isEqualTo(Reason.HOLD_ENDED);
		on(4, 11, 2);
		this.rounds.make();
		assertThat(this.answers.accept(links[0], first, null).appointment().isBooked()).isTrue();
	}

	@Test
	void nobody_answers_for_somebody_else() {
		var links = join(2);
		cancel(0);
		assertThatExceptionOfType(NoSuchWaitException.class)
			.isThrownBy(() -> this.answers.accept(links[1], this.people.latestOffer(), null));
		assertThatExceptionOfType(NoSuchWaitException.class)
			.isThrownBy(() -> this.answers.decline(links[1], this.people.latestOffer()));
		assertThat(this.people.open()).containsExactly("A 09:00");
	}

	@Test
	void accepting_moves_the_appointment_one_has_and_its_time_goes_to_the_next() {
		var later = this.scenario.taken(this.doctor, this.marciac, HalfDay.morningOf(TUESDAY.plusDays(1)));
		var theirs = this.scenario.appointment(later, NINE, person(0));
		fillRest(later);
		var link = join(2)[0];
		cancel(0);
		var booking = this.answers.accept(link, this.people.latestOffer(), theirs.appointment().getId());
		assertThat(booking.appointment().getCode()).isEqualTo(theirs.appointment().getCode());
		assertThat(this.people.all()).containsExactly("A 09:00 ACCEPTED", "B 09:00 OPEN");
	}

	private void fillRest(HalfDaySlot slot) {
		for (int number = 1; number < 10; number++) {
			this.scenario.appointment(slot, NINE.plusMinutes(20L * number), person(700 + number));
		}
	}

	@Test
	void nobody_moves_the_appointment_of_somebody_else() {
		var link = join(1)[0];
		cancel(0);
		assertThatExceptionOfType(NoSuchWaitException.class).isThrownBy(
				() -> this.answers.accept(link, this.people.latestOffer(), this.full.get(5).appointment().getId()));
		assertThat(this.people.open()).containsExactly("A 09:00");
	}

	@Test
	void whoever_has_a_visit_sooner_is_not_told_nor_whoever_has_just_given_the_time_up() {
		var giver = this.full.getFirst().appointment().getPatient();
		var sooner = this.scenario.taken(this.doctor, this.marciac, HalfDay.morningOf(TUESDAY.minusDays(1)));
		this.people.joins(giver);
		join(2);
		this.scenario.appointment(sooner, NINE, person(0));
		this.jdbc.sql("update waiting_entry set ended_at = null, ending = null").update();
		cancel(0);
		assertThat(this.people.open()).containsExactly("B 09:00");
	}

	@ParameterizedTest
	@CsvSource({ "20:59, true", "21:00, false", "23:59, false", "00:00, false", "07:59, false", "08:00, true" })
	void no_offer_starts_between_nine_at_night_and_eight_in_the_morning(LocalTime time, boolean told) {
		join(1);
		this.clock.set(LocalDate.of(2027, 1, 5).atTime(time));
		cancel(0);
		assertThat(this.people.open()).hasSize(told ? 1 : 0);
	}

	@Test
	void what_frees_at_night_is_everybodys_until_eight_and_what_is_left_then_is_offered() {
		join(2);
		on(4, 22, 0);
		cancel(0);
		cancel(1);
		this.scenario.appointment(this.morning, NINE, person(90));
		on(5, 7, 59);
		this.rounds.make();
		assertThat(this.people.open()).isEmpty();
		on(5, 8, 0);
		this.rounds.make();
		assertThat(this.people.open()).containsExactly("A 09:20");
	}

	@ParameterizedTest
	@CsvSource({ "2027-03-28", "2027-10-31" })
	void the_night_of_a_clock_change_ends_at_eight_too(LocalDate sunday) {
		this.clock.set(sunday.minusDays(1).atTime(22, 0));
		var slot = this.scenario.taken(this.doctor, this.marciac, HalfDay.morningOf(sunday.plusDays(10)));
		this.people.joins(person(0));
		this.clock.set(sunday.atTime(7, 59));
		this.rounds.make();
		assertThat(this.people.open()).isEmpty();
		this.clock.set(sunday.atTime(8, 0));
		this.rounds.make();
		assertThat(this.people.open()).containsExactly("A 09:00");
		assertThat(slot.getStatus()).isNotNull();
	}

	@Test
	void a_new_half_day_is_offered_to_as_many_as_it_has_times_in_order() {
		join(12);
		this.scenario.taken(this.doctor, this.marciac, HalfDay.morningOf(TUESDAY.plusDays(2)));
		assertThat(this.people.open()).hasSize(10)
			.startsWith("A 09:00", "B 09:20", "C 09:40")
			.doesNotContain("K 09:00");
	}

	@Test
	void times_kept_for_people_without_a_doctor_are_offered_to_them_only() {
		this.sites.bookBy(this.marciac.getId(), null, BookingRules.USUAL);
		this.people.joins(person(0, RegularDoctor.YES));
		this.people.joins(person(1, RegularDoctor.NO));
		this.people.joins(person(2, RegularDoctor.UNREACHABLE));
		this.scenario.taken(this.doctor, this.marciac, HalfDay.morningOf(TUESDAY.plusDays(2)));
		assertThat(this.people.open()).containsExactly("A 09:40", "B 09:00", "C 09:20");
	}

	@Test
	void a_time_that_was_kept_for_others_is_offered_as_soon_as_it_is_everybodys() {
		this.sites.bookBy(this.marciac.getId(), null, BookingRules.USUAL);
		this.people.joins(person(0, RegularDoctor.YES));
		this.clock.set(TUESDAY.minusDays(2).atTime(8, 0));
		cancel(0);
		this.rounds.make();
		assertThat(this.people.open()).isEmpty();
		this.clock.set(TUESDAY.minusDays(2).atTime(9, 0));
		this.rounds.make();
		assertThat(this.people.open()).containsExactly("A 09:00");
	}

	@Test
	void only_those_are_told_who_come_as_far_and_at_that_time_of_day() {
		this.people.joins(person(0), 10, null);
		this.people.joins(person(1), 20, Period.AFTERNOON);
		this.people.joins(person(2), 20, Period.MORNING);
		cancel(0);
		assertThat(this.people.open()).containsExactly("C 09:00");
	}

	@Test
	void an_offer_is_shortened_where_online_bookings_close_and_not_made_when_it_would_be_too_short() {
		this.people.joins(person(0));
		this.clock.set(TUESDAY.atTime(8, 25));
		calledOffByTheSite(4); // 10 h 20 closes at 8 h 20
		assertThat(this.people.open()).isEmpty();
		calledOffByTheSite(5); // 10 h 40 closes at 8 h 40
		assertThat(this.people.open()).containsExactly("A 10:40");
		assertThat(this.jdbc.sql("select open_until - made_at = interval '15 minutes' from waiting_offer")
			.query(Boolean.class)
			.single()).isTrue();
	}

	@Test
	void after_three_offers_without_an_answer_the_wait_ends_and_they_are_told_the_day_after() {
		var link = join(1)[0];
		for (int day = 4; day < 7; day++) {
			on(day, 10, 0);
			cancel(day - 4);
			on(day, 10, 30);
			this.rounds.make();
		}
		assertThat(this.people.all()).hasSize(3);
		assertThat(this.access.open(link).orElseThrow().isWaiting()).isTrue();
		on(7, 7, 0);
		this.rounds.make();
		assertThat(this.access.open(link).orElseThrow().isWaiting()).isTrue();
		on(7, 8, 0);
		this.rounds.make();
		assertThat(this.access.open(link).orElseThrow().getEnding()).isEqualTo(Ending.UNANSWERED);
		assertThat(this.jdbc.sql("select count(*) from outbox_message where dedup_key like 'waiting:%:ended:%'")
			.query(Long.class)
			.single()).isOne();
		this.waiting.resume(link);
		assertThat(this.access.open(link).orElseThrow().isWaiting()).isTrue();
	}

	@Test
	void a_wait_ends_after_three_months_and_whoever_still_waits_keeps_their_place() {
		var links = join(2);
		this.clock.set(LocalDateTime.of(2027, 4, 4, 9, 0));
		this.rounds.make();
		assertThat(this.access.open(links[0]).orElseThrow().isWaiting()).isTrue();
		this.clock.set(LocalDateTime.of(2027, 4, 4, 10, 0));
		this.rounds.make();
		assertThat(this.access.open(links[0]).orElseThrow().getEnding()).isEqualTo(Ending.EXPIRED);
		this.waiting.resume(links[1]);
		this.waiting.resume(links[0]);
		assertThat(this.jdbc.sql("select family_name from waiting_entry where ended_at is null order by joined_at, id")
			.query(String.class)
			.list()).containsExactly("A", "B");
	}

	@Test
	void an_appointment_got_otherwise_ends_the_wait_too() {
		var link = join(1)[0];
		var later = this.scenario.taken(this.doctor, this.marciac, HalfDay.afternoonOf(TUESDAY));
		this.answers.decline(link, this.people.latestOffer());
		this.scenario.appointment(later, LocalTime.of(14, 0), person(0));
		assertThat(this.access.open(link).orElseThrow().getEnding()).isEqualTo(Ending.BOOKED);
		this.people.joins(person(1));
		this.waiting.resume(link);
		assertThat(this.jdbc.sql("select family_name from waiting_entry where ended_at is null order by joined_at, id")
			.query(String.class)
			.list()).as("who has had a turn is last").hasSize(2).contains("A", "B");
	}

	@Test
	void whoever_joins_twice_keeps_their_place_and_the_way_they_are_told() {
		this.people.joins(person(0), 10, null);
		on(4, 11, 0);
		var again = new Patient("PERSONNE", "a", person(0).birthDate(), person(0).phone(), "autre@essai.example",
				Scenario.PLAISANCE, RegularDoctor.YES, false);
		assertThat(this.waiting.join(again, this.communes.findById(Scenario.PLAISANCE).orElseThrow(),
				new WaitingWish(VisitKind.CONSULTATION, (short) 30, null), Locale.FRENCH))
			.isEmpty();
		var row = this.jdbc.sql("select * from waiting_entry").query().singleRow();
		assertThat(row).containsEntry("radius_km", 30)
			.containsEntry("email", null)
			.containsEntry("phone", person(0).phone())
			.containsEntry("regular_doctor", "YES");
		assertThat(
				this.jdbc.sql("select to_char(joined_at at time zone 'Europe/Paris', 'DD HH24:MI') from waiting_entry")
					.query(String.class)
					.single())
			.isEqualTo("04 10:00");
	}

	@Test
	void leaving_frees_what_is_held_and_forgets_at_once() {
		var links = join(2);
		cancel(0);
		this.answers.leave(links[0]);
		assertThat(this.people.open()).containsExactly("B 09:00");
		assertThat(this.access.open(links[0])).isEmpty();
		assertThat(
				this.jdbc.sql("select t::text from waiting_entry t where ending = 'LEFT'").query(String.class).single())
			.doesNotContain("Personne", "1950", "+336", Scenario.PLAISANCE);
	}

	@Test
	void when_the_doctor_no_longer_comes_the_offer_ends_and_counts_for_nothing() {
		join(1);
		cancel(0);
		this.scheduling.giveBack(this.doctor.getId(), this.morning.getId());
		assertThat(this.people.all()).containsExactly("A 09:00 WITHDRAWN");
		assertThat(this.jdbc.sql("select unanswered from waiting_entry").query(Integer.class).single()).isZero();
	}

	@Test
	void plain_sql_cannot_offer_one_time_to_two_people_nor_two_times_to_one_person() {
		join(2);
		cancel(0);
		var copy = "insert into waiting_offer (entry_id, slot_id, starts_at, ends_at, made_at, made_on, open_until, outcome)"
				+ " select %s, slot_id, starts_at%s, ends_at%s, made_at, made_on%s, open_until, 'OPEN' from waiting_offer";
		var hour = " + interval '1 hour'";
		assertRefused(copy.formatted("(select max(id) from waiting_entry)", "", "", ""), "one_person_at_a_time");
		assertRefused(copy.formatted("entry_id", hour, hour, ""), "one_a_day");
		assertRefused(copy.formatted("entry_id", hour, hour, " + 1"), "one_open");
		this.jdbc.sql("update waiting_offer set outcome = 'DECLINED'").update();
		assertRefused(copy.formatted("entry_id", "", "", " + 1"), "not_twice");
		assertRefused("insert into waiting_entry (given_name, family_name, name_key, birth_date, phone, commune,"
				+ " regular_doctor, for_relative, latitude, longitude, radius_km, kind, joined_at, expires_at)"
				+ " select given_name, family_name, name_key, birth_date, phone, commune, regular_doctor, for_relative,"
				+ " latitude, longitude, radius_km, kind, joined_at, expires_at from waiting_entry limit 1",
				"once_by_phone");
	}

	private void assertRefused(String sql, String constraint) {
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> this.jdbc.sql(sql).update())
			.withMessageContaining(constraint);
	}

}
