package fr.medecinproche.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

import fr.medecinproche.schedule.RepeatedPlan.Date;
import fr.medecinproche.schedule.RepeatedPlan.Fate;
import fr.medecinproche.schedule.SchedulingRefusedException.Reason;
import fr.medecinproche.site.ComingVisits;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.site.SiteService;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Race;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import fr.medecinproche.volunteer.Volunteer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static fr.medecinproche.testing.Scenario.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

@ApplicationTest
class RepeatedDayServiceTests {

	private static final RepeatedDay TUESDAYS = each(Extent.DAY, "2027-02");

	@Autowired
	RepeatedDayService service;

	@Autowired
	SchedulingService scheduling;

	@Autowired
	HalfDaySlots slots;

	@Autowired
	SiteService sites;

	@Autowired
	Scenario scenario;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TestClock.SettableClock clock;

	@Autowired
	CleanDatabase database;

	private Volunteer doctor;

	private ConsultationSite marciac;

	private ConsultationSite leVigan;

	@BeforeEach
	void twoPlaces() {
		this.database.clean();
		this.doctor = this.scenario.volunteer("Aline", "Roux");
		this.marciac = this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC, 2);
		this.leVigan = this.scenario.openSite("Maison de santé du Vigan", Scenario.LE_VIGAN);
	}

	private static RepeatedDay each(Extent extent, String last) {
		return new RepeatedDay(Rhythm.EVERY_WEEK, DayOfWeek.TUESDAY, extent, TUESDAY, YearMonth.parse(last));
	}

	private void open(LocalDate... days) {
		for (var day : days) {
			this.scenario.halfDay(this.marciac, HalfDay.morningOf(day));
			this.scenario.halfDay(this.marciac, HalfDay.afternoonOf(day));
		}
	}

	private void openEveryTuesdayUntilMarch() {
		TUESDAY.datesUntil(LocalDate.of(2027, 3, 1))
			.filter((day) -> day.getDayOfWeek() == DayOfWeek.TUESDAY)
			.forEach(this::open);
	}

	private RepeatedPlan preview(RepeatedDay repeated) {
		return this.service.preview(this.doctor.getId(), this.marciac.getId(), repeated);
	}

	private RepeatedPlan take(RepeatedDay repeated, List<LocalDate> announced) {
		return this.service.take(this.doctor.getId(), this.marciac.getId(), repeated, announced);
	}

	private static List<LocalDate> announced(RepeatedPlan plan) {
		return plan.toTake().stream().map(Date::day).toList();
	}

	private long taken() {
		return this.jdbc.sql("select count(*) from half_day_slot where volunteer_id = ?")
			.param(this.doctor.getId())
			.query(Long.class)
			.single();
	}

	@Test
	void counts_the_cap_of_each_month_in_order_and_what_was_taken_before() {
		openEveryTuesdayUntilMarch();
		this.scenario.taken(this.doctor, this.leVigan, HalfDay.morningOf(LocalDate.of(2027, 2, 1)));
		var plan = preview(TUESDAYS);
		assertThat(plan.dates()).extracting(Date::day, Date::fate)
			.containsExactly(tuple(TUESDAY, Fate.TO_TAKE), tuple(TUESDAY.plusWeeks(1), Fate.TO_TAKE),
					tuple(TUESDAY.plusWeeks(2), Fate.CAP_REACHED), tuple(LocalDate.of(2027, 2, 2), Fate.TO_TAKE),
					tuple(LocalDate.of(2027, 2, 9), Fate.CAP_REACHED),
					tuple(LocalDate.of(2027, 2, 16), Fate.CAP_REACHED),
					tuple(LocalDate.of(2027, 2, 23), Fate.CAP_REACHED));
		assertThat(plan.left()).containsEntry(YearMonth.of(2027, 1), 0).containsEntry(YearMonth.of(2027, 2), 1);
		assertThat(plan.halfDays()).isEqualTo(6);
		assertThat(taken()).as("a preview takes nothing").isOne();
	}

	@Test
	void one_half_left_is_not_a_whole_day_but_is_a_morning() {
		openEveryTuesdayUntilMarch();
		for (int day = 0; day < 3; day++) {
			this.scenario.taken(this.doctor, this.leVigan, HalfDay.morningOf(LocalDate.of(2027, 1, 6 + day)));
		}
		assertThat(preview(each(Extent.DAY, "2027-01")).toTake()).isEmpty();
		assertThat(preview(each(Extent.MORNING, "2027-01")).toTake()).extracting(Date::day).containsExactly(TUESDAY);
	}

	@Test
	void says_of_each_date_why_it_cannot_be_taken() {
		var dates = TUESDAY.datesUntil(TUESDAY.plusWeeks(8), java.time.Period.ofWeeks(1)).toList();
		var other = this.scenario.volunteer("Luc", "Bosc");
		this.scenario.halfDay(this.marciac, HalfDay.morningOf(dates.get(0)));
		this.scenario.taken(other, this.marciac, HalfDay.morningOf(dates.get(1)));
		this.scenario.taken(other, this.marciac, HalfDay.afternoonOf(dates.get(1)));
		open(dates.get(2));
		this.scheduling.close(slotOn(dates.get(2), Period.MORNING));
		this.scheduling.close(slotOn(dates.get(2), Period.AFTERNOON));
		open(dates.get(3));
		this.scenario.taken(this.doctor, this.leVigan, HalfDay.afternoonOf(dates.get(3)));
		this.scenario.taken(this.doctor, this.marciac, HalfDay.morningOf(dates.get(4)));
		this.scenario.taken(this.doctor, this.marciac, HalfDay.afternoonOf(dates.get(4)));
		open(dates.get(6));
		var plan = preview(each(Extent.DAY, "2027-03"));
		assertThat(plan.dates().subList(0, 7)).extracting(Date::fate)
			.containsExactly(Fate.ONLY_HALF, Fate.ANOTHER_DOCTOR, Fate.CLOSED, Fate.ELSEWHERE, Fate.MINE,
					Fate.NOT_OPENED, Fate.CAP_REACHED);
	}

	private long slotOn(LocalDate day, Period period) {
		return this.jdbc.sql("select id from half_day_slot where day = ? and period = ? and site_id = ?")
			.params(day, period.name(), this.marciac.getId())
			.query(Long.class)
			.single();
	}

	@Test
	void names_holidays_and_what_has_begun() {
		var thursdays = new RepeatedDay(Rhythm.FIRST, DayOfWeek.SATURDAY, Extent.MORNING, LocalDate.of(2027, 1, 4),
				YearMonth.of(2027, 5));
		assertThat(preview(thursdays).dates()).last()
			.satisfies((date) -> assertThat(date).extracting(Date::day, Date::fate)
				.containsExactly(LocalDate.of(2027, 5, 1), Fate.HOLIDAY));
		open(TUESDAY);
		this.clock.set(TUESDAY.atTime(LocalTime.of(9, 1)));
		assertThat(preview(each(Extent.MORNING, "2027-01")).dates().getFirst().fate()).isEqualTo(Fate.TOO_LATE);
	}

	@Test
	void takes_the_other_room_when_the_first_is_taken() {
		open(TUESDAY);
		this.scenario.halfDay(this.marciac, HalfDay.morningOf(TUESDAY), 2);
		this.scheduling.take(this.scenario.volunteer("Luc", "Bosc").getId(), List.of(slotIn(1)));
		var plan = take(TUESDAYS, List.of(TUESDAY));
		assertThat(plan.dates()).extracting(Date::fate).containsExactly(Fate.TO_TAKE);
		assertThat(this.slots.findById(slotIn(2)).orElseThrow().isTakenBy(this.doctor.getId())).isTrue();
	}

	private long slotIn(int room) {
		return this.jdbc.sql("select id from half_day_slot where day = ? and period = 'MORNING' and room = ?")
			.params(TUESDAY, room)
			.query(Long.class)
			.single();
	}

	@Test
	void takes_what_was_agreed_to_and_says_what_was_lost_meanwhile() {
		openEveryTuesdayUntilMarch();
		var agreed = announced(preview(TUESDAYS));
		assertThat(agreed).hasSize(4);
		this.scheduling.take(this.scenario.volunteer("Luc", "Bosc").getId(),
				List.of(slotOn(agreed.get(1), Period.MORNING), slotOn(agreed.get(1), Period.AFTERNOON)));
		this.scheduling.close(slotOn(agreed.get(2), Period.MORNING));
		var outcome = take(TUESDAYS, agreed);
		assertThat(outcome.dates()).extracting(Date::fate)
			.containsExactly(Fate.TO_TAKE, Fate.ANOTHER_DOCTOR, Fate.ONLY_HALF, Fate.TO_TAKE);
		assertThat(taken()).isEqualTo(4);
	}

	@Test
	void leaves_alone_what_was_gained_meanwhile() {
		openEveryTuesdayUntilMarch();
		var other = this.scenario.volunteer("Luc", "Bosc").getId();
		var both = List.of(slotOn(TUESDAY, Period.MORNING), slotOn(TUESDAY, Period.AFTERNOON));
		this.scheduling.take(other, both);
		var agreed = announced(preview(each(Extent.DAY, "2027-01")));
		both.forEach((slot) -> this.scheduling.giveBack(other, slot));
		assertThat(take(each(Extent.DAY, "2027-01"), agreed).dates()).extracting(Date::day, Date::fate)
			.containsExactly(tuple(TUESDAY.plusWeeks(1), Fate.TO_TAKE), tuple(TUESDAY.plusWeeks(2), Fate.TO_TAKE));
		assertThat(taken()).isEqualTo(4);
	}

	@Test
	void a_second_word_changes_nothing_and_is_told_the_same() {
		openEveryTuesdayUntilMarch();
		var agreed = announced(preview(TUESDAYS));
		take(TUESDAYS, agreed);
		assertThat(take(TUESDAYS, agreed).dates()).hasSize(4).extracting(Date::fate).containsOnly(Fate.MINE);
		assertThat(taken()).isEqualTo(8);
	}

	@Test
	void refuses_a_place_that_does_not_receive_and_a_doctor_who_may_not() {
		openEveryTuesdayUntilMarch();
		this.doctor = this.scenario.candidate("Paul", "Vidal");
		assertRefuses(Reason.VOLUNTEER_NOT_ACTIVE);
		this.jdbc.sql("update consultation_site set status = 'SUSPENDED'").update();
		assertRefuses(Reason.SITE_NOT_OPEN);
		assertThat(taken()).isZero();
	}

	private void assertRefuses(Reason reason) {
		assertThatExceptionOfType(SchedulingRefusedException.class).isThrownBy(() -> take(TUESDAYS, List.of(TUESDAY)))
			.satisfies((refusal) -> assertThat(refusal.reason()).isEqualTo(reason));
	}

	@Test
	void one_doctor_who_agrees_in_two_tabs_at_once_comes_once() throws InterruptedException {
		openEveryTuesdayUntilMarch();
		var agreed = announced(preview(TUESDAYS));
		var outcomes = Race.of(6, (tab) -> take(TUESDAYS, agreed));
		assertThat(Race.losses(outcomes)).isEmpty();
		assertThat(outcomes).filteredOn((outcome) -> !outcome.resultNow().toTake().isEmpty()).hasSize(1);
		assertThat(taken()).isEqualTo(8);
	}

	@Test
	void two_different_repetitions_at_once_stay_within_the_cap_together() throws InterruptedException {
		openEveryTuesdayUntilMarch();
		for (int week = 0; week < 3; week++) {
			open(TUESDAY.plusWeeks(week).plusDays(1));
		}
		var wednesdays = new RepeatedDay(Rhythm.EVERY_WEEK, DayOfWeek.WEDNESDAY, Extent.DAY, TUESDAY,
				YearMonth.of(2027, 1));
		var tuesdays = each(Extent.DAY, "2027-01");
		var outcomes = Race.of(2, (tab) -> {
			var repeated = (tab == 0) ? tuesdays : wednesdays;
			return take(repeated, announced(preview(repeated)));
		});
		assertThat(Race.losses(outcomes))
			.allSatisfy((loss) -> assertThat(loss).isInstanceOf(SchedulingRefusedException.class));
		assertThat(taken()).isEqualTo(4);
	}

	@Test
	void doctors_who_want_the_same_days_share_them_out_and_nobody_waits_for_ever() throws InterruptedException {
		openEveryTuesdayUntilMarch();
		var doctors = new ArrayList<Volunteer>(List.of(this.doctor));
		for (int i = 0; i < 4; i++) {
			doctors.add(this.scenario.volunteer("Luc" + i, "Bosc"));
		}
		var agreed = announced(preview(TUESDAYS));
		var outcomes = Race.of(doctors.size(),
				(number) -> this.service.take(doctors.get(number).getId(), this.marciac.getId(), TUESDAYS, agreed));
		assertThat(Race.losses(outcomes)).isEmpty();
		long half = outcomes.stream().mapToLong((outcome) -> outcome.resultNow().halfDays()).sum();
		assertThat(half).isEqualTo(8);
		assertThat(
				this.jdbc.sql("select count(*) from half_day_slot where status = 'TAKEN'").query(Long.class).single())
			.isEqualTo(8);
	}

	@Test
	void the_agency_may_close_the_place_at_the_same_moment() throws InterruptedException {
		openEveryTuesdayUntilMarch();
		var agreed = announced(preview(TUESDAYS));
		Race.of(2, (number) -> {
			if (number == 0) {
				this.sites.close(this.marciac.getId(), null, new ComingVisits(99, 99, 99));
				return null;
			}
			return take(TUESDAYS, agreed);
		});
		assertThat(
				this.jdbc.sql("select count(*) from half_day_slot where status <> 'CLOSED'").query(Long.class).single())
			.isZero();
	}

}
