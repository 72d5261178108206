package fr.medecinproche.insight.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;

import fr.medecinproche.appointment.Asker;
import fr.medecinproche.appointment.AvailabilityService;
import fr.medecinproche.appointment.Channel;
import fr.medecinproche.appointment.VisitKind;
import fr.medecinproche.insight.Span;
import fr.medecinproche.insight.Tally;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static fr.medecinproche.insight.web.CoverageFixture.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The figures of the board against the rows of the tables.
 */
@ApplicationTest
class CoverageReaderTests {

	@Autowired
	CoverageReader reader;

	@Autowired
	AvailabilityService availability;

	@Autowired
	Scenario scenario;

	@Autowired
	CleanDatabase database;

	@Autowired
	TestClock.SettableClock clock;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TransactionTemplate transaction;

	private CoverageFixture fixture;

	@BeforeEach
	void clean() {
		this.database.clean();
		this.fixture = new CoverageFixture(this.scenario, this.jdbc, this.transaction);
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3 })
	void every_cell_is_what_its_rows_add_up_to(long seed) {
		var sites = this.fixture.byChance(seed);
		for (var unit : List.of("semaine", "mois")) {
			var board = this.reader.board(filter(null, unit, null), null);
			var rows = board.rows().stream().filter((row) -> row.total().opened() + row.total().closed() > 0).toList();
			assertThat(rows).hasSize(2);
			rows.forEach((row) -> row.cells()
				.forEach((cell) -> assertThat(cell.figures()).as("%s in %s", row.zone().nom(), cell.span().code())
					.isEqualTo(this.fixture.counted(row.zone().siren(), cell.span()))));
		}
		this.reader.fullBoard(filter(null, "semaine", null), null).rows().forEach((row) -> {
			var there = sites.stream().filter((site) -> site.getZone().getSiren().equals(row.zone().siren())).toList();
			assertThat(row.zone().lastDay()).isEqualTo(this.fixture.lastDay(row.zone().siren()));
			assertThat(row.zone().freeDay()).as("first free day of %s", row.zone().nom()).isEqualTo(freeDay(there));
		});
	}

	@Test
	void half_days_are_the_same_where_patients_are_not_read() {
		this.fixture.byChance(5);
		var whole = this.reader.board(filter(null, "mois", null), null);
		var bare = this.reader.halfDays(filter(null, "mois", null), null);
		assertThat(whole.totals()).anySatisfy((month) -> assertThat(month.booked()).isPositive());
		assertThat(bare.totals()).extracting(Tally::booked).containsOnly(0L);
		assertThat(bare.rows()).extracting(CoverageReaderTests::halfDays)
			.isEqualTo(whole.rows().stream().map(CoverageReaderTests::halfDays).toList());
	}

	private static List<Object> halfDays(CoverageBoard.Row row) {
		var total = row.total();
		return List.of(row.zone(), row.holes(), total.opened(), total.taken(), total.held(), total.closed(),
				total.offered(), total.minutes());
	}

	@Test
	void a_zone_out_of_the_scheme_is_there_while_it_has_half_days_and_the_totals_count_them() {
		this.fixture.byChance(2);
		this.clock.set(LocalDate.of(2027, 1, 18).atTime(8, 0));
		scheme("null", "date '2027-01-18'");
		var board = this.reader.board(filter(null, "semaine", null), null);
		var row = row(board);
		assertThat(row.zone().scheme().ended(LocalDate.of(2027, 1, 18))).isEqualTo(LocalDate.of(2027, 1, 18));
		assertThat(row.cells()).allSatisfy((cell) -> assertThat(cell.state()).isEqualTo(
				(cell.figures().taken() > 0) ? (cell.isOver() ? CoverageCell.State.PAST : CoverageCell.State.COVERED)
						: cell.span().from().isBefore(LocalDate.of(2027, 1, 18)) ? CoverageCell.State.PAST_BARE
								: CoverageCell.State.OUTSIDE));
		assertThat(row.holes()).isZero();
		for (int at = 0; at < board.spans().size(); at++) {
			var span = board.spans().get(at);
			var counted = this.jdbc.sql("select siren from intercommunalite")
				.query(String.class)
				.list()
				.stream()
				.map((siren) -> this.fixture.counted(siren, span))
				.reduce(Tally.NONE, Tally::plus);
			assertThat(board.totals().get(at)).as("%s", span.code()).isEqualTo(counted);
		}
		assertThat(this.reader.board(new CoverageFilter(null, null, "2027-06-01", null, null, null), null).rows())
			.extracting((each) -> each.zone().siren())
			.doesNotContain(siren())
			.hasSize(27);
		scheme("date '2027-02-01'", "null");
		assertThat(row(this.reader.board(filter(null, "semaine", null), null)).zone()
			.scheme()
			.begins(LocalDate.of(2027, 1, 18))).isEqualTo(LocalDate.of(2027, 2, 1));
	}

	/** Half-days that contradict it stay: they are what this is about. */
	private void scheme(String from, String until) {
		this.transaction.executeWithoutResult((status) -> this.jdbc.sql("""
				set local session_replication_role = replica;
				update intercommunalite set priority = false where siren = '%1$s';
				update zone_priority set starts_on = %2$s, ends_on = %3$s where siren = '%1$s'
				""".formatted(siren(), from, until)).update());
	}

	private CoverageBoard.Row row(CoverageBoard board) {
		return board.rows().stream().filter((row) -> row.zone().siren().equals(siren())).findFirst().orElseThrow();
	}

	/** As somebody on the phone would be offered it. */
	private @Nullable LocalDate freeDay(List<ConsultationSite> sites) {
		return sites.stream()
			.flatMap((site) -> this.availability
				.at(site, VisitKind.CONSULTATION, Asker.by(Channel.HOST), TODAY, TODAY.plusDays(60))
				.keySet()
				.stream())
			.min(Comparator.naturalOrder())
			.orElse(null);
	}

	@Test
	void the_columns_reach_from_two_weeks_ago_as_far_as_asked() {
		assertThat(filter(null, null, null).spans(TODAY)).hasSize(13)
			.first()
			.isEqualTo(Span.parse("2026-S52").orElseThrow());
		assertThat(new CoverageFilter(null, "mois", "2027-06-30", "12", null, null).spans(TODAY)).hasSize(12)
			.extracting(Span::code)
			.startsWith("2027-06")
			.endsWith("2028-05");
		assertThat(new CoverageFilter(null, "semaine", "x", "52", null, null).spans(TODAY)).hasSize(13);
		assertThat(new CoverageFilter("x", "y", "9999-01-01", "12", "z", "z").spans(TODAY)).hasSize(52);
	}

	@Test
	void a_hole_tells_why() {
		assertThat(state("2027-S02")).isEqualTo(CoverageCell.State.NO_SITE);
		var site = this.scenario.openSite("Maison", Scenario.MARCIAC);
		assertThat(state("2027-S02")).isEqualTo(CoverageCell.State.NOTHING_OPENED);
		var slot = this.scenario.halfDay(site, HalfDay.morningOf(Scenario.TUESDAY));
		assertThat(state("2027-S02")).isEqualTo(CoverageCell.State.NOBODY);
		this.jdbc.sql("update half_day_slot set status = 'CLOSED'").update();
		assertThat(state("2027-S02")).isEqualTo(CoverageCell.State.ALL_CLOSED);
		assertThat(state("2027-S03")).isEqualTo(CoverageCell.State.NOTHING_OPENED);
		this.jdbc.sql("update half_day_slot set status = 'OPEN' where id = ?").param(slot.getId()).update();
		this.scenario.taken(this.scenario.volunteer("Anne", "Abadie"), site, HalfDay.afternoonOf(Scenario.TUESDAY));
		assertThat(state("2027-S02")).isEqualTo(CoverageCell.State.COVERED);
		assertThat(state("2027-01")).isEqualTo(CoverageCell.State.COVERED);
		this.clock.set(LocalDate.of(2027, 1, 18).atTime(8, 0));
		assertThat(state("2027-S02")).isEqualTo(CoverageCell.State.PAST);
		assertThat(state("2027-S01")).isEqualTo(CoverageCell.State.PAST_BARE);
		assertThat(state("2027-S03")).isEqualTo(CoverageCell.State.NOTHING_OPENED);
	}

	@Test
	void nothing_is_missing_where_every_open_site_wants_nobody() {
		var site = this.scenario.openSite("Maison", Scenario.MARCIAC);
		noNeed(site.getId(), "2027-01-11", "2027-01-13");
		assertThat(state("2027-S02")).isEqualTo(CoverageCell.State.NOTHING_OPENED);
		noNeed(site.getId(), "2027-01-14", "2027-01-15");
		assertThat(state("2027-S02")).isEqualTo(CoverageCell.State.UNWANTED);
		assertThat(state("2027-01")).isEqualTo(CoverageCell.State.NOTHING_OPENED);
		this.scenario.openSite("Une autre", Scenario.PLAISANCE);
		assertThat(state("2027-S02")).isEqualTo(CoverageCell.State.NOTHING_OPENED);
	}

	@Test
	void a_site_s_own_closure_is_the_reason_of_a_hole() {
		var site = this.scenario.openSite("Maison", Scenario.MARCIAC);
		closure(site.getId(), "2027-01-11", "2027-01-13");
		assertThat(state("2027-S02")).isEqualTo(CoverageCell.State.NOTHING_OPENED);
		closure(site.getId(), "2027-01-14", "2027-01-15");
		assertThat(state("2027-S02")).isEqualTo(CoverageCell.State.SITES_CLOSED);
		assertThat(state("2027-01")).isEqualTo(CoverageCell.State.NOTHING_OPENED);
		var other = this.scenario.openSite("Une autre", Scenario.PLAISANCE);
		assertThat(state("2027-S02")).isEqualTo(CoverageCell.State.NOTHING_OPENED);
		// one is closed, the other wants nobody: nobody can come, and somebody might be
		// missed
		noNeed(other.getId(), "2027-01-11", "2027-01-15");
		assertThat(state("2027-S02")).isEqualTo(CoverageCell.State.SITES_CLOSED);
		this.jdbc.sql("delete from site_no_need").update();
		this.scenario.halfDay(other, HalfDay.morningOf(Scenario.TUESDAY));
		assertThat(state("2027-S02")).isEqualTo(CoverageCell.State.NOBODY);
	}

	private void closure(long site, String from, String until) {
		this.jdbc
			.sql("insert into site_closure (site_id, first_day, last_day, reason, created_at) "
					+ "values (?, cast(? as date), cast(? as date), 'LEAVE', now())")
			.params(site, from, until)
			.update();
	}

	private void noNeed(long site, String from, String until) {
		this.jdbc
			.sql("insert into site_no_need (site_id, from_day, until_day, reason, said_at) "
					+ "values (?, cast(? as date), cast(? as date), 'Le cabinet est en travaux.', now())")
			.params(site, from, until)
			.update();
	}

	@Test
	void the_time_that_is_running_out_is_not_free() {
		var site = this.scenario.openSite("Maison", Scenario.MARCIAC);
		this.scenario.taken(this.scenario.volunteer("Anne", "Abadie"), site, HalfDay.morningOf(TODAY));
		this.clock.set(TODAY.atTime(12, 0));
		assertThat(zone().freeDay()).isEqualTo(TODAY);
		// the last whole consultation began at noon
		this.clock.set(TODAY.atTime(12, 1));
		assertThat(zone().freeDay()).isNull();
		assertThat(zone().nextDay()).isEqualTo(TODAY);
		this.clock.set(TODAY.atTime(LocalTime.of(12, 30)));
		assertThat(zone().nextDay()).isNull();
		assertThat(zone().lastDay()).isEqualTo(TODAY);
	}

	@Test
	void the_worst_zone_is_first_and_the_other_orders_are_what_they_say() {
		var site = this.scenario.openSite("Maison", Scenario.MARCIAC);
		this.scenario.taken(this.scenario.volunteer("Anne", "Abadie"), site, HalfDay.morningOf(Scenario.TUESDAY));
		var worst = this.reader.board(filter(null, null, null), null).rows();
		assertThat(worst).extracting((row) -> row.zone().population())
			.startsWith(this.jdbc.sql("select max(population) from intercommunalite where priority")
				.query(Integer.class)
				.single());
		assertThat(worst.getLast().holes()).isEqualTo(10);
		assertThat(worst.getLast().zone().siren()).isEqualTo(siren());
		assertThat(this.reader.board(filter(null, null, "nom"), null).rows()).extracting((row) -> row.zone().nom())
			.isSorted();
	}

	@Test
	void an_agent_sees_their_own_zones_and_a_filter_never_more() {
		assertThat(sirens(null, null)).hasSize(28).isEqualTo(sirens(null, "R76"));
		assertThat(sirens(null, "R53")).isEmpty();
		assertThat(sirens(null, "32")).isNotEmpty().isEqualTo(sirens("32", "R76"));
		assertThat(sirens("30", "32")).isEmpty();
		assertThat(sirens("32", "R53")).isEmpty();
	}

	private List<String> sirens(@Nullable String departement, @Nullable String perimeter) {
		return this.reader.board(filter(departement, null, "nom"), perimeter)
			.rows()
			.stream()
			.map((row) -> row.zone().siren())
			.toList();
	}

	private CoverageCell.State state(String code) {
		return this.reader.cell(siren(), Span.parse(code).orElseThrow(), null).orElseThrow().cells().getFirst().state();
	}

	private CoverageZone zone() {
		return this.reader.cell(siren(), Span.of(Span.Unit.WEEK, TODAY), null).orElseThrow().zone();
	}

	private String siren() {
		return this.jdbc.sql("select zone from commune where insee = ?")
			.param(Scenario.MARCIAC)
			.query(String.class)
			.single();
	}

	private static CoverageFilter filter(@Nullable String departement, @Nullable String unit, @Nullable String order) {
		return new CoverageFilter(departement, unit, null, null, order, null);
	}

}
