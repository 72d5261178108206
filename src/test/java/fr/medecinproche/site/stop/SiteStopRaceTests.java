package fr.medecinproche.site.stop;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;

import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.SchedulingService;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.site.DayPart;
import fr.medecinproche.site.SiteRefusedException;
import fr.medecinproche.site.SiteRefusedException.Reason;
import fr.medecinproche.territory.Communes;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Race;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.volunteer.Volunteer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static fr.medecinproche.testing.Scenario.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A doctor takes a half-day of the bus at the instant its stop moves or ends: they are
 * expected, and written to, where the bus will stand.
 */
@ApplicationTest
class SiteStopRaceTests {

	private static final int ROUNDS = 12;

	private static final String BEFORE = "Parking du stade";

	private static final String AFTER = "Place du Chapitre";

	@Autowired
	StopService service;

	@Autowired
	SiteStops stops;

	@Autowired
	Communes communes;

	@Autowired
	SchedulingService scheduling;

	@Autowired
	Scenario scenario;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	CleanDatabase database;

	private ConsultationSite bus;

	private Volunteer anne;

	@BeforeEach
	void aBus() {
		this.database.clean();
		this.bus = this.scenario.openBus("Médicobus du Gers", Scenario.MARCIAC);
		this.anne = this.scenario.volunteer("Anne", "Abadie");
	}

	@Test
	void a_doctor_who_takes_and_a_stop_that_moves() throws InterruptedException {
		for (int round = 0; round < ROUNDS; round++) {
			var day = day(round);
			long stop = stopOn(day);
			long slot = this.scenario.halfDay(this.bus, HalfDay.morningOf(day)).getId();
			var outcomes = Race.of(2, (number) -> (number == 0)
					? this.scheduling.take(this.anne.getId(), List.of(slot)).size() : move(stop));
			assertThat(outcomes.get(0).state()).as("the doctor comes, round %s", round).isEqualTo(Future.State.SUCCESS);
			expectedWhereTheBusStands(slot);
			if (outcomes.get(1).state() == Future.State.FAILED) {
				assertThat(outcomes.get(1).exceptionNow()).isInstanceOfSatisfying(SiteRefusedException.class,
						(ex) -> assertThat(ex.reason()).isEqualTo(Reason.STOP_EXPECTED));
			}
			assertThat(addressOf(stop)).isEqualTo((outcomes.get(1).state() == Future.State.SUCCESS) ? AFTER : BEFORE);
		}
	}

	@Test
	void a_doctor_who_takes_and_a_stop_moved_behind_the_services_back() throws InterruptedException {
		for (int round = 0; round < ROUNDS; round++) {
			var day = day(round);
			long stop = stopOn(day);
			long slot = this.scenario.halfDay(this.bus, HalfDay.morningOf(day)).getId();
			var outcomes = Race
				.of(2, (number) -> (number == 0) ? this.scheduling.take(this.anne.getId(), List.of(slot)).size()
						: this.jdbc.sql("update site_stop set address = ? where id = ?").params(AFTER, stop).update());
			assertThat(outcomes.get(0).state()).as("no deadlock, round %s", round).isEqualTo(Future.State.SUCCESS);
			expectedWhereTheBusStands(slot);
			assertThat(Race.losses(outcomes))
				.allSatisfy((loss) -> assertThat(loss).isInstanceOf(DataIntegrityViolationException.class)
					.hasMessageContaining("somebody is expected"));
		}
	}

	@Test
	void a_half_day_that_opens_and_a_stop_that_ends() throws InterruptedException {
		for (int round = 0; round < 2 * ROUNDS; round++) {
			var day = day(round);
			long stop = stopOn(day);
			boolean plain = round % 2 == 0;
			var outcomes = Race.of(2, (number) -> {
				if (number == 0) {
					return this.scenario.halfDay(this.bus, HalfDay.morningOf(day)).getId();
				}
				if (plain) {
					return this.jdbc.sql("delete from site_stop where id = ?").param(stop).update();
				}
				this.service.cancel(this.bus.getId(), stop);
				return 1;
			});
			assertThat(Race.won(outcomes)).as("one of the two, round %s", round).isOne();
			// a plain delete has the stop before the site and may be broken off, the
			// service is not
			assertThat(Race.losses(outcomes)).singleElement()
				.isInstanceOfAny(DataIntegrityViolationException.class,
						plain ? PessimisticLockingFailureException.class : SiteRefusedException.class);
		}
		assertThat(this.jdbc.sql("select count(*) from half_day_slot where status <> 'CLOSED' and stop_id is null")
			.query(Integer.class)
			.single()).isZero();
	}

	/** Four a month at most: each round has a month of its own. */
	private static LocalDate day(int round) {
		return TUESDAY.plusMonths(round).withDayOfMonth(12);
	}

	private long stopOn(LocalDate day) {
		this.service.plan(this.bus.getId(), List.of(day), Set.of(DayPart.MORNING), place(BEFORE));
		return this.stops.of(this.bus.getId(), day, day.plusDays(1)).getFirst().getId();
	}

	private StopPlace place(String address) {
		var commune = this.communes.findById(Scenario.PLAISANCE).orElseThrow();
		return new StopPlace(commune, address, commune.getPostalCodes().getFirst(), commune.getPosition());
	}

	private int move(long stop) {
		this.service.move(this.bus.getId(), stop, place(AFTER));
		return 1;
	}

	private void expectedWhereTheBusStands(long slot) {
		var stands = this.jdbc.sql("""
				select t.address from half_day_slot h join site_stop t on t.id = h.stop_id
				where h.id = ? and h.status = 'TAKEN' and h.stop_address = t.address""")
			.param(slot)
			.query(String.class)
			.optional();
		assertThat(stands).as("taken, at the stop as it is").isPresent();
		var written = this.jdbc.sql("select body_text from outbox_message order by id desc limit 1")
			.query(String.class)
			.single();
		assertThat(written).contains(stands.orElseThrow());
	}

	private String addressOf(long stop) {
		return this.jdbc.sql("select address from site_stop where id = ?").param(stop).query(String.class).single();
	}

}
