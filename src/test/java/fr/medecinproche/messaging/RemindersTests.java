package fr.medecinproche.messaging;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import fr.medecinproche.account.Secret;
import fr.medecinproche.appointment.Appointment;
import fr.medecinproche.appointment.AppointmentAccess;
import fr.medecinproche.appointment.BookingService;
import fr.medecinproche.appointment.Canceller;
import fr.medecinproche.appointment.Patient;
import fr.medecinproche.appointment.RegularDoctor;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.QueryCount;
import fr.medecinproche.testing.Race;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock.SettableClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@ApplicationTest
class RemindersTests {

	@Autowired
	Reminders reminders;

	@Autowired
	Dispatcher dispatcher;

	@Autowired
	AppointmentAccess access;

	@Autowired
	BookingService bookings;

	@Autowired
	Scenario scenario;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	SettableClock clock;

	@Autowired
	CleanDatabase database;

	private HalfDaySlot morning;

	@BeforeEach
	void aMorningOfDrRoux() {
		this.database.clean();
		this.morning = morningOf(Scenario.TUESDAY);
	}

	@Test
	void two_days_before_a_visit_its_patient_is_reminded_by_mail_and_by_text_message() {
		var visit = book("9:20", patient("+33639980002", "jeanne@essai.example"));
		this.clock.set(LocalDateTime.of(2027, 1, 10, 9, 19));
		remind();
		assertThat(written()).isEmpty();
		this.clock.set(LocalDateTime.of(2027, 1, 10, 9, 20));
		remind();
		assertThat(written()).extracting(Written::channel).containsExactly("EMAIL", "SMS");
		var mail = written().getFirst();
		assertThat(mail.subject()).isEqualTo("Rappel : votre rendez-vous du mardi 12 janvier");
		assertThat(mail.text()).contains("mardi 12 janvier 2027 à 9 h 20", "32230 Marciac", "01 99 00 12 34")
			.doesNotContain("demain");
		var sms = written().getLast();
		assertThat(sms.text())
			.startsWith("Rappel : RDV mardi 12 janvier à 9 h 20, Maison de santé. Pour déplacer ou annuler");
		for (var letter : written()) {
			assertThat(letter.notAfter()).as("two hours before the visit").isEqualTo("2027-01-12 07:20");
			assertThat(this.access.open(Secret.of(linkIn(letter.text())))).map(Appointment::getId)
				.contains(visit.getId());
		}
		assertThat(linkIn(mail.text())).isNotEqualTo(linkIn(sms.text()));
	}

	@Test
	void a_land_line_is_not_reminded_and_not_looked_at_again() {
		book("9:20", patient("+33199001234", null));
		this.clock.set(LocalDateTime.of(2027, 1, 10, 9, 20));
		remind();
		assertThat(written()).isEmpty();
		assertThat(
				this.jdbc.sql("select count(*) from appointment where reminded_at is null").query(Long.class).single())
			.isZero();
	}

	@Test
	void whoever_has_just_booked_is_not_reminded() {
		this.clock.set(LocalDateTime.of(2027, 1, 10, 9, 0));
		book("9:20", patient(null, "jeanne@essai.example"));
		this.clock.set(LocalDateTime.of(2027, 1, 11, 8, 59));
		remind();
		this.clock.set(LocalDateTime.of(2027, 1, 11, 12, 0));
		remind();
		assertThat(written()).isEmpty();
	}

	@Test
	void nobody_is_woken_up() {
		book("9:20", patient(null, "jeanne@essai.example"));
		var evening = morningOf(LocalDate.of(2027, 1, 14));
		this.jdbc.sql("update half_day_slot set ends_at = '23:30' where id = ?").param(evening.getId()).update();
		this.jdbc.sql("""
				insert into appointment (slot_id, starts_at, ends_at, kind, status, code, given_name, family_name,
				  birth_date, email, regular_doctor, for_relative, channel, created_at, booked_at)
				values (?, '2027-01-14 22:00+01', '2027-01-14 22:20+01', 'CONSULTATION', 'BOOKED', 'ACEF34', 'Paul',
				  'Fabre', '1950-01-01', 'paul@essai.example', 'NO', false, 'WEB', '2027-01-01', '2027-01-01')
				""").param(evening.getId()).update();
		for (var time : List.of("2027-01-12T22:00", "2027-01-13T07:59")) {
			this.clock.set(LocalDateTime.parse(time));
			remind();
			assertThat(written()).as(time).filteredOn((letter) -> letter.recipient().startsWith("paul")).isEmpty();
		}
		this.clock.set(LocalDateTime.parse("2027-01-13T08:00"));
		remind();
		assertThat(written()).filteredOn((letter) -> letter.recipient().startsWith("paul")).hasSize(1);
		this.clock.set(LocalDateTime.parse("2027-01-13T21:00"));
		this.dispatcher.dispatch();
		assertThat(statuses()).as("a reminder written by day leaves by day").contains("reminder:email PENDING");
	}

	@ParameterizedTest
	@CsvSource({ "2027-03-29,2027-03-27", "2027-11-01,2027-10-30" })
	void a_change_of_clocks_does_not_move_the_hour(LocalDate day, LocalDate dayOfReminder) {
		this.clock.set(day.minusDays(8).atTime(9, 0));
		this.scenario.appointment(morningOf(day), LocalTime.of(9, 20), patient(null, "jeanne@essai.example"));
		this.clock.set(dayOfReminder.atTime(9, 19));
		remind();
		assertThat(written()).isEmpty();
		this.clock.set(dayOfReminder.atTime(9, 20));
		remind();
		assertThat(written()).hasSize(1);
		assertThat(written().getFirst().text()).contains("à 9 h 20");
	}

	@Test
	void eight_nodes_remind_of_each_visit_once() throws Exception {
		visits();
		this.clock.set(LocalDateTime.of(2027, 1, 12, 12, 0));
		var runs = Race.of(8, (node) -> {
			remind();
			return node;
		});
		assertThat(Race.won(runs)).isEqualTo(8);
		assertThat(written()).hasSize(9);
		remind();
		assertThat(written()).hasSize(9);
	}

	@Test
	void a_page_of_reminders_reads_its_visits_in_one_query() {
		book("9:20", patient(null, "jeanne@essai.example"));
		this.clock.set(LocalDateTime.of(2027, 1, 10, 10, 0));
		int one = QueryCount.of(this::remind);
		visits();
		this.clock.set(LocalDateTime.of(2027, 1, 12, 12, 0));
		int nine = QueryCount.of(this::remind);
		// each letter writes its link and itself, and nothing else
		assertThat(nine - one).isEqualTo(8 * 2);
	}

	@Test
	void the_visits_to_remind_of_are_found_by_an_index() {
		var plan = this.transaction.execute((status) -> {
			// few rows: reading or sorting them all is cheap, as it is not among a year's
			// visits
			this.jdbc.sql("set local enable_seqscan = off").update();
			this.jdbc.sql("set local enable_sort = off").update();
			return String.join("\n",
					this.jdbc.sql("explain " + Reminders.DUE)
						.param("soonest", this.clock.instant().atOffset(java.time.ZoneOffset.UTC))
						.param("latest", this.clock.instant().atOffset(java.time.ZoneOffset.UTC).plusDays(2))
						.param("page", 50)
						.query(String.class)
						.list());
		});
		assertThat(plan).contains("Index Scan using appointment_to_remind").doesNotContain("Sort");
	}

	@Test
	void a_reminder_does_not_leave_once_the_visit_is_called_off() {
		var visit = book("9:20", patient("+33639980002", "jeanne@essai.example"));
		this.dispatcher.dispatch();
		this.clock.set(LocalDateTime.of(2027, 1, 10, 9, 20));
		remind();
		this.bookings.cancel(visit.getId(), Canceller.PATIENT);
		this.dispatcher.dispatch();
		assertThat(statuses()).containsExactly("booked RECORDED", "cancelled RECORDED", "reminder:email EXPIRED",
				"reminder:sms EXPIRED");
	}

	@Test
	void a_visit_called_off_while_its_reminder_is_being_written_is_not_reminded_of() throws Exception {
		var visit = book("9:20", patient(null, "jeanne@essai.example"));
		this.clock.set(LocalDateTime.of(2027, 1, 10, 9, 20));
		var begun = new CountDownLatch(1);
		try (var node = Executors.newSingleThreadExecutor()) {
			var cancelling = this.transaction.execute((status) -> {
				this.reminders.writeSome();
				var cancel = node.submit(() -> {
					begun.countDown();
					this.bookings.cancel(visit.getId(), Canceller.PATIENT);
				});
				await(begun);
				assertThat(cancel).as("waits").failsWithin(500, TimeUnit.MILLISECONDS);
				return cancel;
			});
			cancelling.get(10, TimeUnit.SECONDS);
		}
		this.dispatcher.dispatch();
		assertThat(statuses()).contains("reminder:email EXPIRED", "cancelled RECORDED");
	}

	@Test
	void a_reminder_that_was_never_sent_is_forgotten_like_other_messages() {
		book("9:20", patient(null, "jeanne@essai.example"));
		this.clock.set(LocalDateTime.of(2027, 1, 10, 9, 20));
		remind();
		this.clock.set(LocalDateTime.of(2027, 2, 12, 9, 20));
		this.dispatcher.dispatch();
		this.clock.set(LocalDateTime.of(2027, 3, 15, 9, 20));
		this.dispatcher.dispatch();
		assertThat(this.jdbc
			.sql("select count(*) from outbox_message where recipient is not null or body_text is not null")
			.query(Long.class)
			.single()).isZero();
	}

	private void visits() {
		var thursday = morningOf(LocalDate.of(2027, 1, 14));
		for (int visit = 0; visit < 9; visit++) {
			this.scenario.appointment(thursday, LocalTime.of(9, 0).plusMinutes(20L * visit),
					new Patient("Jeanne", "Martin" + "abcdefghi".charAt(visit), LocalDate.of(1941, 5, 8), null,
							"jeanne" + visit + "@essai.example", Scenario.PLAISANCE, RegularDoctor.NO, false));
		}
	}

	private void remind() {
		boolean more = true;
		while (more) {
			more = this.reminders.writeSome();
		}
	}

	private HalfDaySlot morningOf(LocalDate day) {
		var site = this.scenario.openSite("Maison de santé", Scenario.MARCIAC);
		return this.scenario.taken(this.scenario.volunteer("Aline" + day.getDayOfYear(), "Roux"), site,
				HalfDay.morningOf(day));
	}

	private Appointment book(String time, Patient patient) {
		return this.scenario.appointment(this.morning, LocalTime.parse("0" + time), patient).appointment();
	}

	private static Patient patient(@Nullable String phone, @Nullable String email) {
		return new Patient("Jeanne", "Martin", LocalDate.of(1941, 5, 8), phone, email, Scenario.PLAISANCE,
				RegularDoctor.NO, false);
	}

	private List<Written> written() {
		return this.jdbc.sql("""
				select channel, recipient, replace(subject, chr(160), ' ') as subject,
				  replace(body_text, chr(160), ' ') as text,
				  to_char(not_after at time zone 'Europe/Paris', 'YYYY-MM-DD HH24:MI') as not_after
				from outbox_message where dedup_key like '%:reminder:%' order by id""").query(Written.class).list();
	}

	private List<String> statuses() {
		return this.jdbc.sql("""
				select substr(dedup_key, length('appointment:1:') + 1) || ' ' || status from outbox_message
				where dedup_key like 'appointment:%' order by 1""").query(String.class).list();
	}

	private static String linkIn(String text) {
		var at = text.indexOf("/rendez-vous/") + "/rendez-vous/".length();
		return text.substring(at, at + 24);
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private record Written(String channel, String recipient, @Nullable String subject, String text, String notAfter) {
	}

}
