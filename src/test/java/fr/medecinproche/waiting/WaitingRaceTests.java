package fr.medecinproche.waiting;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import fr.medecinproche.appointment.Asker;
import fr.medecinproche.appointment.Booking;
import fr.medecinproche.appointment.BookingRefusedException;
import fr.medecinproche.appointment.BookingService;
import fr.medecinproche.appointment.Canceller;
import fr.medecinproche.appointment.Channel;
import fr.medecinproche.appointment.RegularDoctor;
import fr.medecinproche.appointment.VisitKind;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.territory.Communes;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Race;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static fr.medecinproche.testing.Scenario.TUESDAY;
import static fr.medecinproche.waiting.WaitingFixture.at;
import static fr.medecinproche.waiting.WaitingFixture.person;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The waiting list while everything happens at once, on several nodes.
 */
@ApplicationTest
class WaitingRaceTests {

	private static final LocalTime NINE = LocalTime.of(9, 0);

	private static final int WAITING = 12;

	@Autowired
	WaitingService waiting;

	@Autowired
	OfferService answers;

	@Autowired
	WaitingRounds rounds;

	@Autowired
	BookingService bookings;

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

	private final List<HalfDaySlot> halfDays = new ArrayList<>();

	private final List<Booking> booked = new ArrayList<>();

	@BeforeEach
	void threeFullMornings() {
		this.database.clean();
		this.halfDays.clear();
		this.booked.clear();
		this.people = new WaitingFixture(this.waiting, this.communes, this.jdbc);
		var site = this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC);
		var doctor = this.scenario.volunteer("Aline", "Roux");
		for (int day = 0; day < 3; day++) {
			var slot = this.scenario.taken(doctor, site, HalfDay.morningOf(TUESDAY.plusDays(day)));
			this.halfDays.add(slot);
			for (int time = 0; time < 10; time++) {
				this.booked
					.add(this.scenario.appointment(slot, NINE.plusMinutes(20L * time), person(300 + 10 * day + time)));
			}
		}
		this.clock.set(LocalDateTime.of(2027, 1, 4, 10, 0));
	}

	private void cancel(int day, int time) {
		this.bookings.cancel(this.booked.get(10 * day + time).appointment().getId(), Canceller.PATIENT);
	}

	private long count(String sql) {
		return this.jdbc.sql("select count(*) " + sql).query(Long.class).single();
	}

	private void assertNothingIsDouble() {
		assertThat(count("from (select from waiting_offer group by entry_id having count(*) > 1) two")).isZero();
		assertThat(count("""
				from waiting_offer o join waiting_offer p on p.id > o.id and p.slot_id = o.slot_id
				and p.starts_at < o.ends_at and o.starts_at < p.ends_at
				where o.outcome = 'OPEN' and p.outcome = 'OPEN'""")).isZero();
		assertThat(count("""
				from waiting_offer o left join appointment a on a.id = o.appointment_id and a.status = 'HELD'
				and a.held_until = o.open_until where o.outcome = 'OPEN' and a.id is null"""))
			.as("offers without the time being held")
			.isZero();
		assertThat(count("from waiting_offer")).as("an offer is a row, a hold and a message, or nothing")
			.isEqualTo(count("from outbox_message where dedup_key like 'waiting-offer:%'"));
	}

	@RepeatedTest(3)
	void a_freed_time_is_never_offered_to_two_people_and_nobody_gets_two_offers() throws InterruptedException {
		IntStream.range(0, WAITING).forEach((number) -> this.people.joins(person(number)));
		var outcomes = Race.of(18, (number) -> {
			switch (number % 3) {
				case 0 -> cancel(number / 3 % 3, number / 9);
				case 1 -> this.rounds.make();
				default -> this.bookings.hold(this.halfDays.get(number / 3 % 3).getId(),
						at(this.halfDays.get(number / 3 % 3), NINE.plusMinutes(20L * (number / 9))),
						VisitKind.CONSULTATION, new Asker(Channel.WEB, RegularDoctor.NO));
			}
			return number;
		});
		assertThat(Race.losses(outcomes)).hasOnlyElementsOfType(BookingRefusedException.class);
		assertThat(count("from appointment where status = 'CANCELLED'")).isEqualTo(6);
		assertNothingIsDouble();
		assertThat(this.people.open())
			.as("as many offers as times, to the first in order, give or take who is"
					+ " being dealt with by another node")
			.hasSize(6);
	}

	@RepeatedTest(3)
	void three_nodes_pass_ended_offers_on_once() throws InterruptedException {
		IntStream.range(0, WAITING).forEach((number) -> this.people.joins(person(number)));
		cancel(0, 0);
		cancel(1, 0);
		cancel(2, 0);
		this.clock.set(LocalDateTime.of(2027, 1, 4, 10, 30));
		var outcomes = Race.of(3, (number) -> {
			this.rounds.make();
			return number;
		});
		assertThat(Race.losses(outcomes)).isEmpty();
		this.rounds.make();
		assertNothingIsDouble();
		assertThat(this.people.open()).hasSize(3);
		assertThat(count("from waiting_offer where outcome = 'UNANSWERED'")).isEqualTo(3);
		assertThat(count("from waiting_entry where unanswered = 1")).isEqualTo(3);
	}

	@RepeatedTest(3)
	void one_yes_from_eight_windows_is_one_appointment() throws InterruptedException {
		var link = this.people.joins(person(0));
		this.people.joins(person(1));
		cancel(0, 0);
		var offer = this.people.latestOffer();
		var outcomes = Race.of(8, (number) -> {
			if (number == 7) {
				this.answers.decline(link, offer);
				return 0L;
			}
			return this.answers.accept(link, offer, null).appointment().getId();
		});
		assertThat(Race.losses(outcomes)).hasOnlyElementsOfType(BookingRefusedException.class);
		assertThat(count("from appointment where status = 'BOOKED' and family_name = 'A'")).isLessThanOrEqualTo(1);
		assertThat(count("from appointment where status in ('BOOKED', 'HELD') and slot_id = "
				+ this.halfDays.getFirst().getId()))
			.isEqualTo(10);
	}

	@RepeatedTest(3)
	void somebody_who_joins_from_eight_windows_waits_once() throws InterruptedException {
		var outcomes = Race.of(8,
				(number) -> this.waiting.join(person(0), this.communes.findById(Scenario.PLAISANCE).orElseThrow(),
						new WaitingWish(VisitKind.CONSULTATION, (short) 30, null), Locale.FRENCH));
		assertThat(Race.losses(outcomes)).isEmpty();
		assertThat(count("from waiting_entry")).isOne();
	}

	@Test
	void answers_of_people_with_appointments_on_each_others_half_days_never_block() throws InterruptedException {
		var links = IntStream.range(0, 6).mapToObj((number) -> this.people.joins(person(number))).toList();
		IntStream.range(0, 6).forEach((number) -> cancel(number % 3, number / 3));
		var offers = this.jdbc.sql("select id from waiting_offer order by entry_id").query(Long.class).list();
		assertThat(offers).hasSize(6);
		var outcomes = Race.of(12, (number) -> {
			if (number < 6) {
				this.answers.accept(links.get(number), offers.get(number), null);
			}
			else {
				cancel(number % 3, 4 + number / 3);
			}
			return number;
		});
		assertThat(Race.losses(outcomes)).isEmpty();
		assertThat(count("from waiting_offer where outcome = 'ACCEPTED'")).isEqualTo(6);
	}

}
