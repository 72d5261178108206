package fr.medecinproche.matching;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;

import fr.medecinproche.appointment.Booking;
import fr.medecinproche.appointment.BookingRefusedException;
import fr.medecinproche.appointment.BookingService;
import fr.medecinproche.appointment.Canceller;
import fr.medecinproche.appointment.HalfDayMoves;
import fr.medecinproche.matching.MatchingRefusedException.Reason;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.schedule.SchedulingRefusedException;
import fr.medecinproche.schedule.SchedulingService;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Race;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import fr.medecinproche.volunteer.Volunteer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static fr.medecinproche.matching.AbsentDoctor.somebody;
import static fr.medecinproche.testing.Scenario.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A doctor cannot come, and calls the visits off or moves them.
 */
@ApplicationTest
class AbsenceServiceTests {

	@Autowired
	AbsenceService absence;

	@Autowired
	HalfDayMoves moves;

	@Autowired
	SchedulingService scheduling;

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

	private ConsultationSite marciac;

	private Volunteer doctor;

	private HalfDaySlot morning;

	private HalfDaySlot nextWeek;

	private Map<String, Booking> booked;

	@BeforeEach
	void aMorningWithPatientsOfAllKinds() {
		this.database.clean();
		this.marciac = this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC, 2);
		this.doctor = this.scenario.volunteer("Aline", "Roux");
		this.morning = this.scenario.taken(this.doctor, this.marciac, HalfDay.morningOf(TUESDAY));
		this.nextWeek = this.scenario.taken(this.doctor, this.marciac, HalfDay.morningOf(TUESDAY.plusWeeks(1)));
		this.booked = new AbsentDoctor(this.scenario, this.jdbc).patientsOfAllKinds(this.morning);
	}

	private String affected() {
		return this.moves.affectedIn(this.morning.getId()).digest();
	}

	private String planned(HalfDaySlot target) {
		return this.moves.plan(this.morning.getId(), target.getId()).orElseThrow().digest();
	}

	private void cancel() {
		this.absence.cancel(this.doctor.getId(), this.morning.getId(), affected());
	}

	private void moveTo(HalfDaySlot target) {
		this.absence.move(this.doctor.getId(), this.morning.getId(), target.getId(), planned(target));
	}

	private long count(String sql) {
		return this.jdbc.sql("select count(*) " + sql).query(Long.class).single();
	}

	private void assertNothingWasDone() {
		assertThat(count("from appointment where status = 'BOOKED' and slot_id = " + this.morning.getId()))
			.isEqualTo(5);
		assertThat(count("from half_day_slot where status = 'TAKEN'")).isEqualTo(2);
		assertThat(count("from outbox_message where dedup_key like 'appointment:%'")).isZero();
	}

	@Test
	void counts_how_patients_can_be_told() {
		var affected = this.moves.affectedIn(this.morning.getId());
		assertThat(affected.patients()).isEqualTo(5);
		assertThat(affected.byPhone()).isOne();
		assertThat(affected.unreachable()).isOne();
	}

	@Test
	void everybody_whose_visit_is_called_off_has_a_message_or_a_line_in_the_list_of_calls() {
		cancel();
		assertThat(new AbsentDoctor(this.scenario, this.jdbc).told()).containsExactly("Courriel EMAIL cancelled",
				"Deux EMAIL cancelled", "Fixe CALL cancelled", "Mobile SMS cancelled", "Rien CALL cancelled");
		assertThat(count("from appointment where status = 'CANCELLED' and cancelled_by = 'VOLUNTEER'")).isEqualTo(5);
		assertThat(count("from appointment where status = 'HELD' and slot_id = " + this.nextWeek.getId()))
			.as("a time held for each who is known; the second would be on another half-day")
			.isEqualTo(4);
	}

	@Test
	void the_line_about_somebody_nobody_can_reach_says_so_to_the_site() {
		cancel();
		assertThat(this.jdbc.sql("""
				select m.recipient || ' ' || m.body_text from outbox_message m
				join appointment a on a.id = m.appointment_id where a.family_name = 'Rien'""")
			.query(String.class)
			.single()).startsWith("+33199001234 Le rendez-vous du mardi 12\u00a0janvier à 10\u00a0h\u00a020")
			.contains("aucun moyen de prévenir")
			.doesNotContain("Rien", "Jeanne");
	}

	@Test
	void everybody_who_is_moved_has_a_message_or_a_line_and_who_cannot_be_is_called_off() {
		moveTo(this.nextWeek);
		assertThat(new AbsentDoctor(this.scenario, this.jdbc).told()).containsExactly("Courriel EMAIL moved-away",
				"Deux EMAIL moved-away", "Fixe CALL moved-away", "Mobile SMS moved-away", "Rien CALL cancelled");
		assertThat(this.jdbc.sql("""
				select family_name || ' ' || to_char(starts_at at time zone 'Europe/Paris', 'MM-DD HH24:MI')
				from appointment where status = 'BOOKED' order by starts_at""").query(String.class).list())
			.containsExactly("Mobile 01-19 09:00", "Courriel 01-19 09:20", "Fixe 01-19 09:40", "Deux 01-19 10:00");
		assertThat(count("from appointment where status = 'MOVED'")).isEqualTo(4);
		assertThat(count("from half_day_slot where status = 'OPEN' and id = " + this.morning.getId())).isOne();
	}

	@Test
	void who_is_moved_reads_the_old_time_the_new_one_and_how_to_refuse() {
		moveTo(this.nextWeek);
		assertThat(this.jdbc.sql("select body_text from outbox_message where recipient = 'courriel@essai.example'")
			.query(String.class)
			.single()).contains("mardi 12\u00a0janvier 2027 à\u00a09\u00a0h\u00a020", "mardi 19\u00a0janvier 2027",
					"Voir, changer ou refuser", "/rendez-vous/");
		assertThat(this.jdbc.sql("select body_text from outbox_message where channel = 'SMS'")
			.query(String.class)
			.single()).contains("RDV du mardi 12 janvier déplacé", "mardi 19 janvier", "/rendez-vous/");
		assertThat(this.jdbc.sql("select body_text from outbox_message where recipient = '+33199001199'")
			.query(String.class)
			.single()).contains("du mardi 12\u00a0janvier à 9\u00a0h\u00a040", "le mardi 19\u00a0janvier");
	}

	@Test
	void those_who_do_not_fit_are_called_off_with_other_times_held() {
		for (int time = 0; time < 8; time++) {
			this.scenario.appointment(this.nextWeek, LocalTime.of(9, 0).plusMinutes(20L * time),
					somebody("Autre" + (char) ('a' + time), "+3363998005" + time, null));
		}
		var colleague = this.scenario.volunteer("Luc", "Bosc");
		this.scenario.taken(colleague, this.scenario.openSite("Cabinet de Plaisance", Scenario.PLAISANCE),
				HalfDay.morningOf(TUESDAY.plusWeeks(2)));
		moveTo(this.nextWeek);
		assertThat(new AbsentDoctor(this.scenario, this.jdbc).told()).contains("Mobile SMS moved-away",
				"Courriel EMAIL moved-away", "Fixe CALL cancelled", "Deux EMAIL cancelled");
		assertThat(count("from appointment where status = 'HELD' and proposed_for is not null")).isEqualTo(2);
	}

	@Test
	void patients_go_to_a_half_day_of_a_colleague_too() {
		var afternoon = this.scenario.taken(this.scenario.volunteer("Luc", "Bosc"), this.marciac,
				HalfDay.afternoonOf(TUESDAY));
		assertThat(this.moves.choicesFor(this.morning.getId())).extracting((plan) -> plan.target().getId())
			.containsExactly(afternoon.getId(), this.nextWeek.getId());
		moveTo(afternoon);
		assertThat(count("from appointment where status = 'BOOKED' and slot_id = " + afternoon.getId())).isEqualTo(4);
	}

	@Test
	void nobody_is_moved_to_a_half_day_on_which_they_are_expected_already() {
		this.scenario.appointment(this.nextWeek, LocalTime.of(11, 0), somebody("Mobile", "+33639980011", null));
		var plan = this.moves.plan(this.morning.getId(), this.nextWeek.getId()).orElseThrow();
		assertThat(plan.left()).hasSize(2);
		moveTo(this.nextWeek);
		assertThat(count("from appointment where status = 'BOOKED' and family_name = 'Mobile'")).isOne();
	}

	@Test
	void only_half_days_of_the_site_that_people_have_time_to_hear_of_are_offered() {
		this.clock.set(LocalDateTime.of(2027, 1, 18, 9, 30));
		var late = this.scenario.taken(this.doctor, this.marciac, HalfDay.morningOf(TUESDAY.plusWeeks(2)));
		this.scenario.appointment(late, LocalTime.of(9, 0), somebody("Seule", "+33639980077", null));
		assertThat(this.moves.choicesFor(late.getId())).as("tomorrow at nine is too soon").isEmpty();
	}

	@Test
	void numbers_that_changed_since_they_were_shown_are_shown_again() {
		var seen = affected();
		var plan = planned(this.nextWeek);
		this.bookings.cancel(this.booked.get("Deux").appointment().getId(), Canceller.PATIENT);
		this.scenario.appointment(this.morning, LocalTime.of(11, 0), somebody("Deux", "+33199001177", null));
		this.jdbc.sql("delete from outbox_message").update();
		assertThatExceptionOfType(MatchingRefusedException.class)
			.isThrownBy(() -> this.absence.cancel(this.doctor.getId(), this.morning.getId(), seen))
			.extracting(MatchingRefusedException::reason)
			.isEqualTo(Reason.NUMBERS_CHANGED);
		assertThatExceptionOfType(MatchingRefusedException.class).isThrownBy(
				() -> this.absence.move(this.doctor.getId(), this.morning.getId(), this.nextWeek.getId(), plan));
		assertNothingWasDone();
	}

	@Test
	void a_plan_whose_times_were_taken_meanwhile_is_shown_again() {
		var plan = planned(this.nextWeek);
		this.scenario.appointment(this.nextWeek, LocalTime.of(9, 0), somebody("Autre", "+33639980099", null));
		this.jdbc.sql("delete from outbox_message").update();
		assertThatExceptionOfType(MatchingRefusedException.class).isThrownBy(
				() -> this.absence.move(this.doctor.getId(), this.morning.getId(), this.nextWeek.getId(), plan));
		assertNothingWasDone();
	}

	@Test
	void nobody_gives_back_for_a_colleague_or_once_it_has_begun() {
		var colleague = this.scenario.volunteer("Luc", "Bosc");
		assertThatExceptionOfType(SchedulingRefusedException.class)
			.isThrownBy(() -> this.absence.cancel(colleague.getId(), this.morning.getId(), affected()))
			.extracting(SchedulingRefusedException::reason)
			.isEqualTo(SchedulingRefusedException.Reason.NOT_YOURS);
		var seen = affected();
		this.clock.set(LocalDateTime.of(TUESDAY, LocalTime.of(9, 0)));
		assertThatExceptionOfType(SchedulingRefusedException.class)
			.isThrownBy(() -> this.absence.cancel(this.doctor.getId(), this.morning.getId(), seen))
			.extracting(SchedulingRefusedException::reason)
			.isEqualTo(SchedulingRefusedException.Reason.TOO_LATE);
		assertNothingWasDone();
	}

	@RepeatedTest(3)
	void two_doctors_move_the_same_people_while_these_change_their_mind() throws InterruptedException {
		var colleague = this.scenario.volunteer("Luc", "Bosc");
		var other = this.scenario.taken(colleague, this.marciac, HalfDay.afternoonOf(TUESDAY));
		var free = this.scenario.taken(colleague, this.marciac, HalfDay.afternoonOf(TUESDAY.plusWeeks(1)));
		for (int time = 0; time < 4; time++) {
			this.scenario.appointment(other, LocalTime.of(14, 0).plusMinutes(20L * time),
					somebody(new String[] { "Deux", "Fixe", "Courriel", "Mobile" }[time], "+3363998008" + time, null));
		}
		var first = planned(this.nextWeek);
		var second = this.moves.plan(other.getId(), free.getId()).orElseThrow().digest();
		var outcomes = Race.of(8, (number) -> {
			switch (number) {
				case 0, 1 -> this.absence.move(this.doctor.getId(), this.morning.getId(), this.nextWeek.getId(), first);
				case 2, 3 -> this.absence.move(colleague.getId(), other.getId(), free.getId(), second);
				case 4 -> this.bookings.cancel(this.booked.get("Deux").appointment().getId(), Canceller.PATIENT);
				case 5 -> this.scheduling.close(this.nextWeek.getId());
				default -> this.scenario.appointment(free, LocalTime.of(14, 0),
						somebody("Nouveau" + number, "+3363998006" + number, null));
			}
			return number;
		});
		assertThat(Race.losses(outcomes)).hasOnlyElementsOfTypes(MatchingRefusedException.class,
				SchedulingRefusedException.class, BookingRefusedException.class);
		assertThat(count("from appointment a join half_day_slot h on h.id = a.slot_id where a.status = 'BOOKED' "
				+ "and h.status <> 'TAKEN'"))
			.as("people expected where nobody comes")
			.isZero();
		assertThat(count("from appointment a where a.status = 'CANCELLED' and cancelled_by <> 'PATIENT' "
				+ "and not exists (select from outbox_message m where m.appointment_id = a.id)"))
			.as("people called off without a word")
			.isZero();
	}

}
