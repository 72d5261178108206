package fr.medecinproche.schedule;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;

import fr.medecinproche.schedule.SchedulingRefusedException.Reason;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Race;
import fr.medecinproche.testing.Scenario;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever doctors and the agency do, and in whatever order, around the end of a month:
 * nobody has more than two days in it, and nothing that is allowed is refused.
 */
@ApplicationTest
class MonthlyCapPropertyTests {

	/** The last days of January and the first of February. */
	private static final List<LocalDate> DAYS = LocalDate.of(2027, 1, 27).datesUntil(LocalDate.of(2027, 2, 5)).toList();

	private static final int STEPS = 120;

	@Autowired
	SchedulingService scheduling;

	@Autowired
	Scenario scenario;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	CleanDatabase database;

	private final List<Long> doctors = new ArrayList<>();

	private final Map<Long, HalfDay> halfDays = new HashMap<>();

	@BeforeEach
	void threeDoctorsAndTwoRooms() {
		this.database.clean();
		var site = this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC, 2);
		for (var day : DAYS) {
			for (var halfDay : List.of(HalfDay.morningOf(day), HalfDay.afternoonOf(day))) {
				for (int room = 1; room <= 2; room++) {
					this.halfDays.put(this.scenario.halfDay(site, halfDay, room).getId(), halfDay);
				}
			}
		}
		List.of("Roux", "Bonnet", "Faure")
			.forEach((name) -> this.doctors.add(this.scenario.volunteer("Aline", name).getId()));
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6 })
	void answers_as_the_rule_does_at_every_step_of_a_random_sequence(long seed) {
		var random = new Random(seed);
		var rule = new Rule(this.halfDays);
		for (int step = 0; step < STEPS; step++) {
			var act = anyAct(random);
			assertThat(outcome(act)).as("seed %d, step %d: %s", seed, step, act).isEqualTo(rule.apply(act));
			assertThat(taken()).as("seed %d, step %d: %s", seed, step, act).isEqualTo(rule.taken);
			assertNobodyIsBeyondTwoDays();
		}
		assertThat(rule.refusals).as("both answers were seen").isBetween(STEPS / 10, STEPS * 9 / 10);
	}

	@Test
	void holds_when_eight_windows_act_at_random_at_once() throws Exception {
		var outcomes = Race.of(8, (number) -> {
			var random = new Random(1000 + number);
			for (int step = 0; step < STEPS; step++) {
				tolerant(anyAct(random));
			}
			return number;
		});
		assertThat(Race.losses(outcomes)).isEmpty();
		assertNobodyIsBeyondTwoDays();
		assertThat(taken()).as("some half-days are taken in the end").isNotEmpty();
		for (var doctor : this.doctors) {
			for (var month : List.of(YearMonth.of(2027, 1), YearMonth.of(2027, 2))) {
				var counted = taken().entrySet()
					.stream()
					.filter((entry) -> entry.getValue().equals(doctor)
							&& this.halfDays.get(entry.getKey()).month().equals(month))
					.count();
				assertThat(this.scheduling.cap(doctor, month).left()).isEqualTo(MonthlyCap.HALF_DAYS - (int) counted);
			}
		}
	}

	/**
	 * Two windows on the same rows: one may lose to the database rather than to the rule.
	 */
	private void tolerant(Act act) {
		try {
			outcome(act);
		}
		catch (ConcurrencyFailureException | DataIntegrityViolationException ex) {
			// refused as a whole: what counts is what is left in the tables
		}
	}

	private Act anyAct(Random random) {
		var ids = this.halfDays.keySet().stream().sorted().toList();
		var doctor = this.doctors.get(random.nextInt(this.doctors.size()));
		var other = this.doctors.get(random.nextInt(this.doctors.size()));
		long slot = ids.get(random.nextInt(ids.size()));
		long second = ids.get(random.nextInt(ids.size()));
		return switch (random.nextInt(10)) {
			case 0, 1, 2, 3 -> new Act(Kind.TAKE, doctor, slot, other, second);
			case 4 -> new Act(Kind.TAKE_TWO, doctor, slot, other, second);
			case 5 -> new Act(Kind.RELEASE, holderOr(slot, doctor, random), slot, other, second);
			case 6, 7 -> new Act(Kind.STAND_IN, holderOr(slot, doctor, random), slot, other, second);
			case 8 -> new Act(Kind.MOVE, holderOr(slot, doctor, random), slot, other, second);
			default -> new Act((random.nextInt(4) == 0) ? Kind.CLOSE : Kind.MOVE, holderOr(slot, doctor, random), slot,
					other, second);
		};
	}

	/** Mostly who has it, so that acts on taken half-days are not all refused. */
	private long holderOr(long slot, long doctor, Random random) {
		return (random.nextInt(5) == 0) ? doctor : taken().getOrDefault(slot, doctor);
	}

	private Optional<Reason> outcome(Act act) {
		try {
			switch (act.kind()) {
				case TAKE -> this.scheduling.take(act.doctor(), List.of(act.slot()));
				case TAKE_TWO -> this.scheduling.take(act.doctor(), List.of(act.slot(), act.second()));
				case RELEASE -> this.scheduling.giveBack(act.doctor(), act.slot());
				case CLOSE -> this.scheduling.close(act.slot());
				case MOVE -> this.scheduling.exchange(act.doctor(), act.slot(), act.second());
				case STAND_IN -> this.scheduling.handOver(act.slot(), act.doctor(), act.other());
			}
			return Optional.empty();
		}
		catch (SchedulingRefusedException ex) {
			return Optional.of(ex.reason());
		}
	}

	private Map<Long, Long> taken() {
		return this.jdbc.sql("select id, volunteer_id from half_day_slot where volunteer_id is not null")
			.query((row, number) -> Map.entry(row.getLong("id"), row.getLong("volunteer_id")))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	private void assertNobodyIsBeyondTwoDays() {
		assertThat(this.jdbc.sql("""
				select max(n) from (select count(*) n from half_day_slot where volunteer_id is not null
				  group by volunteer_id, date_trunc('month', day) union all select 0) counted""")
			.query(Integer.class)
			.single()).isLessThanOrEqualTo(MonthlyCap.HALF_DAYS);
		assertThat(this.jdbc.sql("""
				select count(*) from (select 1 from half_day_slot where volunteer_id is not null
				  group by volunteer_id, day, period having count(*) > 1) twice""").query(Integer.class).single())
			.isZero();
	}

	private enum Kind {

		TAKE, TAKE_TWO, RELEASE, CLOSE, MOVE, STAND_IN

	}

	private record Act(Kind kind, long doctor, long slot, long other, long second) {
	}

	/** The rule once more, in a few lines that know nothing of a database. */
	private static final class Rule {

		private final Map<Long, HalfDay> halfDays;

		private final Map<Long, Long> taken = new HashMap<>();

		private final List<Long> closed = new ArrayList<>();

		private int refusals;

		Rule(Map<Long, HalfDay> halfDays) {
			this.halfDays = halfDays;
		}

		Optional<Reason> apply(Act act) {
			var before = Map.copyOf(this.taken);
			var refusal = Optional.ofNullable(switch (act.kind()) {
				case TAKE -> take(act.doctor(), act.slot());
				case TAKE_TWO -> takeInOrder(act);
				case RELEASE -> release(act.doctor(), act.slot());
				case CLOSE -> close(act.slot());
				case MOVE -> move(act);
				case STAND_IN -> standIn(act);
			});
			if (refusal.isPresent()) {
				this.refusals++;
				this.taken.clear();
				this.taken.putAll(before);
			}
			return refusal;
		}

		private @Nullable Reason takeInOrder(Act act) {
			for (long slot : new TreeSet<>(List.of(act.slot(), act.second()))) {
				var refusal = take(act.doctor(), slot);
				if (refusal != null) {
					return refusal;
				}
			}
			return null;
		}

		private @Nullable Reason take(long doctor, long slot) {
			if (this.taken.containsKey(slot) || this.closed.contains(slot)) {
				// the cap is looked at before the half-day itself
				return isFull(doctor, slot) ? Reason.MONTHLY_CAP_REACHED : Reason.NO_LONGER_OPEN;
			}
			return comes(doctor, slot);
		}

		private @Nullable Reason comes(long doctor, long slot) {
			if (isElsewhere(doctor, slot)) {
				return Reason.ALREADY_ELSEWHERE;
			}
			if (isFull(doctor, slot)) {
				return Reason.MONTHLY_CAP_REACHED;
			}
			this.taken.put(slot, doctor);
			return null;
		}

		private @Nullable Reason release(long doctor, long slot) {
			return this.taken.remove(slot, doctor) ? null : Reason.NOT_YOURS;
		}

		private @Nullable Reason close(long slot) {
			this.taken.remove(slot);
			this.closed.add(slot);
			return null;
		}

		private @Nullable Reason move(Act act) {
			if (act.slot() == act.second()) {
				return Reason.NO_LONGER_OPEN;
			}
			var refusal = release(act.doctor(), act.slot());
			return (refusal != null) ? refusal : take(act.doctor(), act.second());
		}

		private @Nullable Reason standIn(Act act) {
			if (!Long.valueOf(act.doctor()).equals(this.taken.get(act.slot()))) {
				return Reason.NOT_YOURS;
			}
			return comes(act.other(), act.slot());
		}

		private boolean isElsewhere(long doctor, long slot) {
			return this.taken.entrySet()
				.stream()
				.anyMatch((entry) -> entry.getValue() == doctor
						&& this.halfDays.get(entry.getKey()).equals(this.halfDays.get(slot)));
		}

		private boolean isFull(long doctor, long slot) {
			var month = this.halfDays.get(slot).month();
			return this.taken.entrySet()
				.stream()
				.filter((entry) -> entry.getValue() == doctor
						&& this.halfDays.get(entry.getKey()).month().equals(month))
				.count() == MonthlyCap.HALF_DAYS;
		}

	}

}
