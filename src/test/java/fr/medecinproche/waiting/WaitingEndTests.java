package fr.medecinproche.waiting;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

import fr.medecinproche.account.Secret;
import fr.medecinproche.appointment.Booking;
import fr.medecinproche.appointment.BookingService;
import fr.medecinproche.appointment.Canceller;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.territory.Communes;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static fr.medecinproche.testing.Scenario.TUESDAY;
import static fr.medecinproche.waiting.WaitingFixture.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Whoever waits no more: what is left of them, and what they cannot get back by chance.
 */
@ApplicationTest
class WaitingEndTests {

	@Autowired
	WaitingService waiting;

	@Autowired
	OfferService answers;

	@Autowired
	WaitingAccess access;

	@Autowired
	BookingService bookings;

	@Autowired
	Communes communes;

	@Autowired
	Scenario scenario;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TestClock.SettableClock clock;

	@Autowired
	CleanDatabase database;

	private WaitingFixture people;

	private Secret link;

	private Booking visit;

	/** A morning with one visit left to book, and somebody who came too late for it. */
	@BeforeEach
	void somebodyWaits() {
		this.database.clean();
		this.people = new WaitingFixture(this.waiting, this.communes, this.jdbc);
		var morning = this.scenario.taken(this.scenario.volunteer("Aline", "Roux"),
				this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC), HalfDay.morningOf(TUESDAY));
		for (int time = 0; time < 10; time++) {
			this.visit = this.scenario.appointment(morning, LocalTime.of(9, 0).plusMinutes(20L * time),
					person(300 + time));
		}
		this.clock.set(LocalDateTime.of(2027, 1, 4, 10, 0));
		this.link = this.people.joins(person(0));
	}

	private void aTimeFrees() {
		this.bookings.cancel(this.visit.appointment().getId(), Canceller.PATIENT);
		assertThat(this.people.open()).hasSize(1);
	}

	private long entry() {
		return this.jdbc.sql("select id from waiting_entry").query(Long.class).single();
	}

	private long count(String sql) {
		return this.jdbc.sql("select count(*) " + sql).query(Long.class).single();
	}

	@Test
	void whoever_leaves_is_written_to_no_more_and_no_address_of_theirs_is_kept() {
		aTimeFrees();
		assertThat(count("from outbox_message where dedup_key like 'waiting%' and status = 'PENDING'")).isEqualTo(2);
		this.answers.leave(this.link);
		assertThat(count("from outbox_message where dedup_key like 'waiting%'")).isEqualTo(2);
		assertThat(count("from outbox_message where dedup_key like 'waiting%'"
				+ " and (status = 'PENDING' or recipient is not null or body_text is not null)"))
			.isZero();
	}

	@Test
	void whoever_leaves_does_so_even_when_what_was_held_has_been_cleared_away() {
		aTimeFrees();
		this.jdbc.sql("delete from appointment where status = 'HELD'").update();
		this.answers.leave(this.link);
		assertThat(this.access.open(this.link)).isEmpty();
	}

	@Test
	void whoever_says_in_time_that_they_still_wait_is_not_ended_by_a_round_under_way() {
		this.jdbc.sql("update waiting_entry set unanswered = 3, offered_on = '2027-01-03'").update();
		var id = entry();
		this.waiting.join(person(0), this.communes.findById(Scenario.PLAISANCE).orElseThrow(),
				this.access.open(this.link).orElseThrow().getWish(), Locale.FRENCH);
		this.waiting.endByItself(id);
		assertThat(this.access.open(this.link).orElseThrow().isWaiting()).isTrue();
	}

	/** One window leaves while another, a moment earlier, asked to wait again. */
	@Test
	void whoever_has_left_is_not_written_back_by_another_window() throws Exception {
		this.jdbc.sql("update waiting_entry set ended_at = joined_at, ending = 'EXPIRED'").update();
		try (var threads = Executors.newFixedThreadPool(2)) {
			var again = this.transaction.execute((status) -> {
				this.jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended(?, 0))")
					.param(person(0).birthDate() + " " + person(0).nameKey())
					.query(Integer.class)
					.single();
				var resuming = threads.submit(() -> this.waiting.resume(this.link));
				await().until(() -> count("from pg_locks where locktype = 'advisory' and not granted") > 0);
				assertThat(threads.submit(() -> this.answers.leave(this.link))).succeedsWithin(Duration.ofSeconds(30));
				return resuming;
			});
			assertThatExceptionOfType(ExecutionException.class).isThrownBy(again::get)
				.withCauseInstanceOf(NoSuchWaitException.class);
		}
		assertThat(count("from waiting_entry where family_name is not null or ended_at is null")).isZero();
	}

}
