package fr.medecinproche.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import fr.medecinproche.schedule.SchedulingRefusedException.Reason;
import fr.medecinproche.site.ConsultationHours;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.site.ConsultationSites;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.BrokenConstraint;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.QueryCount;
import fr.medecinproche.testing.Race;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

@ApplicationTest
class PatternServiceTests {

	private static final LocalDate MAY = LocalDate.of(2027, 5, 3);

	private static final LocalDate END_OF_MAY = LocalDate.of(2027, 5, 30);

	@Autowired
	PatternService service;

	@Autowired
	KeptPatterns patterns;

	@Autowired
	SiteClosureService closures;

	@Autowired
	SchedulingService scheduling;

	@Autowired
	ZoneOpeningService zoneOpening;

	@Autowired
	OpeningService openings;

	@Autowired
	HalfDaySlots slots;

	@Autowired
	ConsultationSites sites;

	@Autowired
	Scenario scenario;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TestClock.SettableClock clock;

	@Autowired
	CleanDatabase database;

	private ConsultationSite site;

	@BeforeEach
	void anOpenSite() {
		this.database.clean();
		this.site = this.scenario.openSite("Maison", Scenario.MARCIAC, 2);
	}

	private static OpeningPattern mornings(LocalDate from, LocalDate until, DayOfWeek... weekdays) {
		return new OpeningPattern(from, until, rule(from, Set.of(1), weekdays));
	}

	private static OpeningRule rule(LocalDate from, Set<Integer> rooms, DayOfWeek... weekdays) {
		return new OpeningRule(Rhythm.EVERY_WEEK, from, Set.of(weekdays), Set.of(Period.MORNING), rooms, false, false,
				null);
	}

	private KeptPattern open(OpeningPattern pattern) {
		return this.service.open(this.site, pattern, this.service.preview(this.site, pattern).digest());
	}

	private OpeningPlan previewChange(KeptPattern kept, OpeningPattern next) {
		return this.service.previewChange(found(kept), next);
	}

	private KeptPattern found(KeptPattern kept) {
		return this.patterns.findAt(this.site.getId(), kept.getId()).orElseThrow();
	}

	private OpeningPlan change(KeptPattern kept, OpeningPattern next) {
		return this.service.change(this.site.getId(), kept.getId(), next, previewChange(kept, next).digest());
	}

	private static void assertRefused(Reason reason, ThrowingCallable act) {
		assertThatExceptionOfType(SchedulingRefusedException.class).isThrownBy(act)
			.extracting(SchedulingRefusedException::reason)
			.isEqualTo(reason);
	}

	/** "2027-05-03 1 OPEN", of the days from one on. */
	private List<String> rows(LocalDate from) {
		return this.slots.at(this.site.getId(), from, LocalDate.of(2030, 1, 1))
			.stream()
			.map((slot) -> slot.getHalfDay().day() + " " + slot.getRoom() + " " + slot.getStatus())
			.toList();
	}

	private long slotOn(LocalDate day) {
		return this.slots.at(this.site.getId(), day, day.plusDays(1)).getFirst().getId();
	}

	@Test
	void opens_each_half_day_but_those_it_says_it_leaves_out() {
		this.closures.close(this.site, new ClosedPeriod(MAY.plusDays(7), MAY.plusDays(8), ClosureReason.WORKS, null));
		this.scenario.halfDay(this.site, HalfDay.morningOf(MAY.plusDays(10)));
		this.scenario.taken(this.scenario.volunteer("Aline", "Roux"), this.site, HalfDay.morningOf(MAY.plusDays(21)));
		var pattern = new OpeningPattern(MAY, END_OF_MAY,
				rule(MAY, Set.of(1, 2), DayOfWeek.MONDAY, DayOfWeek.THURSDAY));
		var plan = this.service.preview(this.site, pattern);
		assertThat(plan.with(OpeningFate.HOLIDAY)).extracting(PlannedHalfDay::day)
			.containsOnly(LocalDate.of(2027, 5, 6), LocalDate.of(2027, 5, 17));
		assertThat(plan.with(OpeningFate.CLOSURE)).extracting(PlannedHalfDay::day).containsOnly(MAY.plusDays(7));
		assertThat(plan.count(OpeningFate.OPEN_ALREADY)).isOne();
		assertThat(plan.with(OpeningFate.TAKEN_ALREADY)).extracting(PlannedHalfDay::doctor)
			.containsOnly("Dr Aline Roux");
		assertThat(plan.with(OpeningFate.OTHER_ROOM)).extracting(PlannedHalfDay::day).containsOnly(MAY.plusDays(21));
		assertThat(rows(MAY)).hasSize(2);
		var kept = this.service.open(this.site, pattern, plan.digest());
		assertThat(rows(MAY)).hasSize(2 + plan.count(OpeningFate.TO_OPEN))
			.noneMatch((row) -> row.startsWith("2027-05-06") || row.startsWith("2027-05-10"));
		assertThat(this.slots.openedBy(kept.getId(), MAY)).hasSize(plan.count(OpeningFate.TO_OPEN));
	}

	@Test
	void days_a_site_wants_nobody_or_its_bus_stops_nowhere_are_left_out() {
		this.jdbc.sql("""
				insert into site_no_need (site_id, from_day, until_day, period, reason, said_at)
				values (:site, '2027-05-10', '2027-05-10', null, 'Assez', now()),
				(:site, '2027-05-11', '2027-05-11', 'AFTERNOON', 'Assez', now())""")
			.param("site", this.site.getId())
			.update();
		var pattern = mornings(MAY, MAY.plusDays(13), DayOfWeek.MONDAY, DayOfWeek.TUESDAY);
		var plan = this.service.preview(this.site, pattern);
		assertThat(plan.with(OpeningFate.NO_NEED)).extracting(PlannedHalfDay::day).containsExactly(MAY.plusDays(7));
		this.service.open(this.site, pattern, plan.digest());
		assertThat(rows(MAY)).hasSize(3);
		this.database.clean();
		anOpenSite();
		this.jdbc.sql("update consultation_site set kind = 'MEDICOBUS'").update();
		this.jdbc.sql("""
				insert into site_stop (site_id, day, period, commune, address, postal_code, latitude, longitude)
				values (:site, '2027-05-04', 'MORNING', :commune, 'Place', '32230', 43.5, 0.2)""")
			.param("site", this.site.getId())
			.param("commune", Scenario.MARCIAC)
			.update();
		plan = this.service.preview(this.site, pattern);
		assertThat(plan.count(OpeningFate.NO_STOP)).isEqualTo(3);
		this.service.open(this.site, pattern, plan.digest());
		assertThat(rows(MAY)).containsExactly("2027-05-04 1 OPEN");
	}

	@Test
	void days_on_which_the_zone_is_no_priority_zone_have_their_own_fate() {
		var siren = this.site.getZone().getSiren();
		this.jdbc.sql("update zone_priority set ends_on = '2027-05-11' where siren = ?").param(siren).update();
		this.jdbc.sql("insert into zone_priority (siren, starts_on) values (?, '2027-05-25')").param(siren).update();
		this.closures.close(this.site, new ClosedPeriod(END_OF_MAY, END_OF_MAY, ClosureReason.WORKS, null));
		var pattern = mornings(MAY, END_OF_MAY.plusDays(1), DayOfWeek.MONDAY, DayOfWeek.TUESDAY);
		var plan = this.service.preview(this.site, pattern);
		assertThat(plan.with(OpeningFate.NOT_PRIORITY)).extracting(PlannedHalfDay::day)
			.containsExactly(MAY.plusDays(8), MAY.plusDays(15), MAY.plusDays(21));
		assertThat(plan.with(OpeningFate.HOLIDAY)).extracting(PlannedHalfDay::day).containsExactly(MAY.plusDays(14));
		var kept = this.service.open(this.site, pattern, plan.digest());
		assertThat(rows(MAY)).containsExactly("2027-05-03 1 OPEN", "2027-05-04 1 OPEN", "2027-05-10 1 OPEN",
				"2027-05-25 1 OPEN", "2027-05-31 1 OPEN");
		var changed = change(kept, mornings(MAY, END_OF_MAY.plusDays(1), DayOfWeek.WEDNESDAY));
		assertThat(changed.with(OpeningFate.NOT_PRIORITY)).extracting(PlannedHalfDay::day)
			.containsExactly(MAY.plusDays(9), MAY.plusDays(16));
		var several = this.zoneOpening.preview(Map.of(this.site, pattern));
		assertThat(several.sites().getFirst().plan().count(OpeningFate.NOT_PRIORITY)).isEqualTo(3);
	}

	@Test
	void a_zone_that_is_no_priority_zone_today_says_so() {
		this.jdbc.sql("update intercommunalite set priority = false where siren = ?")
			.param(this.site.getZone().getSiren())
			.update();
		var site = this.sites.findById(this.site.getId(), null).orElseThrow();
		assertRefused(Reason.ZONE_NOT_PRIORITY,
				() -> this.service.preview(site, mornings(MAY, END_OF_MAY, DayOfWeek.MONDAY)));
	}

	@Test
	void the_end_of_a_zone_announced_after_the_preview_is_told_as_a_change() {
		var pattern = mornings(MAY, END_OF_MAY, DayOfWeek.MONDAY);
		var seen = this.service.preview(this.site, pattern).digest();
		this.jdbc.sql("update zone_priority set ends_on = '2027-05-11' where siren = ?")
			.param(this.site.getZone().getSiren())
			.update();
		assertRefused(Reason.CHANGED_MEANWHILE, () -> this.service.open(this.site, pattern, seen));
		assertThat(rows(MAY)).isEmpty();
	}

	@Test
	void a_change_that_is_stopped_half_way_has_changed_nothing() {
		var kept = open(mornings(MAY, END_OF_MAY, DayOfWeek.MONDAY, DayOfWeek.TUESDAY));
		var before = rows(MAY);
		var next = mornings(MAY, END_OF_MAY, DayOfWeek.WEDNESDAY);
		var seen = previewChange(kept, next).digest();
		for (int last : new int[] { 3, 9 }) {
			var done = new AtomicInteger();
			assertThatIllegalStateException()
				.isThrownBy(() -> this.service.change(this.site.getId(), kept.getId(), next, seen, () -> {
					if (done.incrementAndGet() == last) {
						throw new IllegalStateException("stopped");
					}
				}));
			assertThat(rows(MAY)).isEqualTo(before);
			assertThat(found(kept).getVersions()).hasSize(1);
		}
		var told = new AtomicInteger();
		var plan = this.service.change(this.site.getId(), kept.getId(), next, seen, told::incrementAndGet);
		assertThat(told).hasValue(plan.changes());
		assertThat(found(kept).getLast().getOutcome()).isEqualTo(new DecisionOutcome(4, 7, 0));
	}

	@Test
	void keeps_the_hours_of_the_pattern_and_those_of_the_site_otherwise() {
		var own = new ConsultationHours(LocalTime.of(8, 0), LocalTime.of(12, 0), LocalTime.of(13, 0),
				LocalTime.of(16, 0));
		var rule = new OpeningRule(Rhythm.EVERY_WEEK, MAY, Set.of(DayOfWeek.MONDAY), EnumSet.allOf(Period.class),
				Set.of(1), false, false, own);
		open(new OpeningPattern(MAY, MAY, rule));
		assertThat(this.slots.at(this.site.getId(), MAY, MAY.plusDays(1))).extracting(HalfDaySlot::getStartsAt)
			.containsExactly(LocalTime.of(8, 0), LocalTime.of(13, 0));
	}

	@Test
	void a_site_that_changed_its_hours_since_it_was_read_opens_at_those_it_has() {
		var first = mornings(MAY, MAY.plusDays(6), DayOfWeek.MONDAY);
		var second = mornings(MAY, MAY.plusDays(6), DayOfWeek.TUESDAY);
		var seen = this.service.preview(this.site, first).digest();
		var atOnce = this.zoneOpening.preview(Map.of(this.site, second)).digest();
		this.jdbc.sql("update consultation_site set morning_start = '10:00' where id = ?")
			.param(this.site.getId())
			.update();
		this.service.open(this.site, first, seen);
		this.zoneOpening.open(Map.of(this.site, second), atOnce, () -> {
		});
		this.openings.open(this.site, OpeningPattern.single(HalfDay.morningOf(MAY.plusDays(4)), 1));
		assertThat(this.slots.at(this.site.getId(), MAY, END_OF_MAY)).hasSize(3)
			.extracting(HalfDaySlot::getStartsAt)
			.containsOnly(LocalTime.of(10, 0));
	}

	@Test
	void a_plan_that_changed_since_it_was_seen_is_not_carried_out() {
		var pattern = mornings(MAY, END_OF_MAY, DayOfWeek.MONDAY);
		var seen = this.service.preview(this.site, pattern).digest();
		this.scenario.halfDay(this.site, HalfDay.morningOf(MAY));
		assertRefused(Reason.CHANGED_MEANWHILE, () -> this.service.open(this.site, pattern, seen));
		assertThat(rows(MAY)).hasSize(1);
		assertThat(this.patterns.at(this.site.getId())).isEmpty();
	}

	@Test
	void a_change_adds_keeps_and_closes_from_its_day_on_only() {
		var kept = open(mornings(MAY, END_OF_MAY, DayOfWeek.MONDAY, DayOfWeek.TUESDAY));
		var doctor = this.scenario.volunteer("Aline", "Roux");
		this.scheduling.take(doctor.getId(), List.of(slotOn(MAY.plusDays(15)), slotOn(MAY.plusDays(1))));
		var day = MAY.plusDays(7);
		var next = mornings(day, END_OF_MAY, DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY);
		var plan = change(kept, next);
		assertThat(plan.with(OpeningFate.TO_OPEN)).extracting(PlannedHalfDay::day)
			.containsExactly(day.plusDays(2), day.plusDays(9), day.plusDays(16));
		assertThat(plan.with(OpeningFate.KEPT)).extracting(PlannedHalfDay::day).containsExactly(day, day.plusDays(14));
		assertThat(plan.with(OpeningFate.HOLIDAY)).extracting(PlannedHalfDay::day).containsExactly(day.plusDays(7));
		assertThat(plan.with(OpeningFate.TO_CLOSE)).extracting(PlannedHalfDay::day)
			.containsExactly(day.plusDays(1), day.plusDays(15));
		assertThat(plan.with(OpeningFate.TAKEN_STAYS)).extracting(PlannedHalfDay::doctor)
			.containsExactly("Dr Aline Roux");
		assertThat(rows(MAY)).contains("2027-05-03 1 OPEN", "2027-05-04 1 TAKEN", "2027-05-18 1 TAKEN",
				"2027-05-11 1 CLOSED", "2027-05-12 1 OPEN");
		assertThat(found(kept).getVersions()).hasSize(2);
	}

	@Test
	void another_hour_is_kept_by_what_nobody_has_taken() {
		var kept = open(mornings(MAY, MAY.plusDays(8), DayOfWeek.MONDAY));
		this.scheduling.take(this.scenario.volunteer("Aline", "Roux").getId(), List.of(slotOn(MAY)));
		var own = new ConsultationHours(LocalTime.of(8, 0), LocalTime.of(12, 0), LocalTime.of(14, 0),
				LocalTime.of(17, 0));
		var rule = new OpeningRule(Rhythm.EVERY_WEEK, MAY, Set.of(DayOfWeek.MONDAY), Set.of(Period.MORNING), Set.of(1),
				false, false, own);
		assertThat(change(kept, new OpeningPattern(MAY, MAY.plusDays(8), rule)).count(OpeningFate.RETIMED)).isOne();
		assertThat(this.slots.at(this.site.getId(), MAY, END_OF_MAY)).extracting(HalfDaySlot::getStartsAt)
			.containsExactly(LocalTime.of(9, 0), LocalTime.of(8, 0));
	}

	@Test
	void what_the_agency_closed_or_opened_by_itself_is_left_alone() {
		var kept = open(mornings(MAY, END_OF_MAY, DayOfWeek.MONDAY));
		this.scheduling.closeAll(List.of(slotOn(MAY.plusDays(7))));
		this.scenario.halfDay(this.site, HalfDay.morningOf(MAY.plusDays(8)));
		var plan = change(kept, mornings(MAY, END_OF_MAY.plusDays(7), DayOfWeek.MONDAY));
		assertThat(plan.with(OpeningFate.SET_APART)).extracting(PlannedHalfDay::day).containsExactly(MAY.plusDays(7));
		change(kept, new OpeningPattern(MAY, MAY.minusDays(1), kept.getLast().getRule()));
		assertThat(rows(MAY)).filteredOn((row) -> row.endsWith("OPEN")).containsExactly("2027-05-11 1 OPEN");
	}

	@Test
	void what_a_change_closed_another_change_opens_again() {
		var kept = open(mornings(MAY, END_OF_MAY, DayOfWeek.MONDAY));
		var before = rows(MAY);
		change(kept, new OpeningPattern(MAY, MAY.minusDays(1), kept.getLast().getRule()));
		assertThat(rows(MAY)).allMatch((row) -> row.endsWith("CLOSED"));
		change(kept, mornings(MAY, END_OF_MAY, DayOfWeek.MONDAY));
		assertThat(rows(MAY)).isEqualTo(before);
		assertThat(found(kept).getVersions()).extracting(PatternVersion::isEnd).containsExactly(false, true, false);
	}

	@Test
	void the_past_is_not_changed_even_when_asked() {
		var kept = open(mornings(MAY, END_OF_MAY, DayOfWeek.MONDAY));
		this.clock.set(MAY.plusDays(7).atTime(12, 0));
		assertRefused(Reason.IN_THE_PAST, () -> previewChange(kept, mornings(MAY, END_OF_MAY, DayOfWeek.TUESDAY)));
		// today's morning has begun: it stays, whatever is decided today
		var plan = change(kept, mornings(MAY.plusDays(7), END_OF_MAY, DayOfWeek.TUESDAY));
		assertThat(plan.with(OpeningFate.TO_CLOSE)).extracting(PlannedHalfDay::day).containsExactly(MAY.plusDays(21));
		assertThat(rows(MAY)).contains("2027-05-03 1 OPEN", "2027-05-10 1 OPEN");
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 32, 30, 2027 })
	void whatever_is_decided_touches_nothing_past_taken_or_set_apart(long seed) {
		var random = new Random(seed);
		var doctors = IntStream.range(0, 3).mapToObj((n) -> this.scenario.volunteer("Anne", "Abadie" + n)).toList();
		var kept = open(any(random, MAY));
		this.scenario.halfDay(this.site, HalfDay.afternoonOf(LocalDate.of(2027, 5, 2)));
		for (int round = 0; round < 5; round++) {
			var today = MAY.plusDays(round * 9L);
			this.clock.set(today.atTime(12, 0));
			doctors.forEach((doctor) -> takeOne(random, doctor.getId(), today));
			var from = today.plusDays(random.nextInt(20));
			var next = (random.nextInt(5) == 0) ? new OpeningPattern(from, from.minusDays(1), kept.getLast().getRule())
					: any(random, from);
			var before = snapshot();
			var plan = change(kept, next);
			var after = snapshot();
			before.forEach((id, row) -> {
				if (row.day().isBefore(from) || !row.day().isAfter(today) || row.status().equals("TAKEN")
						|| row.pattern() == null && row.status().equals("OPEN")) {
					assertThat(after.get(id)).isEqualTo(row);
				}
			});
			assertThat(count(after, "OPEN") - count(before, "OPEN"))
				.isEqualTo(plan.count(OpeningFate.TO_OPEN) - plan.count(OpeningFate.TO_CLOSE));
			var asked = next.places()
				.stream()
				.map((place) -> place.halfDay().day() + "" + place.halfDay().period() + place.room())
				.toList();
			assertThat(after.values())
				.filteredOn((row) -> row.status().equals("OPEN") && row.pattern() != null && row.day().isAfter(today)
						&& !row.day().isBefore(from))
				.allMatch((row) -> asked.contains(row.place()));
		}
	}

	private static OpeningPattern any(Random random, LocalDate from) {
		var weekdays = random.ints(3, 1, 6).mapToObj(DayOfWeek::of).collect(Collectors.toSet());
		var periods = random.nextBoolean() ? EnumSet.allOf(Period.class) : Set.of(Period.AFTERNOON);
		var rooms = random.nextBoolean() ? Set.of(1, 2) : Set.of(1);
		var rhythm = Rhythm.values()[random.nextInt(Rhythm.values().length)];
		return new OpeningPattern(from, from.plusDays(40 + random.nextInt(60)), new OpeningRule(rhythm, from, weekdays,
				periods, rooms, random.nextBoolean(), random.nextBoolean(), null));
	}

	private void takeOne(Random random, long volunteerId, LocalDate today) {
		var open = new ArrayList<>(this.slots.at(this.site.getId(), today.plusDays(1), today.plusDays(60))
			.stream()
			.filter((slot) -> slot.getStatus() == SlotStatus.OPEN)
			.map(HalfDaySlot::getId)
			.toList());
		if (!open.isEmpty()) {
			catchThrowable(() -> this.scheduling.take(volunteerId, List.of(open.get(random.nextInt(open.size())))));
		}
	}

	private static long count(Map<Long, Row> rows, String status) {
		return rows.values().stream().filter((row) -> row.status().equals(status)).count();
	}

	private Map<Long, Row> snapshot() {
		return this.jdbc.sql("""
				select id, day, status, pattern_id as pattern, day || period || room as place,
				concat_ws(' ', starts_at, ends_at, volunteer_id, taken_at) as rest from half_day_slot""")
			.query(Row.class)
			.list()
			.stream()
			.collect(Collectors.toMap(Row::id, (row) -> row));
	}

	record Row(long id, LocalDate day, String status, Long pattern, String place, String rest) {
	}

	@Test
	void of_agents_who_open_the_same_pattern_at_once_one_does() throws InterruptedException {
		var pattern = mornings(MAY, END_OF_MAY, DayOfWeek.MONDAY, DayOfWeek.TUESDAY);
		var seen = this.service.preview(this.site, pattern).digest();
		var outcomes = Race.of(6, (number) -> this.service.open(this.site, pattern, seen));
		assertThat(Race.won(outcomes)).isOne();
		assertThat(Race.losses(outcomes)).hasSize(5)
			.allMatch((loss) -> loss instanceof SchedulingRefusedException refusal
					&& refusal.reason() == Reason.CHANGED_MEANWHILE);
		assertThat(this.patterns.at(this.site.getId())).hasSize(1);
		assertThat(rows(MAY)).hasSize(7).doesNotHaveDuplicates();
	}

	@Test
	void a_doctor_takes_what_is_being_closed_or_it_is_closed_but_never_both() throws InterruptedException {
		for (int round = 0; round < 6; round++) {
			this.database.clean();
			anOpenSite();
			var kept = open(mornings(MAY, MAY, DayOfWeek.MONDAY));
			var doctor = this.scenario.volunteer("Aline", "Roux");
			var slot = slotOn(MAY);
			var end = new OpeningPattern(MAY, MAY.minusDays(1), kept.getLast().getRule());
			var seen = previewChange(kept, end).digest();
			var outcomes = Race.<Object>of(2,
					(number) -> (number == 0) ? this.service.change(this.site.getId(), kept.getId(), end, seen)
							: this.scheduling.take(doctor.getId(), List.of(slot)));
			assertThat(Race.won(outcomes)).isOne();
			assertThat(this.slots.findById(slot).orElseThrow().getStatus()).isEqualTo(
					(outcomes.getFirst().state() == Future.State.SUCCESS) ? SlotStatus.CLOSED : SlotStatus.TAKEN);
		}
	}

	@Test
	void what_plain_sql_opened_at_the_same_moment_is_told_as_a_change() throws InterruptedException {
		var pattern = mornings(MAY, END_OF_MAY, DayOfWeek.MONDAY);
		var seen = this.service.preview(this.site, pattern).digest();
		var insert = """
				insert into half_day_slot (site_id, day, period, room, starts_at, ends_at, status, opened_at)
				values (?, '2027-05-24', 'MORNING', 1, '09:00', '12:00', 'OPEN', now())""";
		var outcomes = Race.<Object>of(2, (number) -> (number == 0) ? this.service.open(this.site, pattern, seen)
				: this.jdbc.sql(insert).param(this.site.getId()).update());
		if (Race.won(outcomes) == 1) {
			var loss = Race.losses(outcomes).getFirst();
			assertThat(loss instanceof SchedulingRefusedException
					|| BrokenConstraint.of(loss).equals("half_day_slot_one_per_room"))
				.isTrue();
		}
		assertThat(rows(MAY)).doesNotHaveDuplicates();
	}

	@Test
	void the_database_refuses_what_makes_no_sense() {
		var kept = open(mornings(MAY, MAY, DayOfWeek.MONDAY));
		var other = this.scenario.openSite("Autre maison", Scenario.PLAISANCE);
		var slot = this.scenario.halfDay(other, HalfDay.morningOf(MAY));
		assertBroken("half_day_slot_pattern",
				"update half_day_slot set pattern_id = " + kept.getId() + " where id = " + slot.getId());
		assertBroken("opening_pattern_version_number", """
				insert into opening_pattern_version (pattern_id, number, applies_from, applies_until, rhythm,
				counted_from, weekdays, periods, rooms, on_holidays, beside_doctors, decided_at)
				select pattern_id, number, applies_from, applies_until, rhythm, counted_from, weekdays, periods, rooms,
				on_holidays, beside_doctors, decided_at from opening_pattern_version""");
		this.closures.close(this.site, new ClosedPeriod(MAY, END_OF_MAY, ClosureReason.LEAVE, null));
		assertBroken("site_closure_once", """
				insert into site_closure (site_id, first_day, last_day, reason, created_at)
				select site_id, last_day, last_day + 3, reason, now() from site_closure""");
		assertRefused(Reason.CLOSED_ALREADY, () -> this.closures.close(this.site,
				new ClosedPeriod(END_OF_MAY, END_OF_MAY.plusDays(1), ClosureReason.STAFF, null)));
	}

	@Test
	void long_work_that_is_stopped_half_way_opens_nothing_anywhere() {
		var other = this.scenario.openSite("Autre maison", Scenario.PLAISANCE);
		var asked = Map.of(this.site, mornings(MAY, END_OF_MAY, DayOfWeek.MONDAY), other,
				mornings(MAY, END_OF_MAY, DayOfWeek.MONDAY));
		var seen = this.zoneOpening.preview(asked).digest();
		var done = new AtomicInteger();
		assertThatIllegalStateException().isThrownBy(() -> this.zoneOpening.open(asked, seen, () -> {
			if (done.incrementAndGet() == 5) {
				throw new IllegalStateException("stopped");
			}
		}));
		assertThat(rows(MAY)).isEmpty();
		assertThat(this.patterns.at(other.getId())).isEmpty();
		this.zoneOpening.open(asked, seen, done::incrementAndGet);
		assertThat(rows(MAY)).hasSize(3);
	}

	private void assertBroken(String constraint, String sql) {
		assertThat(BrokenConstraint.of(catchThrowable(() -> this.jdbc.sql(sql).update()))).isEqualTo(constraint);
	}

	@Test
	void a_year_is_planned_with_as_many_queries_as_a_week() {
		int week = QueryCount
			.of(() -> this.service.preview(this.site, mornings(MAY, MAY.plusDays(6), DayOfWeek.values())));
		open(mornings(MAY, MAY.plusMonths(11), DayOfWeek.values()));
		int year = QueryCount
			.of(() -> this.service.preview(this.site, mornings(MAY, MAY.plusYears(1), DayOfWeek.values())));
		assertThat(year).isEqualTo(week);
	}

	@Test
	void the_history_is_in_order() {
		var kept = open(mornings(MAY, END_OF_MAY, DayOfWeek.MONDAY));
		change(kept, mornings(MAY.plusDays(7), END_OF_MAY, DayOfWeek.TUESDAY));
		change(kept, mornings(MAY, END_OF_MAY, DayOfWeek.WEDNESDAY));
		assertThat(this.patterns.at(this.site.getId())).singleElement()
			.satisfies((pattern) -> assertThat(pattern.getVersions()).extracting(PatternVersion::getNumber)
				.hasSize(3)
				.isSortedAccordingTo(Comparator.naturalOrder()));
	}

}
