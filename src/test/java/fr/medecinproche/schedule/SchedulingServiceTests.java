package fr.medecinproche.schedule;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import fr.medecinproche.schedule.SchedulingRefusedException.Reason;
import fr.medecinproche.site.ComingVisits;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.site.SiteService;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Race;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static fr.medecinproche.testing.Scenario.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ApplicationTest
class SchedulingServiceTests {

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

	private ConsultationSite marciac;

	@BeforeEach
	void anOpenSite() {
		this.database.clean();
		this.marciac = this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC, 3);
	}

	private List<Long> open(HalfDay... halfDays) {
		return Stream.of(halfDays).map((halfDay) -> this.scenario.halfDay(this.marciac, halfDay).getId()).toList();
	}

	private long open(HalfDay halfDay) {
		return open(new HalfDay[] { halfDay }).getFirst();
	}

	private static void assertRefused(Reason reason, ThrowingCallable act) {
		assertThatExceptionOfType(SchedulingRefusedException.class).isThrownBy(act)
			.extracting(SchedulingRefusedException::reason)
			.isEqualTo(reason);
	}

	@Test
	void takes_a_whole_day_and_says_what_is_left_of_the_month() {
		var doctor = this.scenario.volunteer("Aline", "Roux");
		this.scheduling.take(doctor.getId(), open(HalfDay.morningOf(TUESDAY), HalfDay.afternoonOf(TUESDAY)));
		assertThat(this.scheduling.cap(doctor.getId(), YearMonth.of(2027, 1)).left()).isEqualTo(2);
		assertThat(this.scheduling.cap(doctor.getId(), YearMonth.of(2027, 2)).left()).isEqualTo(4);
	}

	@Test
	void refuses_a_fifth_half_day_in_the_month_even_on_another_date() {
		var doctor = this.scenario.volunteer("Aline", "Roux");
		this.scheduling.take(doctor.getId(), open(HalfDay.morningOf(TUESDAY), HalfDay.morningOf(TUESDAY.plusDays(1)),
				HalfDay.morningOf(TUESDAY.plusDays(2)), HalfDay.morningOf(TUESDAY.plusDays(3))));
		var fifth = open(HalfDay.morningOf(TUESDAY.plusDays(7)));
		assertRefused(Reason.MONTHLY_CAP_REACHED, () -> this.scheduling.take(doctor.getId(), List.of(fifth)));
		assertThat(this.slots.findById(fifth).orElseThrow().getStatus()).isEqualTo(SlotStatus.OPEN);
	}

	@Test
	void takes_all_or_none() {
		var doctor = this.scenario.volunteer("Aline", "Roux");
		var five = open(HalfDay.morningOf(TUESDAY), HalfDay.morningOf(TUESDAY.plusDays(1)),
				HalfDay.morningOf(TUESDAY.plusDays(2)), HalfDay.morningOf(TUESDAY.plusDays(3)),
				HalfDay.morningOf(TUESDAY.plusDays(6)));
		assertRefused(Reason.MONTHLY_CAP_REACHED, () -> this.scheduling.take(doctor.getId(), five));
		assertThat(this.scheduling.cap(doctor.getId(), YearMonth.of(2027, 1)).left()).isEqualTo(4);
	}

	@Test
	void counts_each_half_day_in_the_month_of_its_own_date() {
		var doctor = this.scenario.volunteer("Aline", "Roux");
		var lastOfJanuary = LocalDate.of(2027, 1, 29);
		this.scheduling.take(doctor.getId(), open(HalfDay.morningOf(lastOfJanuary), HalfDay.afternoonOf(lastOfJanuary),
				HalfDay.morningOf(TUESDAY), HalfDay.afternoonOf(TUESDAY)));
		var firstOfFebruary = open(HalfDay.morningOf(LocalDate.of(2027, 2, 1)));
		this.scheduling.take(doctor.getId(), List.of(firstOfFebruary));
		assertThat(this.scheduling.cap(doctor.getId(), YearMonth.of(2027, 1)).left()).isZero();
		assertThat(this.scheduling.cap(doctor.getId(), YearMonth.of(2027, 2)).left()).isEqualTo(3);
	}

	@Test
	void makes_room_in_the_month_when_a_half_day_is_given_back() {
		var doctor = this.scenario.volunteer("Aline", "Roux");
		var four = open(HalfDay.morningOf(TUESDAY), HalfDay.afternoonOf(TUESDAY),
				HalfDay.morningOf(TUESDAY.plusDays(1)), HalfDay.afternoonOf(TUESDAY.plusDays(1)));
		this.scheduling.take(doctor.getId(), four);
		this.scheduling.giveBack(doctor.getId(), four.get(1));
		var another = open(HalfDay.morningOf(TUESDAY.plusDays(8)));
		this.scheduling.take(doctor.getId(), List.of(another));
		assertThat(this.scheduling.cap(doctor.getId(), YearMonth.of(2027, 1)).left()).isZero();
	}

	@Test
	void makes_room_in_the_month_when_the_agency_closes_a_half_day() {
		var doctor = this.scenario.volunteer("Aline", "Roux");
		var slot = this.scenario.taken(doctor, this.marciac, HalfDay.morningOf(TUESDAY));
		this.scheduling.close(slot.getId());
		assertThat(this.scheduling.cap(doctor.getId(), YearMonth.of(2027, 1)).left()).isEqualTo(4);
	}

	@Test
	void closes_the_coming_half_days_of_a_site_that_closes() {
		var doctor = this.scenario.volunteer("Aline", "Roux");
		var slot = this.scenario.taken(doctor, this.marciac, HalfDay.morningOf(TUESDAY));
		var open = open(HalfDay.afternoonOf(TUESDAY));
		this.sites.close(this.marciac.getId(), null, new ComingVisits(9, 9, 9));
		assertThat(this.slots.findById(slot.getId()).orElseThrow().getStatus()).isEqualTo(SlotStatus.CLOSED);
		assertThat(this.slots.findById(open).orElseThrow().getStatus()).isEqualTo(SlotStatus.CLOSED);
	}

	@Test
	void refuses_two_places_at_once() {
		var doctor = this.scenario.volunteer("Aline", "Roux");
		var leVigan = this.scenario.openSite("Maison de santé du Vigan", Scenario.LE_VIGAN);
		this.scenario.taken(doctor, this.marciac, HalfDay.morningOf(TUESDAY));
		var there = this.scenario.halfDay(leVigan, HalfDay.morningOf(TUESDAY));
		assertRefused(Reason.ALREADY_ELSEWHERE, () -> this.scheduling.take(doctor.getId(), List.of(there.getId())));
	}

	@Test
	void refuses_a_doctor_whose_file_is_not_complete() {
		var candidate = this.scenario.candidate("Paul", "Vidal");
		var slot = open(HalfDay.morningOf(TUESDAY));
		assertRefused(Reason.VOLUNTEER_NOT_ACTIVE, () -> this.scheduling.take(candidate.getId(), List.of(slot)));
	}

	@Test
	void refuses_a_site_that_is_suspended() {
		var doctor = this.scenario.volunteer("Aline", "Roux");
		var slot = open(HalfDay.morningOf(TUESDAY));
		this.sites.suspend(this.marciac.getId(), null);
		assertRefused(Reason.SITE_NOT_OPEN, () -> this.scheduling.take(doctor.getId(), List.of(slot)));
	}

	@Test
	void refuses_a_half_day_that_has_begun_to_be_taken_or_given_back() {
		var doctor = this.scenario.volunteer("Aline", "Roux");
		var mine = this.scenario.taken(doctor, this.marciac, HalfDay.morningOf(TUESDAY));
		var other = this.scenario.halfDay(this.marciac, HalfDay.morningOf(TUESDAY), 2);
		this.clock.set(LocalDateTime.of(TUESDAY, mine.getStartsAt()));
		assertRefused(Reason.TOO_LATE, () -> this.scheduling.giveBack(doctor.getId(), mine.getId()));
		var colleague = this.scenario.volunteer("Luc", "Bosc");
		assertRefused(Reason.TOO_LATE, () -> this.scheduling.take(colleague.getId(), List.of(other.getId())));
	}

	@Test
	void refuses_to_give_back_what_is_somebody_elses() {
		var slot = this.scenario.taken(this.scenario.volunteer("Aline", "Roux"), this.marciac,
				HalfDay.morningOf(TUESDAY));
		var other = this.scenario.volunteer("Luc", "Bosc");
		assertRefused(Reason.NOT_YOURS, () -> this.scheduling.giveBack(other.getId(), slot.getId()));
	}

	@Test
	void lets_one_doctor_in_eight_tabs_take_four_at_the_months_end() throws InterruptedException {
		var doctor = this.scenario.volunteer("Aline", "Roux");
		var friday = LocalDate.of(2027, 1, 29);
		var offered = Stream.iterate(friday.minusDays(3), (day) -> day.plusDays(1))
			.limit(4)
			.flatMap((day) -> Stream.of(open(HalfDay.morningOf(day)), open(HalfDay.afternoonOf(day))))
			.toList();
		var outcomes = Race.of(8, (tab) -> this.scheduling.take(doctor.getId(), List.of(offered.get(tab))));
		assertThat(Race.won(outcomes)).isEqualTo(4);
		assertThat(Race.losses(outcomes)).hasSize(4)
			.allSatisfy((loss) -> assertReason(loss, Reason.MONTHLY_CAP_REACHED));
		assertThat(this.slots.of(doctor.getId(), friday.withDayOfMonth(1), friday.plusMonths(1))).hasSize(4);
	}

	@Test
	void gives_one_room_to_one_of_many_doctors() throws InterruptedException {
		var doctors = Stream.of("Roux", "Bosc", "Vidal", "Serre", "Puech", "Cros")
			.map((name) -> this.scenario.volunteer("Dominique", name).getId())
			.toList();
		var slot = open(HalfDay.morningOf(TUESDAY));
		var outcomes = Race.of(doctors.size(), (n) -> this.scheduling.take(doctors.get(n), List.of(slot)));
		assertThat(Race.won(outcomes)).isEqualTo(1);
		assertThat(Race.losses(outcomes)).hasSize(5).allSatisfy((loss) -> assertReason(loss, Reason.NO_LONGER_OPEN));
	}

	private static void assertReason(Throwable loss, Reason reason) {
		assertThat(loss).isInstanceOfSatisfying(SchedulingRefusedException.class,
				(refused) -> assertThat(refused.reason()).isEqualTo(reason));
	}

	@Test
	void refuses_a_fifth_half_day_to_plain_sql() {
		var doctor = this.scenario.volunteer("Aline", "Roux");
		this.scheduling.take(doctor.getId(), open(HalfDay.morningOf(TUESDAY), HalfDay.afternoonOf(TUESDAY),
				HalfDay.morningOf(TUESDAY.plusDays(1)), HalfDay.afternoonOf(TUESDAY.plusDays(1))));
		var fifth = open(HalfDay.morningOf(TUESDAY.plusDays(2)));
		for (int rank : Set.of(1, 2, 3, 4, 5)) {
			assertThatThrownBy(() -> takeByPlainSql(doctor.getId(), fifth, rank)).as("rank %d", rank)
				.isInstanceOf(DataIntegrityViolationException.class);
		}
		assertThatThrownBy(() -> this.jdbc
			.sql("update half_day_slot set status = 'TAKEN', volunteer_id = ?, taken_at = now() where id = ?")
			.params(doctor.getId(), fifth)
			.update()).as("no rank").isInstanceOf(DataIntegrityViolationException.class);
	}

	@Test
	void refuses_an_inactive_doctor_two_places_at_once_and_a_room_twice_to_plain_sql() {
		var doctor = this.scenario.volunteer("Aline", "Roux");
		this.scenario.taken(doctor, this.marciac, HalfDay.morningOf(TUESDAY));
		var sameMorning = this.scenario.halfDay(this.marciac, HalfDay.morningOf(TUESDAY), 2).getId();
		assertThatThrownBy(() -> takeByPlainSql(doctor.getId(), sameMorning, 2)).hasMessageContaining("one_place");
		var candidate = this.scenario.candidate("Paul", "Vidal");
		assertThatThrownBy(() -> takeByPlainSql(candidate.getId(), sameMorning, 1)).hasMessageContaining("not active");
		assertThatThrownBy(() -> openByPlainSql(1)).hasMessageContaining("one_per_room");
		assertThatThrownBy(() -> openByPlainSql(4)).as("a room the site has not").hasMessageContaining("not offered");
		this.sites.suspend(this.marciac.getId(), null);
		assertThatThrownBy(() -> openByPlainSql(3)).as("a site not open").hasMessageContaining("not offered");
	}

	private void takeByPlainSql(long volunteerId, long slotId, int rank) {
		this.jdbc
			.sql("update half_day_slot set status = 'TAKEN', volunteer_id = ?, rank = ?, taken_at = now() where id = ?")
			.params(volunteerId, rank, slotId)
			.update();
	}

	private void openByPlainSql(int room) {
		this.jdbc.sql("""
				insert into half_day_slot (site_id, day, period, room, starts_at, ends_at, status, opened_at)
				values (?, ?, 'MORNING', ?, '09:00', '12:30', 'OPEN', now())
				""").params(this.marciac.getId(), TUESDAY, room).update();
	}

}
