package fr.medecinproche.insight;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.QueryCount;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import fr.medecinproche.volunteer.Volunteer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@ApplicationTest
class ReportReaderTests {

	private static final ReportScope EVERYTHING = new ReportScope(null, null);

	private static final YearMonth JANUARY = YearMonth.of(2027, 1);

	private static final ReportPeriod SPRING = new ReportPeriod(JANUARY, YearMonth.of(2027, 4));

	/** The zone of Marciac and Plaisance. */
	private static final String BASTIDES = "243200508";

	@Autowired
	CleanDatabase database;

	@Autowired
	Scenario scenario;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	ReportReader reader;

	@Autowired
	ZoneSnapshots snapshots;

	@Autowired
	TestClock.SettableClock clock;

	PastFixture past;

	ConsultationSite marciac;

	ConsultationSite vigan;

	long agent;

	@BeforeEach
	void aSpringToLookBackAt() {
		this.database.clean();
		this.past = new PastFixture(this.jdbc);
		this.marciac = this.scenario.openSite("Maison de Marciac", Scenario.MARCIAC, 9);
		this.vigan = this.scenario.openSite("Maison du Vigan", Scenario.LE_VIGAN, 9);
		this.agent = this.scenario.agent().id();
		this.clock.set(LocalDateTime.of(2027, 5, 20, 8, 0));
	}

	@Test
	void each_figure_of_a_zone_a_month_and_everything_is_what_the_rows_say() {
		aBusySpring();
		var report = this.reader.read(SPRING, EVERYTHING);
		agree(report.total(), (slot) -> true);
		for (var month : report.months()) {
			agree(month, (slot) -> month.code().equals(slot.month().toString()));
		}
		for (var zone : report.zones()) {
			agree(zone, (slot) -> slot.zone().equals(zone.code()));
		}
		for (var departement : report.departements()) {
			agree(departement, (slot) -> slot.departement().equals(departement.code()));
		}
		assertThat(report.total().tally().booked()).isGreaterThan(50);
	}

	private void aBusySpring() {
		var random = new Random(27);
		var doctors = IntStream.range(0, 6)
			.mapToObj((n) -> this.scenario.volunteer("Anne", "Docteur" + (char) ('a' + n)))
			.toList();
		for (var day = LocalDate.of(2026, 12, 28); day.isBefore(LocalDate.of(2027, 5, 6)); day = day.plusDays(3)) {
			halfDays(random, day, doctors);
		}
	}

	private void halfDays(Random random, LocalDate day, List<Volunteer> doctors) {
		var site = random.nextBoolean() ? this.marciac : this.vigan;
		this.past.open(site, day);
		if (random.nextInt(3) == 0) {
			this.past.closed(site, day);
		}
		// each doctor has at most four half-days a month: one every tenth day
		var doctor = doctors.get((day.getDayOfYear() / 3) % doctors.size());
		long taken = this.past.taken(site, day, doctor);
		if (random.nextInt(3) > 0) {
			this.past.said(taken, random.nextInt(5) > 0, this.agent);
		}
		for (int n = 0; n < random.nextInt(10); n++) {
			var status = List.of("BOOKED", "HONOURED", "HONOURED", "ABSENT", "CANCELLED").get(random.nextInt(5));
			if (!status.equals("BOOKED")) {
				this.past.visit(taken, n, status, List.of("YES", "NO", "UNREACHABLE").get(random.nextInt(3)));
			}
		}
	}

	/** Counts in Java, from the tables and not from the view. */
	private void agree(ReportLine line, Predicate<Slot> which) {
		var slots = slots().stream().filter(which).toList();
		var visits = visits();
		var tally = line.tally();
		assertThat(tally.opened()).isEqualTo(count(slots, (slot) -> !slot.status().equals("CLOSED")));
		assertThat(tally.taken()).isEqualTo(count(slots, Slot::isTaken));
		assertThat(tally.held()).isEqualTo(count(slots, (slot) -> Boolean.TRUE.equals(slot.held())));
		// nine to half past twelve, by twenty minutes
		assertThat(tally.offered()).isEqualTo(10 * count(slots, Slot::isTaken));
		var within = visits.stream()
			.filter((visit) -> slots.stream().anyMatch((slot) -> slot.id() == visit.slotId()))
			.toList();
		long booked = count(within, (visit) -> !visit.status().equals("CANCELLED"));
		long honoured = count(within, (visit) -> visit.status().equals("HONOURED"));
		long absent = count(within, (visit) -> visit.status().equals("ABSENT"));
		long without = count(within,
				(visit) -> !visit.status().equals("CANCELLED") && visit.regularDoctor().equals("NO"));
		assertThat(List.of(tally.booked(), tally.honoured(), tally.absent(), tally.withoutRegularDoctor()))
			.isEqualTo(List.of(booked, honoured, absent, without));
		assertThat(Indicator.NO_SHOW.share(line)).isEqualTo(new Share(absent, honoured + absent));
		assertThat(Indicator.WITHOUT_REGULAR_DOCTOR.share(line)).isEqualTo(new Share(without, booked));
		assertThat(Indicator.BOOKED_TIME.share(line)).isEqualTo(new Share(20 * booked, 210 * tally.taken()));
		assertThat(line.doctors().came()).isEqualTo(slots.stream()
			.filter((slot) -> slot.isTaken() && !Boolean.FALSE.equals(slot.held()))
			.map(Slot::volunteerId)
			.distinct()
			.count());
	}

	private static <T> long count(List<T> rows, Predicate<T> which) {
		return rows.stream().filter(which).count();
	}

	private List<Slot> slots() {
		return this.jdbc.sql("""
				select h.id, s.zone, z.departement, h.day, h.status, h.volunteer_id, p.held from half_day_slot h
				join consultation_site s on s.id = h.site_id join intercommunalite z on z.siren = s.zone
				left join half_day_presence p on p.slot_id = h.id""")
			.query(Slot.class)
			.list()
			.stream()
			.filter((slot) -> !slot.month().isBefore(SPRING.from()) && !slot.month().isAfter(SPRING.to()))
			.toList();
	}

	private List<Visit> visits() {
		return this.jdbc.sql("select slot_id, status, regular_doctor from appointment").query(Visit.class).list();
	}

	@Test
	void without_appointments_shares_are_unknown_rather_than_nought() {
		this.past.open(this.marciac, JANUARY.atDay(5));
		var total = this.reader.read(ReportPeriod.of(JANUARY), EVERYTHING).total();
		assertThat(Indicator.FILL.of(total)).isEqualTo(0.0);
		assertThat(List.of(Indicator.NO_SHOW, Indicator.WITHOUT_REGULAR_DOCTOR, Indicator.BOOKED_TIME,
				Indicator.CAME_BACK, Indicator.DELAY, Indicator.NO_TIME))
			.allSatisfy((indicator) -> assertThat(indicator.of(total)).as("%s", indicator).isNull());
		assertThat(Indicator.FILL.of(this.reader.read(ReportPeriod.of(YearMonth.of(2027, 2)), EVERYTHING).total()))
			.isNull();
	}

	@Test
	void when_all_are_absent_nobody_came() {
		var slot = this.past.taken(this.marciac, JANUARY.atDay(5), this.scenario.volunteer("Anne", "Abadie"));
		this.past.visits(slot, 0, 3, "ABSENT", "NO");
		var total = this.reader.read(ReportPeriod.of(JANUARY), EVERYTHING).total();
		assertThat(Indicator.NO_SHOW.of(total)).isEqualTo(100.0);
		assertThat(Indicator.HONOURED.of(total)).isEqualTo(0L);
		assertThat(Indicator.WITHOUT_REGULAR_DOCTOR.of(total)).isEqualTo(100.0);
	}

	@Test
	void a_month_ends_at_midnight_in_france_also_when_clocks_change() {
		var doctor = this.scenario.volunteer("Anne", "Abadie");
		this.past.taken(this.marciac, LocalDate.of(2027, 3, 28), doctor);
		this.past.taken(this.marciac, LocalDate.of(2027, 3, 31), doctor);
		this.past.taken(this.marciac, LocalDate.of(2027, 4, 1), doctor);
		assertThat(this.reader.read(SPRING, EVERYTHING).months()).extracting((month) -> month.tally().taken())
			.containsExactly(0L, 0L, 2L, 1L);
	}

	@Test
	void a_doctor_comes_back_when_they_come_again_within_three_months_wherever() {
		var came = this.scenario.volunteer("Anne", "Abadie");
		var later = this.scenario.volunteer("Bruno", "Bosc");
		var never = this.scenario.volunteer("Claire", "Cros");
		this.past.taken(this.marciac, LocalDate.of(2027, 1, 4), came);
		this.past.taken(this.vigan, LocalDate.of(2027, 4, 30), came);
		this.past.taken(this.marciac, LocalDate.of(2027, 1, 5), later);
		this.past.taken(this.marciac, LocalDate.of(2027, 5, 1), later);
		this.past.taken(this.marciac, LocalDate.of(2027, 1, 6), never);
		long missed = this.past.taken(this.marciac, LocalDate.of(2027, 2, 3), never);
		this.past.said(missed, false, this.agent);
		var report = this.reader.read(new ReportPeriod(JANUARY, YearMonth.of(2027, 5)), EVERYTHING);
		assertThat(report.months().getFirst().doctors()).isEqualTo(new Doctors(3, 3, 1));
		// who came in April may still come back
		assertThat(report.months().get(3).doctors()).isEqualTo(new Doctors(1, 0, 0));
		assertThat(report.total().doctors()).isEqualTo(new Doctors(3, 3, 1));
	}

	@Test
	void half_days_for_a_thousand_inhabitants_are_compared_between_all_zones() {
		this.past.taken(this.marciac, JANUARY.atDay(5), this.scenario.volunteer("Anne", "Abadie"));
		var report = this.reader.read(ReportPeriod.of(JANUARY), EVERYTHING);
		var zone = zone(report, BASTIDES);
		assertThat(zone.perThousand()).isEqualTo(1000.0 / zone.population(), within(1e-9));
		var spread = report.spread().orElseThrow();
		assertThat(spread.zones()).isEqualTo(report.zones().size()).isEqualTo(28);
		assertThat(spread.min()).isZero();
		assertThat(spread.max()).isEqualTo(zone.perThousand());
		assertThat(spread.gini()).isEqualTo(27 / 28.0, within(1e-9));
		assertThat(report.holes()).hasSize(27);
	}

	@Test
	void an_agent_reads_of_the_zones_of_their_department() {
		this.past.open(this.marciac, JANUARY.atDay(5));
		this.past.open(this.vigan, JANUARY.atDay(5));
		assertThat(this.reader.read(ReportPeriod.of(JANUARY), new ReportScope("32", null)).total().tally().opened())
			.isEqualTo(1);
		assertThat(this.reader.read(ReportPeriod.of(JANUARY), new ReportScope("R76", null)).total().tally().opened())
			.isEqualTo(2);
		assertThat(this.reader.read(ReportPeriod.of(JANUARY), new ReportScope("32", "30")).zones()).isEmpty();
		assertThat(this.reader.read(ReportPeriod.of(JANUARY), new ReportScope("R84", null)).total().tally())
			.isEqualTo(Tally.NONE);
	}

	@Test
	void the_wait_is_noted_once_a_day_by_one_node_and_read_over_time() {
		this.past.taken(this.marciac, LocalDate.of(2027, 5, 25), this.scenario.volunteer("Anne", "Abadie"));
		assertThat(this.snapshots.noteToday()).isEqualTo(28);
		assertThat(this.snapshots.noteToday()).isZero();
		this.clock.set(LocalDateTime.of(2027, 5, 22, 0, 10));
		assertThat(this.snapshots.noteToday()).isEqualTo(28);
		var report = this.reader.read(ReportPeriod.of(YearMonth.of(2027, 5)), EVERYTHING);
		assertThat(zone(report, BASTIDES).waits()).isEqualTo(new Waits(2, 2, 4.0));
		assertThat(zone(report, BASTIDES).delayNow()).isEqualTo(3);
		assertThat(report.total().waits()).isEqualTo(new Waits(56, 2, 4.0));
		// both days are of one week
		assertThat(report.delays()).containsExactly(new Report.Delay(LocalDate.of(2027, 5, 22), 28, 1, 3.0));
	}

	@Test
	void a_free_time_is_one_that_an_ordinary_consultation_fits_in() {
		long slot = this.past.taken(this.marciac, LocalDate.of(2027, 5, 20), this.scenario.volunteer("Anne", "Abadie"));
		this.past.visits(slot, 0, 10, "HONOURED", "YES");
		assertThat(freeDay("2027-05-20T06:00:00Z")).as("ten minutes are left").isNull();
		this.jdbc
			.sql("update appointment set status = 'CANCELLED', cancelled_at = now() "
					+ "where starts_at = timestamptz '2027-05-20 08:00:00Z'")
			.update();
		assertThat(freeDay("2027-05-20T08:00:00Z")).isEqualTo(LocalDate.of(2027, 5, 20));
		assertThat(freeDay("2027-05-20T08:00:01Z")).as("begun").isNull();
	}

	private LocalDate freeDay(String at) {
		return (LocalDate) this.jdbc.sql("select first_free_day(?, ?) as day")
			.params(BASTIDES, OffsetDateTime.parse(at))
			.query((row, n) -> row.getObject("day", LocalDate.class))
			.list()
			.getFirst();
	}

	@Test
	void more_rows_take_no_more_queries() {
		this.past.open(this.marciac, JANUARY.atDay(5));
		int few = QueryCount.of(() -> this.reader.read(ReportPeriod.of(JANUARY), EVERYTHING));
		aBusySpring();
		assertThat(QueryCount.of(() -> this.reader.read(SPRING, EVERYTHING))).isEqualTo(few).isLessThanOrEqualTo(6);
	}

	private static ReportLine zone(Report report, String siren) {
		return report.zones().stream().filter((line) -> line.code().equals(siren)).findFirst().orElseThrow();
	}

	record Slot(long id, String zone, String departement, LocalDate day, String status, Long volunteerId,
			Boolean held) {

		YearMonth month() {
			return YearMonth.from(this.day);
		}

		boolean isTaken() {
			return this.status.equals("TAKEN");
		}

	}

	record Visit(long slotId, String status, String regularDoctor) {
	}

}
