package fr.medecinproche.matching;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

import fr.medecinproche.account.AdmittanceService;
import fr.medecinproche.matching.MatchingRefusedException.Reason;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.schedule.SchedulingRefusedException;
import fr.medecinproche.schedule.SchedulingService;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import fr.medecinproche.volunteer.Availability;
import fr.medecinproche.volunteer.Preferences;
import fr.medecinproche.volunteer.Volunteer;
import fr.medecinproche.volunteer.VolunteerService;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A doctor cannot come and another is looked for.
 */
@ApplicationTest
class StandInServiceTests {

	@Autowired
	StandInService standIns;

	@Autowired
	StandInAnswers answers;

	@Autowired
	StandInRounds rounds;

	@Autowired
	SchedulingService scheduling;

	@Autowired
	VolunteerService files;

	@Autowired
	AdmittanceService accounts;

	@Autowired
	Scenario scenario;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TestClock.SettableClock clock;

	@Autowired
	CleanDatabase database;

	private StandInFixture doctors;

	private ConsultationSite marciac;

	private Volunteer doctor;

	private HalfDaySlot morning;

	@BeforeEach
	void aMorningOfDrRoux() {
		this.database.clean();
		this.doctors = new StandInFixture(this.scenario, this.jdbc);
		this.marciac = this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC, 2);
		this.doctor = this.scenario.volunteer("Aline", "Roux");
		this.morning = this.scenario.taken(this.doctor, this.marciac, HalfDay.morningOf(Scenario.TUESDAY));
	}

	private void ask(Fallback fallback) {
		this.standIns.ask(this.doctor.getId(), this.morning.getId(), fallback);
	}

	private void at(LocalDateTime time) {
		this.clock.set(time);
		this.rounds.make();
	}

	private static void assertRefused(Reason reason, ThrowingCallable act) {
		assertThatExceptionOfType(MatchingRefusedException.class).isThrownBy(act)
			.extracting(MatchingRefusedException::reason)
			.isEqualTo(reason);
	}

	private String halfDay() {
		return this.jdbc.sql("""
				select h.status || coalesce(' ' || v.family_name, '') from half_day_slot h
				left join volunteer v on v.id = h.volunteer_id where h.id = ?""")
			.param(this.morning.getId())
			.query(String.class)
			.single();
	}

	@Test
	void invites_three_doctors_in_the_order_that_is_explained_each_with_the_reason() {
		var far = this.doctors.ofToulouse("Loin");
		this.doctors.ofAuch("Pres");
		var reaches = this.doctors.ofToulouse("Route");
		var free = this.doctors.ofToulouse("Mardi");
		var knows = this.doctors.ofToulouse("Connu");
		this.files.prefer(reaches.getId(), new Preferences(false, Set.of()), new Availability(150, Set.of(), Set.of()));
		this.files.prefer(free.getId(), new Preferences(false, Set.of()),
				new Availability(null, Set.of(TUESDAY), Set.of()));
		this.files.prefer(far.getId(), new Preferences(false, Set.of()),
				new Availability(null, Set.of(MONDAY), Set.of(TUESDAY)));
		var past = this.scenario.taken(knows, this.marciac, HalfDay.afternoonOf(LocalDate.of(2027, 1, 4)));
		this.jdbc.sql("update half_day_slot set day = '2026-12-14' where id = ?").param(past.getId()).update();
		ask(Fallback.CANCEL);
		assertThat(this.doctors.invited()).containsExactly("Connu OPEN KNOWS_SITE", "Mardi OPEN FREE_THAT_DAY",
				"Route OPEN WITHIN_REACH");
		at(LocalDateTime.of(2027, 1, 4, 14, 0));
		assertThat(this.doctors.invited()).endsWith("Pres OPEN NEAREST", "Loin OPEN NEAREST").hasSize(5);
	}

	@Test
	void invites_nobody_who_could_not_accept() {
		var elsewhere = this.doctors.ofToulouse("Ailleurs");
		this.scenario.taken(elsewhere, this.scenario.openSite("Cabinet de Plaisance", Scenario.PLAISANCE),
				HalfDay.morningOf(Scenario.TUESDAY));
		var full = this.doctors.ofToulouse("Complet");
		for (int day = 0; day < 4; day++) {
			this.scenario.taken(full, this.marciac, HalfDay.morningOf(Scenario.TUESDAY.plusDays(6 + day)));
		}
		this.scenario.candidate("Jean", "Candidat");
		var farAway = this.doctors.ofToulouse("Nimes");
		this.jdbc.sql("update volunteer set commune = '30189' where id = ?").param(farAway.getId()).update();
		this.accounts.suspend(this.doctors.ofToulouse("Suspendu").getAccount().id());
		assertRefused(Reason.NOBODY_SUITS, () -> ask(Fallback.CANCEL));
		assertThat(halfDay()).isEqualTo("TAKEN Roux");
		assertThat(this.doctors.told()).isEmpty();
		this.doctors.ofToulouse("Libre");
		ask(Fallback.CANCEL);
		assertThat(this.doctors.names()).containsExactly("Libre");
	}

	@Test
	void invites_the_next_three_after_a_time_and_no_sooner() {
		for (var name : List.of("Un", "Deux", "Trois", "Quatre", "Cinq", "Six", "Sept")) {
			this.doctors.ofToulouse(name);
		}
		ask(Fallback.CANCEL);
		at(LocalDateTime.of(2027, 1, 4, 13, 59));
		assertThat(this.doctors.names()).containsExactly("Un", "Deux", "Trois");
		at(LocalDateTime.of(2027, 1, 4, 14, 0));
		this.rounds.make();
		assertThat(this.doctors.names()).containsExactly("Un", "Deux", "Trois", "Quatre", "Cinq", "Six");
		at(LocalDateTime.of(2027, 1, 4, 20, 0));
		assertThat(this.doctors.names()).hasSize(7);
		at(LocalDateTime.of(2027, 1, 5, 2, 0));
		assertThat(this.doctors.outcome()).as("all are thinking about it").isEqualTo("OPEN");
	}

	@Test
	void a_no_moves_on_at_once_and_the_last_no_ends_it() {
		var doctors = List.of("Un", "Deux", "Trois", "Quatre").stream().map(this.doctors::ofToulouse).toList();
		ask(Fallback.ASK_ME);
		this.answers.decline(this.doctors.invitationOf(doctors.get(1)));
		assertThat(this.doctors.invited()).containsExactly("Un OPEN NEAREST", "Deux DECLINED NEAREST",
				"Trois OPEN NEAREST", "Quatre OPEN NEAREST");
		this.answers.decline(this.doctors.invitationOf(doctors.get(1)));
		for (var each : doctors) {
			assertThat(this.doctors.outcome()).isEqualTo("OPEN");
			this.answers.decline(this.doctors.invitationOf(each));
		}
		assertThat(this.doctors.outcome()).isEqualTo("UNANSWERED");
		assertThat(this.doctors.told()).contains("roux nobody");
		assertThat(halfDay()).isEqualTo("TAKEN Roux");
		assertRefused(Reason.NOBODY_SUITS, () -> ask(Fallback.ASK_ME));
	}

	@Test
	void who_accepts_comes_the_patients_keep_their_times_and_the_others_are_told() {
		var people = new AbsentDoctor(this.scenario, this.jdbc);
		people.patientsOfAllKinds(this.morning);
		var first = this.doctors.ofToulouse("Un");
		var second = this.doctors.ofToulouse("Deux");
		var third = this.doctors.ofToulouse("Trois");
		ask(Fallback.CANCEL);
		assertThat(halfDay()).as("meanwhile").isEqualTo("TAKEN Roux");
		this.answers.decline(this.doctors.invitationOf(third));
		this.answers.accept(this.doctors.invitationOf(second));
		this.answers.accept(this.doctors.invitationOf(second));
		assertThat(halfDay()).isEqualTo("TAKEN Deux");
		assertThat(this.doctors.outcome()).isEqualTo("ACCEPTED");
		assertThat(this.doctors.told()).containsExactly("deux asked", "trois asked", "un asked", "un over");
		assertThat(this.jdbc.sql("select count(*) from outbox_message where dedup_key like 'half-day:%HandedOver:%'")
			.query(Long.class)
			.single()).as("who asked is told").isOne();
		assertThat(this.jdbc.sql("select count(*) from appointment where status = 'BOOKED'").query(Long.class).single())
			.isEqualTo(5);
		assertThat(people.told()).as("same day, same time: nobody is called for it")
			.containsExactly("Courriel EMAIL doctor-" + second.getId(), "Deux EMAIL doctor-" + second.getId(),
					"Mobile SMS doctor-" + second.getId());
		assertThat(this.scheduling.cap(this.doctor.getId(), this.morning.getMonth()).left()).isEqualTo(4);
		assertThat(this.scheduling.cap(second.getId(), this.morning.getMonth()).left()).isEqualTo(3);
		assertRefused(Reason.PROVIDED_FOR, () -> this.answers.accept(this.doctors.invitationOf(first)));
	}

	@Test
	void when_nobody_accepts_in_time_the_visits_are_called_off_as_the_doctor_wished() {
		var people = new AbsentDoctor(this.scenario, this.jdbc);
		people.patientsOfAllKinds(this.morning);
		var invited = this.doctors.ofToulouse("Un");
		ask(Fallback.CANCEL);
		at(LocalDateTime.of(2027, 1, 7, 7, 59));
		assertThat(this.doctors.outcome()).isEqualTo("OPEN");
		at(LocalDateTime.of(2027, 1, 7, 8, 0));
		this.rounds.make();
		assertThat(this.doctors.outcome()).isEqualTo("UNANSWERED");
		assertThat(halfDay()).isEqualTo("OPEN");
		assertThat(people.told()).as("nobody is left without a word")
			.containsExactly("Courriel EMAIL cancelled", "Deux EMAIL cancelled", "Fixe CALL cancelled",
					"Mobile SMS cancelled", "Rien CALL cancelled");
		assertThat(this.doctors.told()).containsExactly("roux nobody", "un asked");
		assertRefused(Reason.EXPIRED, () -> this.answers.accept(this.doctors.invitationOf(invited)));
		assertThat(halfDay()).isEqualTo("OPEN");
	}

	@Test
	void or_the_doctor_is_asked_again_and_stays_expected() {
		var invited = this.doctors.ofToulouse("Un");
		ask(Fallback.ASK_ME);
		this.clock.set(LocalDateTime.of(2027, 1, 7, 8, 0));
		assertRefused(Reason.EXPIRED, () -> this.answers.accept(this.doctors.invitationOf(invited)));
		this.rounds.make();
		assertThat(this.doctors.outcome()).isEqualTo("UNANSWERED");
		assertThat(halfDay()).isEqualTo("TAKEN Roux");
		assertRefused(Reason.EXPIRED, () -> this.answers.accept(this.doctors.invitationOf(invited)));
		ask(Fallback.CANCEL);
		assertThat(this.doctors.names()).as("who has not said no may be asked again").containsExactly("Un", "Un");
	}

	@Test
	void a_node_that_was_down_until_after_it_began_calls_nothing_off() {
		this.doctors.ofToulouse("Un");
		ask(Fallback.CANCEL);
		at(LocalDateTime.of(Scenario.TUESDAY, LocalTime.of(9, 30)));
		assertThat(this.doctors.outcome()).isEqualTo("UNANSWERED");
		assertThat(halfDay()).isEqualTo("TAKEN Roux");
	}

	@Test
	void a_stand_in_whose_month_filled_meanwhile_is_told_and_stays_invited() {
		var invited = this.doctors.ofToulouse("Un");
		ask(Fallback.CANCEL);
		for (int day = 0; day < 4; day++) {
			this.scenario.taken(invited, this.marciac, HalfDay.morningOf(Scenario.TUESDAY.plusDays(6 + day)));
		}
		assertThatExceptionOfType(SchedulingRefusedException.class)
			.isThrownBy(() -> this.answers.accept(this.doctors.invitationOf(invited)))
			.extracting(SchedulingRefusedException::reason)
			.isEqualTo(SchedulingRefusedException.Reason.MONTHLY_CAP_REACHED);
		assertThat(this.doctors.outcome()).isEqualTo("OPEN");
		assertThat(this.doctors.invited()).containsExactly("Un OPEN NEAREST");
	}

	@Test
	void giving_back_closing_or_stopping_ends_it_and_who_was_invited_is_told() {
		var invited = this.doctors.ofToulouse("Un");
		ask(Fallback.CANCEL);
		this.standIns.withdraw(this.doctor.getId(), this.morning.getId());
		this.standIns.withdraw(this.doctor.getId(), this.morning.getId());
		assertThat(this.doctors.outcome()).isEqualTo("WITHDRAWN");
		assertRefused(Reason.NOT_NEEDED, () -> this.answers.accept(this.doctors.invitationOf(invited)));
		ask(Fallback.CANCEL);
		this.scheduling.giveBack(this.doctor.getId(), this.morning.getId());
		assertThat(this.doctors.outcome()).isEqualTo("OVER");
		assertRefused(Reason.NOT_NEEDED, () -> this.answers.accept(this.doctors.invitationOf(invited)));
		this.scheduling.take(this.doctor.getId(), List.of(this.morning.getId()));
		ask(Fallback.CANCEL);
		this.scheduling.close(this.morning.getId());
		assertThat(this.doctors.outcome()).isEqualTo("OVER");
		assertRefused(Reason.NOT_NEEDED, () -> this.answers.accept(this.doctors.invitationOf(invited)));
		assertThat(this.doctors.told()).filteredOn("un over"::equals).hasSize(3);
	}

	@Test
	void one_search_at_a_time_of_ones_own_half_day_and_not_too_near() {
		var other = this.doctors.ofToulouse("Un");
		ask(Fallback.CANCEL);
		assertRefused(Reason.ASKED_ALREADY, () -> ask(Fallback.ASK_ME));
		assertThatExceptionOfType(SchedulingRefusedException.class)
			.isThrownBy(() -> this.standIns.ask(other.getId(), this.morning.getId(), Fallback.CANCEL));
		this.standIns.withdraw(other.getId(), this.morning.getId());
		assertThat(this.doctors.outcome()).isEqualTo("OPEN");
		this.standIns.withdraw(this.doctor.getId(), this.morning.getId());
		this.clock.set(LocalDateTime.of(Scenario.TUESDAY.minusDays(1), LocalTime.of(16, 0)));
		assertRefused(Reason.TOO_NEAR, () -> ask(Fallback.CANCEL));
	}

	@Test
	void invitations_name_the_doctor_and_the_distance_and_no_patient() {
		new AbsentDoctor(this.scenario, this.jdbc).patientsOfAllKinds(this.morning);
		var invited = this.doctors.ofAuch("Un");
		ask(Fallback.CANCEL);
		var letter = this.jdbc.sql("""
				select subject || ' ' || body_text || ' ' || body_html from outbox_message
				where dedup_key like 'stand-in:%:asked'""").query(String.class).single();
		assertThat(letter)
			.contains("Dr Aline Roux", "km", "/medecin/remplacement/", "mardi 12\u00a0janvier",
					"parmi les médecins les plus proches")
			.doesNotContain("Mobile", "Courriel", "Jeanne", this.doctor.getMobile().toString(),
					this.doctor.getAccount().email().value());
		assertThat(this.jdbc.sql("select secret_hash from stand_in_invitation").query(String.class).single())
			.as("the secret is kept nowhere")
			.isNotEqualTo(this.doctors.linkOf(invited).replaceAll(".*/", ""))
			.hasSize(64);
	}

	@Test
	void forgets_who_was_invited_after_six_months() {
		this.doctors.ofToulouse("Un");
		ask(Fallback.ASK_ME);
		at(LocalDateTime.of(2027, 1, 7, 8, 0));
		this.clock.set(LocalDateTime.of(2027, 7, 7, 7, 59));
		assertThat(this.rounds.forget()).isZero();
		this.clock.set(LocalDateTime.of(2027, 7, 7, 8, 1));
		assertThat(this.rounds.forget()).isOne();
		assertThat(this.doctors.invited()).isEmpty();
	}

}
