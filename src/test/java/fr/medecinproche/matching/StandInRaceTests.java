package fr.medecinproche.matching;

import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;

import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.schedule.SchedulingRefusedException;
import fr.medecinproche.schedule.SchedulingService;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.BrokenConstraint;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Race;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import fr.medecinproche.volunteer.Volunteer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A stand-in while everything happens at once, on several nodes, and behind the service's
 * back.
 */
@ApplicationTest
class StandInRaceTests {

	private static final int DOCTORS = 8;

	@Autowired
	StandInService standIns;

	@Autowired
	StandInAnswers answers;

	@Autowired
	StandInRounds rounds;

	@Autowired
	SchedulingService scheduling;

	@Autowired
	Scenario scenario;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TestClock.SettableClock clock;

	@Autowired
	CleanDatabase database;

	private Volunteer doctor;

	private HalfDaySlot morning;

	private List<Long> invitations;

	@BeforeEach
	void eightDoctorsAreInvited() {
		this.database.clean();
		var fixture = new StandInFixture(this.scenario, this.jdbc);
		var marciac = this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC);
		this.doctor = this.scenario.volunteer("Aline", "Roux");
		this.morning = this.scenario.taken(this.doctor, marciac, HalfDay.morningOf(Scenario.TUESDAY));
		new AbsentDoctor(this.scenario, this.jdbc).patientsOfAllKinds(this.morning);
		var invited = IntStream.range(0, DOCTORS)
			.mapToObj((number) -> fixture.ofToulouse("Docteur" + (char) ('A' + number)))
			.toList();
		this.standIns.ask(this.doctor.getId(), this.morning.getId(), Fallback.CANCEL);
		for (int hour : new int[] { 14, 20 }) {
			this.clock.set(LocalDateTime.of(2027, 1, 4, hour, 0));
			this.rounds.make();
		}
		this.invitations = invited.stream().map(fixture::invitationOf).toList();
	}

	private long count(String sql) {
		return this.jdbc.sql("select count(*) " + sql).query(Long.class).single();
	}

	private String only(String sql) {
		return this.jdbc.sql("select " + sql).query(String.class).single();
	}

	private void assertOneStory() {
		assertThat(count("from stand_in_request where outcome = 'OPEN'")).isZero();
		assertThat(count("from stand_in_invitation where answer = 'ACCEPTED'"))
			.isEqualTo(count("from stand_in_request where outcome = 'ACCEPTED'"));
		assertThat(
				count("from half_day_slot h join stand_in_request r on r.slot_id = h.id where r.outcome = 'ACCEPTED' "
						+ "and h.volunteer_id is distinct from r.stand_in and h.status = 'TAKEN'"))
			.isZero();
		assertThat(count("from appointment a join half_day_slot h on h.id = a.slot_id where a.status = 'BOOKED' "
				+ "and h.status <> 'TAKEN'"))
			.as("people expected where nobody comes")
			.isZero();
		assertThat(count("from appointment a where a.status = 'CANCELLED' and not exists "
				+ "(select from outbox_message m where m.appointment_id = a.id and m.dedup_key like '%:cancelled%')"))
			.as("people called off without a word")
			.isZero();
	}

	@RepeatedTest(3)
	void of_eight_doctors_who_accept_at_once_one_comes() throws InterruptedException {
		var outcomes = Race.of(DOCTORS * 2, (number) -> {
			this.answers.accept(this.invitations.get(number % DOCTORS));
			return number % DOCTORS;
		});
		assertThat(Race.losses(outcomes)).hasOnlyElementsOfType(MatchingRefusedException.class);
		assertThat(Race.won(outcomes)).as("the one who comes, perhaps from two windows").isBetween(1L, 2L);
		assertOneStory();
		assertThat(only("outcome from stand_in_request")).isEqualTo("ACCEPTED");
		assertThat(count("from outbox_message where dedup_key like 'stand-in:%:over'")).isEqualTo(DOCTORS - 1L);
		assertThat(count("from outbox_message where dedup_key like 'half-day:%HandedOver:%'")).isOne();
		assertThat(count("from outbox_message where dedup_key like 'appointment:%:doctor-%'")).isEqualTo(3);
	}

	@RepeatedTest(3)
	void a_yes_a_no_the_end_on_two_nodes_a_give_back_and_a_closing_make_one_story() throws InterruptedException {
		this.clock.set(LocalDateTime.of(2027, 1, 7, 7, 59));
		this.jdbc.sql("update stand_in_request set deadline = deadline - interval '1 hour', look_at = asked_at")
			.update();
		var outcomes = Race.of(10, (number) -> {
			switch (number) {
				case 0, 1 -> this.rounds.make();
				case 2 -> this.scheduling.giveBack(this.doctor.getId(), this.morning.getId());
				case 3 -> this.scheduling.close(this.morning.getId());
				case 4 -> this.standIns.withdraw(this.doctor.getId(), this.morning.getId());
				case 5 -> this.answers.decline(this.invitations.get(number));
				default -> this.answers.accept(this.invitations.get(number - 6));
			}
			return number;
		});
		assertThat(Race.losses(outcomes)).hasOnlyElementsOfTypes(MatchingRefusedException.class,
				SchedulingRefusedException.class);
		assertOneStory();
		assertThat(only("status from half_day_slot")).isEqualTo("CLOSED");
	}

	@RepeatedTest(3)
	void a_yes_in_time_against_a_give_back_a_closing_and_the_next_wave() throws InterruptedException {
		this.clock.set(LocalDateTime.of(2027, 1, 5, 8, 0));
		var outcomes = Race.of(8, (number) -> {
			switch (number) {
				case 0, 1 -> this.rounds.make();
				case 2 -> this.scheduling.giveBack(this.doctor.getId(), this.morning.getId());
				case 3 -> this.answers.decline(this.invitations.get(number));
				default -> this.answers.accept(this.invitations.get(number));
			}
			return number;
		});
		assertThat(Race.losses(outcomes)).hasOnlyElementsOfTypes(MatchingRefusedException.class,
				SchedulingRefusedException.class);
		assertOneStory();
		assertThat(only("status from half_day_slot")).isIn("OPEN", "TAKEN");
	}

	@RepeatedTest(3)
	void eight_windows_ask_once() throws InterruptedException {
		this.standIns.withdraw(this.doctor.getId(), this.morning.getId());
		var outcomes = Race.of(8,
				(number) -> this.standIns.ask(this.doctor.getId(), this.morning.getId(), Fallback.ASK_ME));
		assertThat(Race.won(outcomes)).isOne();
		assertThat(Race.losses(outcomes)).hasOnlyElementsOfType(MatchingRefusedException.class);
		assertThat(count("from stand_in_request where outcome = 'OPEN'")).isOne();
	}

	@Test
	void the_database_keeps_one_open_request_of_the_half_days_doctor_and_one_acceptance() {
		assertBroken("stand_in_request_one_open", """
				insert into stand_in_request (slot_id, asked_by, asked_at, deadline, fallback, look_at, outcome)
				select slot_id, asked_by, asked_at, deadline, fallback, look_at, 'OPEN' from stand_in_request""");
		this.jdbc.sql("update stand_in_invitation set answer = 'ACCEPTED', answered_at = now() where id = ?")
			.param(this.invitations.getFirst())
			.update();
		assertBroken("stand_in_invitation_one_acceptance",
				"update stand_in_invitation set answer = 'ACCEPTED', answered_at = now() where answer = 'OPEN'");
		assertBroken("stand_in_invitation_once", """
				insert into stand_in_invitation (request_id, volunteer_id, reason, km, secret_hash, sent_at, answer)
				select request_id, volunteer_id, reason, km, 'x', sent_at, 'OPEN' from stand_in_invitation limit 1""");
		assertBroken("stand_in_request_of_its_doctor",
				"update half_day_slot set volunteer_id = (select max(id) from volunteer)");
		assertBroken("stand_in_request_by_another", """
				update stand_in_request set outcome = 'ACCEPTED', ended_at = now(), stand_in = asked_by""");
	}

	private void assertBroken(String constraint, String sql) {
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> this.jdbc.sql(sql).update())
			.satisfies((ex) -> assertThat(BrokenConstraint.of(ex)).isEqualTo(constraint));
	}

}
