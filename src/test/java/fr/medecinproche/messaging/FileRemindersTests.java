package fr.medecinproche.messaging;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Race;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import fr.medecinproche.volunteer.FileAuthor;
import fr.medecinproche.volunteer.FileMove;
import fr.medecinproche.volunteer.FileStatus;
import fr.medecinproche.volunteer.Volunteer;
import fr.medecinproche.volunteer.VolunteerService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ApplicationTest
class FileRemindersTests {

	private static final LocalDate MONDAY = LocalDate.of(2027, 1, 4);

	@Autowired
	FileReminders reminders;

	@Autowired
	Dispatcher dispatcher;

	@Autowired
	VolunteerService files;

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

	private FileAuthor agent;

	private Volunteer zola;

	@BeforeEach
	void aCandidate() {
		this.database.clean();
		this.agent = FileAuthor.agent(this.scenario.agent().id());
		this.zola = this.scenario.candidate("Zoé", "Zola");
	}

	@Test
	void a_doctor_who_owes_an_answer_is_reminded_three_times_a_week_apart_and_no_more() {
		move(FileStatus.SENT_BACK);
		for (int day = 0; day <= 60; day++) {
			this.clock.set(MONDAY.plusDays(day).atTime(7, 30));
			remind();
			remind();
		}
		assertThat(daysOf("volunteer:1:reminder:%")).containsExactly(MONDAY.plusDays(5), MONDAY.plusDays(12),
				MONDAY.plusDays(19));
		assertThat(text("volunteer:1:reminder:%")).contains("Bonjour Dr Zoé Zola,", "/medecin/dossier",
				"dès que vous avez répondu");
	}

	@Test
	void where_the_ordre_or_the_cpam_acts_both_the_doctor_and_the_agents_may_ask() {
		move(FileStatus.ORDRE_CHECK);
		at(14);
		remind();
		assertThat(text("volunteer:1:reminder:%")).contains("toujours chez votre conseil départemental de l’Ordre");
		assertThat(text("files:%")).contains("Dossiers chez l’Ordre : 1", "/ars/medecins?bloques=oui")
			.doesNotContain("Zola");
		move(FileStatus.ACTIVITY_DECLARED);
		at(14 + 21);
		remind();
		assertThat(daysOf("volunteer:1:reminder:%")).containsExactly(MONDAY.plusDays(14), MONDAY.plusDays(35));
		assertThat(daysOf("files:%")).containsExactly(MONDAY.plusDays(14), MONDAY.plusDays(35));
	}

	@Test
	void where_the_agency_acts_the_doctor_is_left_alone() {
		at(3);
		remind();
		assertThat(daysOf("volunteer:1:reminder:%")).isEmpty();
		assertThat(daysOf("files:%")).containsExactly(MONDAY.plusDays(3));
	}

	@Test
	void each_agent_reads_once_a_day_of_the_files_of_their_perimeter() {
		this.scenario.agentOf("31");
		this.scenario.agentOf("32");
		this.scenario.candidate("Anne", "Abadie");
		at(3);
		remind();
		remind();
		assertThat(this.jdbc.sql("select recipient from outbox_message where dedup_key like 'files:%' order by 1")
			.query(String.class)
			.list()).containsExactly("agent.31@essai.example", "agent@essai.example");
		assertThat(text("files:%")).contains("Dossiers à examiner : 2");
		at(4);
		remind();
		assertThat(daysOf("files:%")).as("a week passes before the same files are called to mind again").hasSize(2);
	}

	@Test
	void a_file_that_moves_on_starts_again() {
		move(FileStatus.SENT_BACK);
		at(5);
		remind();
		move(FileStatus.SUBMITTED);
		move(FileStatus.SENT_BACK);
		at(9);
		remind();
		assertThat(daysOf("volunteer:1:reminder:%")).containsExactly(MONDAY.plusDays(5));
		at(10);
		remind();
		assertThat(daysOf("volunteer:1:reminder:%")).containsExactly(MONDAY.plusDays(5), MONDAY.plusDays(10));
	}

	@Test
	void a_step_recorded_today_is_not_called_to_mind_today_however_old_it_is() {
		at(30);
		this.files.moveOn(this.zola.getId(), 1, List.of(new FileMove(FileStatus.ORDRE_CHECK, MONDAY, null)),
				this.agent);
		remind();
		assertThat(daysOf("volunteer:1:reminder:%")).isEmpty();
		at(31);
		remind();
		assertThat(daysOf("volunteer:1:reminder:%")).hasSize(1);
	}

	@Test
	void whoever_has_ended_or_arrived_or_cannot_sign_in_is_left_alone() {
		move(FileStatus.SENT_BACK);
		this.jdbc.sql("update account set suspended_at = now() where id = ?")
			.param(this.zola.getAccount().id())
			.update();
		this.scenario.volunteer("Aline", "Roux");
		var refused = this.scenario.candidate("Anne", "Abadie");
		this.scenario.refuse(refused, "Numéro inconnu", 1);
		at(90);
		remind();
		assertThat(daysOf("%:reminder:%")).isEmpty();
		assertThat(daysOf("files:%")).isEmpty();
	}

	@Test
	void a_reminder_does_not_leave_once_the_file_has_moved_on() {
		move(FileStatus.SENT_BACK);
		at(5);
		remind();
		this.scenario.move(this.zola.getId(), FileStatus.SUBMITTED, null,
				FileAuthor.doctor(this.zola.getAccount().id()));
		this.dispatcher.dispatch();
		assertThat(this.jdbc.sql("select status from outbox_message where dedup_key like '%:reminder:%'")
			.query(String.class)
			.list()).containsExactly("EXPIRED");
	}

	@Test
	void a_file_that_moves_while_its_reminder_is_written_waits_and_takes_it_back() throws Exception {
		move(FileStatus.SENT_BACK);
		at(5);
		var begun = new CountDownLatch(1);
		try (var other = Executors.newSingleThreadExecutor()) {
			var moving = this.transaction.execute((status) -> {
				this.reminders.remindSomeDoctors();
				var move = other.submit(() -> {
					begun.countDown();
					this.scenario.move(this.zola.getId(), FileStatus.SUBMITTED, null,
							FileAuthor.doctor(this.zola.getAccount().id()));
				});
				assertThat(move).as("waits").failsWithin(500, TimeUnit.MILLISECONDS);
				return move;
			});
			moving.get(10, TimeUnit.SECONDS);
		}
		assertThat(begun.getCount()).isZero();
		this.dispatcher.dispatch();
		assertThat(this.jdbc.sql("select status from outbox_message where dedup_key like '%:reminder:%'")
			.query(String.class)
			.list()).containsExactly("EXPIRED");
	}

	@Test
	void eight_nodes_remind_everybody_once() throws Exception {
		for (int n = 0; n < 9; n++) {
			var doctor = this.scenario.candidate("Anne", "Abadie" + "abcdefghi".charAt(n));
			this.scenario.move(doctor.getId(), FileStatus.SENT_BACK, "parce que", this.agent);
		}
		at(5);
		var runs = Race.of(8, (node) -> {
			remind();
			return node;
		});
		assertThat(Race.won(runs)).isEqualTo(8);
		remind();
		assertThat(daysOf("%:reminder:%")).hasSize(9);
		assertThat(daysOf("files:%")).hasSize(1);
	}

	@Test
	void nobody_is_noted_twice_on_one_day_even_behind_the_service() {
		move(FileStatus.SENT_BACK);
		at(5);
		remind();
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> this.jdbc.sql("""
				insert into volunteer_file_reminder (volunteer_id, step, party, ordinal, written_on)
				values (1, 2, 'DOCTOR', 2, '2027-01-09')""").update());
	}

	private void move(FileStatus to) {
		this.scenario.move(this.zola.getId(), to, "parce que", this.agent);
	}

	private void at(int days) {
		this.clock.set(MONDAY.plusDays(days).atTime(7, 30));
	}

	private void remind() {
		boolean more = true;
		while (more) {
			more = this.reminders.remindSomeDoctors();
		}
		this.reminders.remindAgents();
	}

	private List<LocalDate> daysOf(String keys) {
		return this.jdbc.sql("""
				select (created_at at time zone 'Europe/Paris')::date from outbox_message where dedup_key like ?
				order by id""").param(keys).query(LocalDate.class).list();
	}

	private String text(String keys) {
		return this.jdbc.sql(
				"select replace(body_text, chr(160), ' ') from outbox_message where dedup_key like ? order by id limit 1")
			.param(keys)
			.query(String.class)
			.single();
	}

}
