package fr.medecinproche.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;

import fr.medecinproche.schedule.SchedulingRefusedException.Reason;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.BrokenConstraint;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Race;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import fr.medecinproche.volunteer.Volunteer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * A site says that it does not receive.
 */
@ApplicationTest
class DeclaredClosuresTests {

	private static final LocalDate MONDAY = LocalDate.of(2027, 2, 1);

	@Autowired
	DeclaredClosures declared;

	@Autowired
	SiteClosureService closures;

	@Autowired
	PatternService patterns;

	@Autowired
	KeptPatterns kept;

	@Autowired
	SchedulingService scheduling;

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

	/**
	 * Mornings of a Monday, a Tuesday, a Wednesday… and the doctor comes on the Tuesday.
	 */
	@BeforeEach
	void aWeekOfMorningsOfWhichOneIsTaken() {
		this.database.clean();
		this.site = this.scenario.openSite("Maison", Scenario.MARCIAC);
		this.doctor = this.scenario.volunteer("Aline", "Roux");
		var mornings = new OpeningPattern(MONDAY, MONDAY.plusDays(4),
				new OpeningRule(
						Rhythm.EVERY_WEEK, MONDAY, Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY,
								DayOfWeek.THURSDAY, DayOfWeek.FRIDAY),
						Set.of(Period.MORNING), Set.of(1), false, false, null));
		this.patterns.open(this.site, mornings, this.patterns.preview(this.site, mornings).digest());
		this.scheduling.take(this.doctor.getId(), List.of(slotOn(1)));
	}

	private long slotOn(int day) {
		return this.slots.at(this.site.getId(), MONDAY.plusDays(day), MONDAY.plusDays(day + 1)).getFirst().getId();
	}

	/** From Monday on. */
	private List<SlotStatus> week() {
		return this.slots.at(this.site.getId(), MONDAY, MONDAY.plusDays(7))
			.stream()
			.map(HalfDaySlot::getStatus)
			.toList();
	}

	private static ClosedPeriod days(int first, int last) {
		return new ClosedPeriod(MONDAY.plusDays(first), MONDAY.plusDays(last), ClosureReason.LEAVE, null);
	}

	private DeclaredEffect declare(int first, int last) {
		var period = days(first, last);
		return this.declared.declare(this.site, period, this.declared.preview(this.site.getId(), period).digest());
	}

	private ComingClosure coming() {
		return this.declared.comingAt(this.site.getId()).getFirst();
	}

	private long waiting() {
		return this.jdbc.sql("select count(*) from expected_while_closed").query(Long.class).single();
	}

	private static void assertRefused(Reason reason, ThrowingCallable act) {
		assertThatExceptionOfType(SchedulingRefusedException.class).isThrownBy(act)
			.extracting(SchedulingRefusedException::reason)
			.isEqualTo(reason);
	}

	@Test
	void what_is_free_closes_and_a_doctor_stays_expected_until_the_agency_decides() {
		var done = declare(0, 2);
		assertThat(done.free()).hasSize(2);
		assertThat(done.taken()).hasSize(1);
		assertThat(week()).containsExactly(SlotStatus.CLOSED, SlotStatus.TAKEN, SlotStatus.CLOSED, SlotStatus.OPEN,
				SlotStatus.OPEN);
		assertThat(coming().isUndecided()).isTrue();
		assertThat(waiting()).isOne();
		assertThat(this.jdbc.sql("select detail from journal_entry where action = 'site.closureDeclared'")
			.query(String.class)
			.single()).contains("libres fermées", "2", "à décider", "1");
		this.closures.settle(this.site.getId(), coming().closure().getId());
		this.closures.settle(this.site.getId(), coming().closure().getId());
		assertThat(coming().isUndecided()).isFalse();
		assertThat(coming().expected()).hasSize(1);
		assertThat(waiting()).isZero();
		assertThat(this.jdbc.sql("select count(*) from journal_entry where action = 'site.closureSettled'")
			.query(Long.class)
			.single()).isOne();
	}

	@Test
	void what_a_doctor_gives_back_on_a_closed_day_is_open_to_nobody() {
		declare(0, 2);
		this.scheduling.giveBack(this.doctor.getId(), slotOn(1));
		assertThat(week().get(1)).isEqualTo(SlotStatus.CLOSED);
		assertThat(waiting()).isZero();
		this.scheduling.take(this.doctor.getId(), List.of(slotOn(3)));
		this.scheduling.giveBack(this.doctor.getId(), slotOn(3));
		assertThat(week().get(3)).isEqualTo(SlotStatus.OPEN);
	}

	@Test
	void a_closure_that_ends_early_opens_again_what_the_patterns_ask_for() {
		this.scheduling.closeAll(List.of(slotOn(1)));
		declare(0, 4);
		long id = coming().closure().getId();
		assertRefused(Reason.NOT_EARLIER, () -> this.closures.endEarly(this.site.getId(), id, MONDAY.plusDays(5)));
		assertThat(this.closures.endEarly(this.site.getId(), id, MONDAY.plusDays(3))).isEqualTo(2);
		assertThat(coming().closure().getLastDay()).isEqualTo(MONDAY.plusDays(2));
		assertThat(week()).containsExactly(SlotStatus.CLOSED, SlotStatus.CLOSED, SlotStatus.CLOSED, SlotStatus.OPEN,
				SlotStatus.OPEN);
		// on its first day it is as if it had never been; what the agency had closed by
		// itself stays closed
		assertThat(this.closures.endEarly(this.site.getId(), id, MONDAY)).isEqualTo(2);
		assertThat(this.declared.comingAt(this.site.getId())).isEmpty();
		assertThat(week()).containsExactly(SlotStatus.OPEN, SlotStatus.CLOSED, SlotStatus.OPEN, SlotStatus.OPEN,
				SlotStatus.OPEN);
		assertRefused(Reason.CHANGED_MEANWHILE, () -> this.closures.endEarly(this.site.getId(), id, MONDAY));
	}

	@Test
	void what_the_agency_closes_because_the_site_does_opens_again_with_it() {
		declare(0, 2);
		this.scheduling.closeAll(List.of(slotOn(1), slotOn(3)));
		assertThat(this.closures.endEarly(this.site.getId(), coming().closure().getId(), MONDAY)).isEqualTo(3);
		assertThat(week()).containsExactly(SlotStatus.OPEN, SlotStatus.OPEN, SlotStatus.OPEN, SlotStatus.CLOSED,
				SlotStatus.OPEN);
	}

	@Test
	void each_day_opens_again_by_what_was_decided_for_that_day() {
		var everyDay = afternoons(MONDAY, MONDAY.plusDays(60), DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY,
				DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);
		long pattern = this.patterns.open(this.site, everyDay, this.patterns.preview(this.site, everyDay).digest())
			.getId();
		change(pattern, afternoons(MONDAY.plusDays(2), MONDAY.plusDays(60), DayOfWeek.THURSDAY));
		change(pattern, afternoons(MONDAY.plusDays(30), MONDAY.plusDays(29), DayOfWeek.THURSDAY));
		var before = week();
		assertThat(before).containsOnlyOnce(SlotStatus.TAKEN).filteredOn(SlotStatus.CLOSED::equals).hasSize(2);
		declare(0, 6);
		assertThat(week()).doesNotContain(SlotStatus.OPEN);
		long id = coming().closure().getId();
		// Thursday morning and afternoon, Friday morning
		assertThat(this.closures.endEarly(this.site.getId(), id, MONDAY.plusDays(3))).isEqualTo(3);
		this.closures.reopen(this.site.getId(), id);
		assertThat(week()).isEqualTo(before);
	}

	private static OpeningPattern afternoons(LocalDate from, LocalDate until, DayOfWeek... weekdays) {
		return new OpeningPattern(from, until, new OpeningRule(Rhythm.EVERY_WEEK, MONDAY, Set.of(weekdays),
				Set.of(Period.AFTERNOON), Set.of(1), false, false, null));
	}

	private void change(long pattern, OpeningPattern next) {
		var kept = this.kept.findAt(this.site.getId(), pattern).orElseThrow();
		this.patterns.change(this.site.getId(), pattern, next, this.patterns.previewChange(kept, next).digest());
	}

	@Test
	void a_closure_ends_at_a_site_that_gave_up_a_room_meanwhile() {
		var large = this.scenario.openSite("Grande maison", Scenario.PLAISANCE, 2);
		var pattern = new OpeningPattern(MONDAY, MONDAY, Set.of(DayOfWeek.MONDAY), Set.of(Period.MORNING),
				Set.of(1, 2));
		this.patterns.open(large, pattern, this.patterns.preview(large, pattern).digest());
		var seen = this.declared.preview(large.getId(), days(0, 0));
		assertThat(this.declared.declare(large, days(0, 0), seen.digest()).free()).hasSize(2);
		this.jdbc.sql("update consultation_site set rooms = 1 where id = ?").param(large.getId()).update();
		long id = this.declared.comingAt(large.getId()).getFirst().closure().getId();
		assertThat(this.closures.endEarly(large.getId(), id, MONDAY)).isOne();
		assertThat(this.slots.at(large.getId(), MONDAY, MONDAY.plusDays(1))).extracting(HalfDaySlot::getStatus)
			.containsExactly(SlotStatus.OPEN, SlotStatus.CLOSED);
	}

	@Test
	void a_site_ends_only_what_it_said_itself_and_nothing_in_the_past() {
		this.closures.close(this.site, days(20, 24));
		long agencys = coming().closure().getId();
		assertRefused(Reason.CHANGED_MEANWHILE,
				() -> this.closures.endEarly(this.site.getId(), agencys, MONDAY.plusDays(22)));
		declare(0, 2);
		long own = coming().closure().getId();
		this.clock.set(MONDAY.plusDays(1).atTime(7, 0));
		assertRefused(Reason.IN_THE_PAST, () -> this.closures.endEarly(this.site.getId(), own, MONDAY));
		assertThat(catchThrowable(
				() -> this.jdbc.sql("update site_closure set settled_at = now() where not by_site").update()))
			.satisfies((thrown) -> assertThat(BrokenConstraint.of(thrown)).startsWith("site_closure_check"));
	}

	@Test
	void nothing_is_done_when_a_doctor_takes_one_meanwhile() {
		var seen = this.declared.preview(this.site.getId(), days(0, 2)).digest();
		this.scheduling.take(this.scenario.volunteer("Luc", "Lacaze").getId(), List.of(slotOn(0)));
		assertRefused(Reason.CHANGED_MEANWHILE, () -> this.declared.declare(this.site, days(0, 2), seen));
		assertThat(this.declared.comingAt(this.site.getId())).isEmpty();
		assertThat(week().get(2)).isEqualTo(SlotStatus.OPEN);
	}

	@Test
	void a_doctor_takes_it_or_the_site_closes_it_but_never_both() throws InterruptedException {
		for (int round = 0; round < 5; round++) {
			aWeekOfMorningsOfWhichOneIsTaken();
			var other = this.scenario.volunteer("Luc", "Lacaze").getId();
			var wanted = slotOn(0);
			var seen = this.declared.preview(this.site.getId(), days(0, 2)).digest();
			var outcomes = Race.<Object>of(2,
					(number) -> (number == 0) ? this.declared.declare(this.site, days(0, 2), seen)
							: this.scheduling.take(other, List.of(wanted)));
			assertThat(Race.won(outcomes)).isOne();
			boolean closed = outcomes.getFirst().state() == Future.State.SUCCESS;
			assertThat(week().getFirst()).isEqualTo(closed ? SlotStatus.CLOSED : SlotStatus.TAKEN);
			assertThat(this.declared.comingAt(this.site.getId())).hasSize(closed ? 1 : 0);
		}
	}

	@Test
	void what_is_given_back_while_the_site_closes_is_closed_whoever_comes_first() throws InterruptedException {
		for (int round = 0; round < 5; round++) {
			aWeekOfMorningsOfWhichOneIsTaken();
			var given = slotOn(1);
			var seen = this.declared.preview(this.site.getId(), days(0, 2)).digest();
			var outcomes = Race.<Object>of(2, (number) -> {
				if (number == 0) {
					return this.declared.declare(this.site, days(0, 2), seen);
				}
				this.scheduling.giveBack(this.doctor.getId(), given);
				return given;
			});
			assertThat(outcomes.get(1).state()).isEqualTo(Future.State.SUCCESS);
			boolean declared = outcomes.getFirst().state() == Future.State.SUCCESS;
			assertThat(week().get(1)).isEqualTo(declared ? SlotStatus.CLOSED : SlotStatus.OPEN);
		}
	}

}
