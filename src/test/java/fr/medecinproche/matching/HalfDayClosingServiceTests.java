package fr.medecinproche.matching;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;

import fr.medecinproche.appointment.HalfDayMoves;
import fr.medecinproche.matching.MatchingRefusedException.Reason;
import fr.medecinproche.schedule.ClosedPeriod;
import fr.medecinproche.schedule.ClosureReason;
import fr.medecinproche.schedule.DeclaredClosures;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.schedule.HalfDaySlots;
import fr.medecinproche.schedule.OpeningFate;
import fr.medecinproche.schedule.OpeningPattern;
import fr.medecinproche.schedule.OpeningService;
import fr.medecinproche.schedule.PatternService;
import fr.medecinproche.schedule.Period;
import fr.medecinproche.schedule.SchedulingService;
import fr.medecinproche.schedule.SiteClosureService;
import fr.medecinproche.schedule.SlotStatus;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.QueryCount;
import fr.medecinproche.testing.Race;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import fr.medecinproche.volunteer.Volunteer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static fr.medecinproche.matching.AbsentDoctor.somebody;
import static fr.medecinproche.testing.Scenario.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The agency closes half-days, some of them taken.
 */
@ApplicationTest
class HalfDayClosingServiceTests {

	@Autowired
	HalfDayClosingService closing;

	@Autowired
	MovingClosingService moving;

	@Autowired
	DeclaredClosures declared;

	@Autowired
	SiteClosureService closures;

	@Autowired
	PatternService patterns;

	@Autowired
	SchedulingService scheduling;

	@Autowired
	HalfDayMoves moves;

	@Autowired
	OpeningService opening;

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

	private ConsultationSite site;

	private Volunteer doctor;

	private HalfDaySlot morning;

	@BeforeEach
	void aTakenMorningWithPatientsOfAllKinds() {
		this.database.clean();
		this.site = this.scenario.openSite("Maison", Scenario.MARCIAC);
		this.doctor = this.scenario.volunteer("Aline", "Roux");
		this.morning = this.scenario.taken(this.doctor, this.site, HalfDay.morningOf(TUESDAY));
	}

	private void patients() {
		new AbsentDoctor(this.scenario, this.jdbc).patientsOfAllKinds(this.morning);
	}

	private long count(String sql) {
		return this.jdbc.sql("select count(*) from " + sql).query(Long.class).single();
	}

	private SlotStatus status(HalfDaySlot slot) {
		return this.slots.findById(slot.getId()).orElseThrow().getStatus();
	}

	@Test
	void what_closes_because_the_site_said_so_opens_again_when_the_site_does() {
		var day = TUESDAY.plusDays(6);
		var pattern = new OpeningPattern(day, day, Set.of(day.getDayOfWeek()), EnumSet.allOf(Period.class), Set.of(1));
		this.patterns.open(this.site, pattern, this.patterns.preview(this.site, pattern).digest());
		var ids = this.slots.notClosedAt(this.site.getId(), day);
		this.scheduling.take(this.doctor.getId(), ids);
		var period = new ClosedPeriod(day, day, ClosureReason.LEAVE, null);
		this.declared.declare(this.site, period, this.declared.preview(this.site.getId(), period).digest());
		var one = ids.subList(0, 1);
		this.closing.close(one, this.closing.preview(one).digest());
		var other = ids.subList(1, 2);
		this.moving.close(other, Map.of(), this.moving.preview(other, Map.of()).digest());
		assertThat(this.slots.notClosedAt(this.site.getId(), day)).isEmpty();
		long closure = this.declared.comingAt(this.site.getId()).getFirst().closure().getId();
		assertThat(this.closures.endEarly(this.site.getId(), closure, day)).isEqualTo(2);
		assertThat(this.slots.notClosedAt(this.site.getId(), day)).isEqualTo(ids);
	}

	@Test
	void what_was_counted_is_what_happens() {
		patients();
		var afternoon = this.scenario.taken(this.doctor, this.site, HalfDay.afternoonOf(TUESDAY));
		this.scenario.appointment(afternoon, LocalTime.of(14, 0), somebody("Soir", "+33639980013", null));
		var open = this.scenario.halfDay(this.site, HalfDay.morningOf(TUESDAY.plusDays(1)));
		var stays = this.scenario.taken(this.scenario.volunteer("Luc", "Lacaze"), this.site,
				HalfDay.afternoonOf(TUESDAY.plusDays(1)));
		this.jdbc.sql("delete from outbox_message").update();
		var ids = List.of(open.getId(), afternoon.getId(), this.morning.getId());
		var plan = this.closing.preview(ids);
		assertThat(plan.count()).isEqualTo(3);
		assertThat(plan.taken()).isEqualTo(2);
		assertThat(plan.doctors()).containsExactly("Dr Aline Roux");
		var affected = plan.affected();
		this.closing.close(ids, plan.digest());
		assertThat(count("half_day_slot where status = 'CLOSED'")).isEqualTo(plan.count());
		assertThat(count("appointment where status = 'CANCELLED' and cancelled_by = 'AGENCY'"))
			.isEqualTo(affected.patients());
		assertThat(count("outbox_message where channel = 'CALL' and dedup_key like '%cancelled%'"))
			.isEqualTo(affected.byPhone() + affected.unreachable());
		assertThat(count("outbox_message where dedup_key like 'half-day:%:HalfDayClosed:%'")).isEqualTo(plan.taken());
		// nobody is offered a time on what is being closed
		assertThat(this.jdbc.sql("select distinct slot_id from appointment where status = 'HELD'")
			.query(Long.class)
			.list()).containsExactly(stays.getId());
		assertThat(count("journal_entry where action = 'halfDay.closed'")).isOne();
	}

	@Test
	void nothing_is_done_when_somebody_books_meanwhile() {
		var plan = this.closing.preview(List.of(this.morning.getId()));
		this.scenario.appointment(this.morning, LocalTime.of(9, 0), Scenario.patient("Jean", "Dupont"));
		assertChanged(() -> this.closing.close(List.of(this.morning.getId()), plan.digest()));
		var period = new ClosedPeriod(TUESDAY, TUESDAY, ClosureReason.LEAVE, null);
		assertChanged(() -> this.closing.close(this.site, period, plan.digest()));
		assertThat(status(this.morning)).isEqualTo(SlotStatus.TAKEN);
		assertThat(count("appointment where status = 'BOOKED'")).isOne();
		assertThat(count("site_closure")).isZero();
	}

	private static void assertChanged(ThrowingCallable act) {
		assertThatExceptionOfType(MatchingRefusedException.class).isThrownBy(act)
			.extracting(MatchingRefusedException::reason)
			.isEqualTo(Reason.NUMBERS_CHANGED);
	}

	@Test
	void what_has_begun_or_is_closed_is_not_counted() {
		var later = this.scenario.halfDay(this.site, HalfDay.afternoonOf(TUESDAY));
		this.clock.set(TUESDAY.atTime(9, 0));
		var plan = this.closing.preview(List.of(this.morning.getId(), later.getId(), 999L));
		assertThat(plan.ids()).containsExactly(later.getId());
		this.closing.close(plan.ids(), plan.digest());
		assertThat(this.closing.preview(plan.ids()).count()).isZero();
		assertThat(status(this.morning)).isEqualTo(SlotStatus.TAKEN);
	}

	@Test
	void a_closure_closes_its_days_and_they_open_again_after_it() {
		patients();
		var period = new ClosedPeriod(TUESDAY, TUESDAY.plusDays(6), ClosureReason.WORKS, null);
		var plan = this.closing.preview(this.site.getId(), period);
		assertThat(plan.affected().patients()).isEqualTo(5);
		this.closing.close(this.site, period, plan.digest());
		assertThat(status(this.morning)).isEqualTo(SlotStatus.CLOSED);
		var again = OpeningPattern.single(HalfDay.morningOf(TUESDAY), 1);
		assertThat(this.opening.open(this.site, again).count(OpeningFate.CLOSURE)).isOne();
		this.jdbc.sql("delete from site_closure").update();
		assertThat(this.opening.open(this.site, again).count(OpeningFate.TO_OPEN)).isOne();
		assertThat(status(this.morning)).isEqualTo(SlotStatus.OPEN);
	}

	@Test
	void patients_are_moved_first_and_told_that_the_doctor_does_not_come() {
		patients();
		var target = this.scenario.taken(this.scenario.volunteer("Luc", "Lacaze"), this.site,
				HalfDay.morningOf(TUESDAY.plusDays(2)));
		var plan = this.moves.choicesFor(this.morning.getId()).getFirst();
		var done = this.closing.move(this.morning.getId(), target.getId(), plan.digest());
		assertThat(count("appointment where status = 'BOOKED' and slot_id = " + target.getId()))
			.isEqualTo(done.moves().size());
		assertThat(status(this.morning)).isEqualTo(SlotStatus.CLOSED);
		assertThat(count("outbox_message where dedup_key like '%moved-away'")).isPositive();
		assertChanged(() -> this.closing.move(this.morning.getId(), target.getId(), plan.digest()));
	}

	@Test
	void a_patient_books_or_the_half_day_is_closed_but_never_both() throws InterruptedException {
		var seen = this.closing.preview(List.of(this.morning.getId())).digest();
		var outcomes = Race
			.<Object>of(2, (number) -> (number == 0) ? this.closing.close(List.of(this.morning.getId()), seen)
					: this.scenario.appointment(this.morning, LocalTime.of(9, 0), Scenario.patient("Jean", "Dupont")));
		boolean closed = outcomes.getFirst().state() == Future.State.SUCCESS;
		assertThat(status(this.morning)).isEqualTo(closed ? SlotStatus.CLOSED : SlotStatus.TAKEN);
		assertThat(count("appointment where status = 'BOOKED'")).isEqualTo(closed ? 0 : 1);
	}

	@Test
	void many_half_days_are_counted_with_as_many_queries_as_one() {
		this.scenario.appointment(this.morning, LocalTime.of(9, 0), Scenario.patient("Jean", "Dupont"));
		int one = QueryCount.of(() -> this.closing.preview(List.of(this.morning.getId())));
		var ids = new ArrayList<>(List.of(this.morning.getId()));
		for (int week = 1; week < 6; week++) {
			var day = LocalDate.of(2027, 2, 1).plusWeeks(week);
			ids.add(this.scenario
				.taken(this.scenario.volunteer("Luc", "Lacaze" + week), this.site, HalfDay.morningOf(day))
				.getId());
		}
		assertThat(QueryCount.of(() -> this.closing.preview(ids))).isEqualTo(one);
	}

}
