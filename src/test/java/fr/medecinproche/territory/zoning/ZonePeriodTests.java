package fr.medecinproche.territory.zoning;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.Period;
import fr.medecinproche.territory.Intercommunalites;
import fr.medecinproche.territory.Siren;
import fr.medecinproche.territory.TerritoryRefusedException;
import fr.medecinproche.territory.TerritoryRefusedException.Reason;
import fr.medecinproche.territory.zoning.ZoneListService.NewZone;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.BrokenConstraint;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Race;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@ApplicationTest
class ZonePeriodTests {

	private static final String BASTIDES_ET_VALLONS = "243200508";

	/** Of the Tarn; some of it lies in the Hérault. */
	private static final String HAUT_LANGUEDOC = "200066553";

	private static final NewZone HAUTE_LANDE = new NewZone(new Siren("200069656"), "CC Cœur Haute Lande",
			List.of("40", "33"), 16_702, 16_305, "INSEE, 2022");

	private static final LocalDate TODAY = LocalDate.of(2027, 1, 4);

	@Autowired
	ZoneListService list;

	@Autowired
	ZonePeriods periods;

	@Autowired
	Intercommunalites zones;

	@Autowired
	Scenario scenario;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TestClock.SettableClock clock;

	@Autowired
	CleanDatabase database;

	private long agent;

	@BeforeEach
	void anAgent() {
		this.database.clean();
		this.agent = this.scenario.agent().id();
	}

	@Test
	void a_zone_begins_and_ends_on_the_day_that_was_said() {
		this.list.add(HAUTE_LANDE, TODAY.plusDays(10), "R75", this.agent);
		assertThat(this.zones.seenFrom("R75")).isEmpty();
		night(TODAY.plusDays(9));
		assertThat(this.zones.seenFrom("R75")).isEmpty();
		night(TODAY.plusDays(10));
		assertThat(this.zones.seenFrom("R75")).hasSize(1);
		this.list.retire("200069656", TODAY.plusDays(20), null, this.agent);
		assertThat(this.zones.seenFrom("R75")).hasSize(1);
		night(TODAY.plusDays(19));
		assertThat(this.zones.seenFrom("R75")).hasSize(1);
		night(TODAY.plusDays(20));
		assertThat(this.zones.seenFrom("R75")).isEmpty();
		assertThat(this.periods.bringInStep()).isZero();
	}

	@Test
	void a_zone_that_ended_may_begin_again_and_an_announced_end_may_be_taken_back() {
		this.list.add(HAUTE_LANDE, TODAY, null, this.agent);
		this.list.retire("200069656", TODAY.plusDays(5), null, this.agent);
		this.list.goOn("200069656", null);
		night(TODAY.plusDays(5));
		assertThat(this.zones.seenFrom("R75")).hasSize(1);
		this.list.retire("200069656", TODAY.plusDays(5), null, this.agent);
		assertThat(this.zones.seenFrom("R75")).isEmpty();
		this.list.add(HAUTE_LANDE, TODAY.plusDays(6), null, this.agent);
		night(TODAY.plusDays(6));
		assertThat(this.zones.seenFrom("R75")).hasSize(1);
		assertThat(this.periods.of("200069656")).hasSize(2);
	}

	@Test
	void what_cannot_be_decided_is_refused_with_its_reason() {
		assertThat(refusal(() -> this.list.add(HAUTE_LANDE, TODAY.minusDays(1), null, this.agent)))
			.isEqualTo(Reason.DAY_PAST);
		assertThat(refusal(() -> this.list.add(HAUTE_LANDE, TODAY, "R76", this.agent)))
			.isEqualTo(Reason.DEPARTEMENT_OUT_OF_SIGHT);
		assertThat(refusal(() -> this.list.retire(BASTIDES_ET_VALLONS, TODAY.minusDays(1), null, this.agent)))
			.isEqualTo(Reason.DAY_PAST);
		assertThat(refusal(() -> this.list.goOn(BASTIDES_ET_VALLONS, null))).isEqualTo(Reason.NOT_RETIRED);
		this.list.retire(BASTIDES_ET_VALLONS, TODAY.plusDays(1), null, this.agent);
		assertThat(refusal(() -> this.list.retire(BASTIDES_ET_VALLONS, TODAY.plusDays(2), null, this.agent)))
			.isEqualTo(Reason.ALREADY_RETIRED);
		this.list.add(HAUTE_LANDE, TODAY, null, this.agent);
		assertThat(refusal(() -> this.list.add(HAUTE_LANDE, TODAY, null, this.agent))).isEqualTo(Reason.ALREADY_ZONE);
	}

	@Test
	void a_zone_is_ended_where_its_main_department_is_and_not_by_a_neighbour() {
		assertThat(refusal(() -> this.list.retire(HAUT_LANGUEDOC, TODAY.plusDays(1), "34", this.agent)))
			.isEqualTo(Reason.DEPARTEMENT_OUT_OF_SIGHT);
		this.list.retire(HAUT_LANGUEDOC, TODAY.plusDays(1), "81", this.agent);
		assertThat(refusal(() -> this.list.goOn(HAUT_LANGUEDOC, "34"))).isEqualTo(Reason.DEPARTEMENT_OUT_OF_SIGHT);
		this.list.goOn(HAUT_LANGUEDOC, "R76");
		assertThat(this.periods.of(HAUT_LANGUEDOC).getFirst().endsOn()).isNull();
	}

	@Test
	void of_many_agents_who_add_the_same_zone_one_does() throws InterruptedException {
		var outcomes = Race.of(6, (number) -> {
			this.list.add(HAUTE_LANDE, TODAY, null, this.agent);
			return number;
		});
		assertThat(Race.won(outcomes)).isOne();
		assertThat(Race.losses(outcomes))
			.allSatisfy((loss) -> assertThat(loss).isInstanceOf(TerritoryRefusedException.class));
		assertThat(this.periods.of("200069656")).hasSize(1);
	}

	@Test
	void a_half_day_is_opened_or_the_zone_is_retired_but_not_both() throws InterruptedException {
		var site = this.scenario.openSite("Maison de santé", Scenario.MARCIAC);
		Race.of(2, (number) -> {
			if (number == 0) {
				this.scenario.halfDay(site, new HalfDay(Scenario.TUESDAY, Period.MORNING));
			}
			else {
				this.list.retire(BASTIDES_ET_VALLONS, TODAY.plusDays(1), null, this.agent);
			}
			return number;
		});
		long halfDays = this.jdbc.sql("select count(*) from half_day_slot").query(Long.class).single();
		var end = this.periods.of(BASTIDES_ET_VALLONS).getFirst().endsOn();
		assertThat(halfDays == 1).isEqualTo(end == null);
	}

	@ParameterizedTest
	@ValueSource(strings = { "null, null", "'2027-01-01', null", "null, '2026-01-01'", "'2026-06-01', '2028-01-01'" })
	void periods_of_a_zone_never_overlap(String period) {
		var refused = refusedSql("insert into zone_priority (siren, starts_on, ends_on) values ('" + BASTIDES_ET_VALLONS
				+ "', " + period + ")");
		assertThat(refused).isEqualTo("zone_priority_no_overlap");
	}

	@Test
	void plain_sql_neither_ends_a_zone_under_a_half_day_nor_offers_one_after_its_end() {
		var site = this.scenario.openSite("Maison de santé", Scenario.MARCIAC);
		this.scenario.halfDay(site, new HalfDay(Scenario.TUESDAY, Period.MORNING));
		for (var sql : List.of("update zone_priority set ends_on = '2027-01-12' where siren = '%s'",
				"update zone_priority set starts_on = '2027-01-13' where siren = '%s'",
				"delete from zone_priority where siren = '%s'")) {
			assertThat(refusedSql(sql.formatted(BASTIDES_ET_VALLONS))).isEqualTo("zone_priority_half_days");
		}
		this.jdbc.sql("update zone_priority set ends_on = '2027-01-13' where siren = ?")
			.param(BASTIDES_ET_VALLONS)
			.update();
		assertThat(refusedSql("update half_day_slot set day = '2027-01-13'")).isEqualTo("half_day_slot_in_scheme");
	}

	private void night(LocalDate day) {
		this.clock.set(LocalDateTime.of(day, java.time.LocalTime.of(0, 1)));
		this.periods.everyNight();
	}

	private static Reason refusal(Runnable act) {
		return catchThrowableOfType(TerritoryRefusedException.class, act::run).reason();
	}

	private String refusedSql(String sql) {
		return BrokenConstraint
			.of(catchThrowableOfType(DataIntegrityViolationException.class, () -> this.jdbc.sql(sql).update()));
	}

}
