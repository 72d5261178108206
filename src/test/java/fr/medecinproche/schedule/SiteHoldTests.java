package fr.medecinproche.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.site.DayPart;
import fr.medecinproche.site.stop.StopPlace;
import fr.medecinproche.site.stop.StopService;
import fr.medecinproche.territory.Communes;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Scenario;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A closed half-day of a bus opens again while the bus is told to stop elsewhere: of the
 * two one waits, and both come through.
 */
@ApplicationTest
class SiteHoldTests {

	private static final LocalDate MONDAY = LocalDate.of(2027, 2, 1);

	private static final OpeningPattern MORNING = new OpeningPattern(MONDAY, MONDAY, new OpeningRule(Rhythm.EVERY_WEEK,
			MONDAY, Set.of(DayOfWeek.MONDAY), Set.of(Period.MORNING), Set.of(1), false, false, null));

	@Autowired
	PatternService patterns;

	@Autowired
	ZoneOpeningService zones;

	@Autowired
	OpeningService openings;

	@Autowired
	KeptPatterns kept;

	@Autowired
	DeclaredClosures declared;

	@Autowired
	SiteClosureService closures;

	@Autowired
	StopService stops;

	@Autowired
	HalfDaySlots slots;

	@Autowired
	Communes communes;

	@Autowired
	Scenario scenario;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	CleanDatabase database;

	private ConsultationSite bus;

	private long patternId;

	@BeforeEach
	void aBusWithAMorningOfAPattern() {
		this.database.clean();
		this.bus = this.scenario.openBus("Médicobus", Scenario.MARCIAC);
		stopsAt(Scenario.PLAISANCE);
		this.patternId = this.patterns.open(this.bus, MORNING, this.patterns.preview(this.bus, MORNING).digest())
			.getId();
	}

	private int stopsAt(String insee) {
		var commune = this.communes.findById(insee).orElseThrow();
		return this.stops.plan(this.bus.getId(), List.of(MONDAY), Set.of(DayPart.MORNING),
				new StopPlace(commune, "Place du marché", commune.getPostalCodes().getFirst(), commune.getPosition()));
	}

	private void change(OpeningPattern next) {
		var found = this.kept.findAt(this.bus.getId(), this.patternId).orElseThrow();
		this.patterns.change(this.bus.getId(), this.patternId, next, this.patterns.previewChange(found, next).digest());
	}

	private void closedByItsPattern() {
		change(new OpeningPattern(MONDAY, MONDAY.minusDays(1), MORNING.rule()));
	}

	private long closedByTheSite() {
		var period = new ClosedPeriod(MONDAY, MONDAY, ClosureReason.LEAVE, null);
		this.declared.declare(this.bus, period, this.declared.preview(this.bus.getId(), period).digest());
		return this.declared.comingAt(this.bus.getId()).getFirst().closure().getId();
	}

	/**
	 * The bus waits for the half-day first; whoever held the site before waiting for it,
	 * too, would never get it.
	 */
	private void assertBothComeThrough(Callable<?> opening) throws Exception {
		var outcomes = new ArrayList<Future<?>>();
		try (var threads = Executors.newFixedThreadPool(2)) {
			this.transaction.executeWithoutResult((status) -> {
				this.jdbc.sql("select id from half_day_slot for update").query(Long.class).single();
				outcomes.add(threads.submit(() -> stopsAt(Scenario.MARCIAC)));
				awaitWaiting(1);
				outcomes.add(threads.submit(opening));
				awaitWaiting(2);
			});
			for (var outcome : outcomes) {
				outcome.get(20, TimeUnit.SECONDS);
			}
		}
		assertThat(this.slots.at(this.bus.getId(), MONDAY, MONDAY.plusDays(1))).singleElement().satisfies((slot) -> {
			assertThat(slot.getStatus()).isEqualTo(SlotStatus.OPEN);
			assertThat(slot.getPlace().town()).isEqualTo("Marciac");
		});
	}

	private void awaitWaiting(int transactions) {
		var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
		while (this.jdbc.sql("select count(distinct pid) from pg_locks where not granted")
			.query(Long.class)
			.single() < transactions) {
			assertThat(System.nanoTime()).as("nobody waits").isLessThan(until);
			Thread.onSpinWait();
		}
	}

	@Test
	void a_closure_that_ends_early() throws Exception {
		long id = closedByTheSite();
		assertBothComeThrough(() -> this.closures.endEarly(this.bus.getId(), id, MONDAY));
	}

	@Test
	void a_closure_that_is_forgotten() throws Exception {
		long id = closedByTheSite();
		assertBothComeThrough(() -> this.closures.reopen(this.bus.getId(), id));
	}

	@Test
	void a_pattern_that_is_changed() throws Exception {
		closedByItsPattern();
		assertBothComeThrough(() -> {
			change(MORNING);
			return null;
		});
	}

	@Test
	void a_new_pattern() throws Exception {
		closedByItsPattern();
		var seen = this.patterns.preview(this.bus, MORNING).digest();
		assertBothComeThrough(() -> this.patterns.open(this.bus, MORNING, seen));
	}

	@Test
	void a_new_pattern_at_all_sites_of_a_zone() throws Exception {
		closedByItsPattern();
		var asked = Map.of(this.bus, MORNING);
		var seen = this.zones.preview(asked).digest();
		assertBothComeThrough(() -> {
			this.zones.open(asked, seen, () -> {
			});
			return null;
		});
	}

	@Test
	void half_days_that_nothing_keeps_together() throws Exception {
		closedByItsPattern();
		assertBothComeThrough(() -> this.openings.open(this.bus, MORNING));
	}

}
