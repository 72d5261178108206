package fr.medecinproche.volunteer;

import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.SchedulingRefusedException;
import fr.medecinproche.schedule.SchedulingService;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.BrokenConstraint;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Race;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import fr.medecinproche.volunteer.FileAuthor.Kind;
import fr.medecinproche.volunteer.FileRefusedException.Reason;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static fr.medecinproche.volunteer.FileStatus.ACTIVE;
import static fr.medecinproche.volunteer.FileStatus.ACTIVITY_DECLARED;
import static fr.medecinproche.volunteer.FileStatus.CPAM_NUMBER_GIVEN;
import static fr.medecinproche.volunteer.FileStatus.ORDRE_CHECK;
import static fr.medecinproche.volunteer.FileStatus.REFUSED;
import static fr.medecinproche.volunteer.FileStatus.SENT_BACK;
import static fr.medecinproche.volunteer.FileStatus.SUBMITTED;
import static fr.medecinproche.volunteer.FileStatus.SUSPENDED;
import static fr.medecinproche.volunteer.FileStatus.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

@ApplicationTest
class VolunteerFileTests {

	private static final LocalDate MONDAY = LocalDate.of(2027, 1, 4);

	private static final int ROUNDS = 10;

	@Autowired
	VolunteerService files;

	@Autowired
	Volunteers volunteers;

	@Autowired
	FileSteps steps;

	@Autowired
	SchedulingService scheduling;

	@Autowired
	Scenario scenario;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TestClock.SettableClock clock;

	@Autowired
	CleanDatabase database;

	private FileAuthor agent;

	private Volunteer zola;

	private FileAuthor doctor;

	@BeforeEach
	void aCandidate() {
		this.database.clean();
		this.agent = FileAuthor.agent(this.scenario.agent().id());
		this.zola = this.scenario.candidate("Zoé", "Zola");
		this.doctor = FileAuthor.doctor(this.zola.getAccount().id());
	}

	@Test
	void steps_that_happened_outside_are_recorded_at_once_with_their_real_days() {
		this.clock.set(LocalDateTime.of(2027, 2, 10, 9, 0));
		move(1, List.of(on(ORDRE_CHECK, MONDAY), on(ACTIVITY_DECLARED, LocalDate.of(2027, 1, 20)),
				on(CPAM_NUMBER_GIVEN, LocalDate.of(2027, 2, 9))), this.agent);
		assertThat(file()).isEqualTo(new FilePosition(CPAM_NUMBER_GIVEN, (short) 4, LocalDate.of(2027, 2, 9)));
		assertThat(this.steps.of(this.zola.getId()))
			.extracting(FileStep::getTo, FileStep::getHappenedOn,
					(step) -> step.getRecordedAt().atZone(HalfDay.ZONE).toLocalDate(), FileStep::getAuthor)
			.containsExactly(tuple(SUBMITTED, MONDAY, MONDAY, Kind.DOCTOR),
					tuple(ORDRE_CHECK, MONDAY, LocalDate.of(2027, 2, 10), Kind.AGENT),
					tuple(ACTIVITY_DECLARED, LocalDate.of(2027, 1, 20), LocalDate.of(2027, 2, 10), Kind.AGENT),
					tuple(CPAM_NUMBER_GIVEN, LocalDate.of(2027, 2, 9), LocalDate.of(2027, 2, 10), Kind.AGENT));
		assertThat(letters()).as("one letter, about where the file stands").isEqualTo(1);
	}

	@Test
	void of_several_steps_all_are_recorded_or_none() {
		refuses(Reason.IN_THE_FUTURE,
				() -> move(1, List.of(on(ORDRE_CHECK, MONDAY), on(ACTIVITY_DECLARED, MONDAY.plusDays(1))), this.agent));
		refuses(Reason.NOT_FROM_HERE, () -> move(1, List.of(on(ORDRE_CHECK, MONDAY), on(ACTIVE, MONDAY)), this.agent));
		refuses(Reason.NOT_FROM_HERE, () -> move(1, List.of(), this.agent));
		assertThat(file()).isEqualTo(FilePosition.submitted(MONDAY));
		assertThat(this.steps.of(this.zola.getId())).hasSize(1);
		assertThat(letters()).isZero();
	}

	@Test
	void a_doctor_reports_what_the_ordre_and_the_cpam_did_and_the_agency_completes() {
		refuses(Reason.NOT_FROM_HERE, () -> move(1, List.of(on(ORDRE_CHECK, MONDAY)), this.doctor));
		move(1, List.of(on(ORDRE_CHECK, MONDAY)), this.agent);
		move(2, List.of(on(ACTIVITY_DECLARED, MONDAY)), this.doctor);
		move(3, List.of(on(CPAM_NUMBER_GIVEN, MONDAY)), this.doctor);
		refuses(Reason.NOT_FROM_HERE, () -> move(4, List.of(on(ACTIVE, MONDAY)), this.doctor));
		move(4, List.of(on(ACTIVE, MONDAY)), this.agent);
		assertThat(this.volunteers.findById(this.zola.getId()).orElseThrow().isActive()).isTrue();
	}

	@Test
	void whoever_decides_on_a_file_that_has_moved_meanwhile_looks_again() {
		move(1, List.of(on(ORDRE_CHECK, MONDAY)), this.agent);
		var colleague = FileAuthor.agent(this.scenario.agentOf("31").id());
		refuses(Reason.CHANGED_MEANWHILE, () -> move(1, List.of(on(ORDRE_CHECK, MONDAY)), colleague));
		refuses(Reason.CHANGED_MEANWHILE, () -> move(1, List.of(why(REFUSED)), this.agent));
		refuses(Reason.CHANGED_MEANWHILE, () -> move(0, List.of(on(ORDRE_CHECK, MONDAY)), this.agent));
		refuses(Reason.CHANGED_MEANWHILE, () -> move(9, List.of(on(ORDRE_CHECK, MONDAY)), this.agent));
		assertThat(file().step()).isEqualTo((short) 2);
	}

	@Test
	void a_double_click_changes_nothing() {
		var both = List.of(on(ORDRE_CHECK, MONDAY), on(ACTIVITY_DECLARED, MONDAY));
		move(1, both, this.agent);
		move(1, both, this.agent);
		assertThat(file().step()).isEqualTo((short) 3);
		assertThat(letters()).isEqualTo(1);
	}

	@Test
	void eight_agents_move_a_file_by_one_step_together() throws Exception {
		var agents = new FileAuthor[8];
		for (int n = 0; n < agents.length; n++) {
			agents[n] = FileAuthor.agent(this.scenario.agentOf("0" + (n + 1)).id());
		}
		var runs = Race.of(agents.length, (n) -> {
			move(1, List.of(on(ORDRE_CHECK, MONDAY)), agents[n]);
			return n;
		});
		assertThat(Race.won(runs)).isOne();
		assertThat(Race.losses(runs))
			.allSatisfy((loss) -> assertThat(loss).isInstanceOfSatisfying(FileRefusedException.class,
					(ex) -> assertThat(ex.reason()).isEqualTo(Reason.CHANGED_MEANWHILE)));
		assertThat(this.steps.of(this.zola.getId())).hasSize(2);
	}

	@Test
	void an_address_never_confirmed_is_not_activated_even_behind_the_service() {
		this.jdbc.sql("update account set email_confirmed_at = null").update();
		refuses(Reason.EMAIL_UNCONFIRMED, () -> this.files.activate(this.zola.getId(), this.agent.accountId()));
		refusedBySql("volunteer_file_step_confirmed", () -> this.transaction.executeWithoutResult((status) -> {
			move(1, List.of(on(ORDRE_CHECK, MONDAY), on(ACTIVITY_DECLARED, MONDAY), on(CPAM_NUMBER_GIVEN, MONDAY)),
					this.agent);
			insert(5, CPAM_NUMBER_GIVEN, ACTIVE, Kind.AGENT, MONDAY, null);
		}));
	}

	@Test
	void nobody_leaves_while_patients_are_expecting_them() {
		this.files.activate(this.zola.getId(), this.agent.accountId());
		var slot = this.scenario.taken(this.zola, this.scenario.openSite("Maison", Scenario.MARCIAC),
				HalfDay.morningOf(Scenario.TUESDAY));
		refuses(Reason.HALF_DAYS_COMING, () -> this.files.withdraw(this.zola.getId(), this.doctor, null));
		refuses(Reason.HALF_DAYS_COMING, () -> this.files.withdraw(this.zola.getId(), this.agent, "parti"));
		refuses(Reason.HALF_DAYS_COMING, () -> this.files.withdraw(this.zola.getId(), FileAuthor.system(), null));
		refusedBySql("volunteer_file_step_free", () -> insert(6, ACTIVE, WITHDRAWN, Kind.DOCTOR, MONDAY, null));
		this.scheduling.giveBack(this.zola.getId(), slot.getId());
		this.files.withdraw(this.zola.getId(), this.doctor, null);
		assertThat(file().status()).isEqualTo(WITHDRAWN);
		move(6, List.of(on(SUBMITTED, MONDAY)), this.doctor);
		assertThat(file().status()).isEqualTo(SUBMITTED);
	}

	@Test
	void a_half_day_that_is_over_holds_nobody() {
		this.files.activate(this.zola.getId(), this.agent.accountId());
		var slot = this.scenario.taken(this.zola, this.scenario.openSite("Maison", Scenario.MARCIAC),
				HalfDay.morningOf(Scenario.TUESDAY));
		this.clock.set(slot.getHalfDay().day().atTime(slot.getEndsAt()).minusMinutes(1));
		refuses(Reason.HALF_DAYS_COMING, () -> this.files.withdraw(this.zola.getId(), this.doctor, null));
		this.clock.set(slot.getHalfDay().day().atTime(slot.getEndsAt()));
		this.files.withdraw(this.zola.getId(), this.doctor, null);
		assertThat(file().status()).isEqualTo(WITHDRAWN);
	}

	@ParameterizedTest
	@EnumSource(names = { "SUSPENDED", "WITHDRAWN" })
	void a_file_that_stops_and_a_half_day_taken_at_the_same_instant_agree(FileStatus stop) throws Exception {
		this.files.activate(this.zola.getId(), this.agent.accountId());
		var site = this.scenario.openSite("Maison", Scenario.MARCIAC);
		for (int round = 0; round < ROUNDS; round++) {
			var slot = this.scenario.halfDay(site, HalfDay.morningOf(Scenario.TUESDAY.plusWeeks(round)));
			int seen = file().step();
			var runs = Race.of(2, (n) -> {
				if (n == 0) {
					move(seen, List.of(why(stop)), this.agent);
				}
				else {
					this.scheduling.take(this.zola.getId(), List.of(slot.getId()));
				}
				return n;
			});
			assertThat(Race.losses(runs))
				.allMatch((loss) -> loss instanceof FileRefusedException || loss instanceof SchedulingRefusedException);
			assertThat(Race.won(runs)).isBetween(1L, (stop == SUSPENDED) ? 2L : 1L);
			assertThat(stop == WITHDRAWN && file().status() == stop && !isOpen(slot.getId())).isFalse();
			again(slot.getId(), stop);
		}
	}

	@Test
	void a_suspended_doctor_takes_no_half_day_even_behind_the_service() {
		this.files.activate(this.zola.getId(), this.agent.accountId());
		var slot = this.scenario.halfDay(this.scenario.openSite("Maison", Scenario.MARCIAC),
				HalfDay.morningOf(Scenario.TUESDAY));
		this.scenario.move(this.zola.getId(), SUSPENDED, "en congé", this.agent);
		assertThatExceptionOfType(SchedulingRefusedException.class)
			.isThrownBy(() -> this.scheduling.take(this.zola.getId(), List.of(slot.getId())));
		refusedBySql("half_day_slot_active_volunteer", () -> update(
				"update half_day_slot set status = 'TAKEN', volunteer_id = 1, rank = 1, taken_at = now()"));
	}

	private void again(long slotId, FileStatus stop) {
		if (!isOpen(slotId)) {
			this.scheduling.giveBack(this.zola.getId(), slotId);
		}
		this.jdbc.sql("update half_day_slot set status = 'CLOSED' where id = ?").param(slotId).update();
		if (file().status() == SUSPENDED) {
			this.scenario.move(this.zola.getId(), ACTIVE, null, this.agent);
		}
		if (file().status() == WITHDRAWN) {
			this.scenario.move(this.zola.getId(), SUBMITTED, null, this.agent);
			this.files.activate(this.zola.getId(), this.agent.accountId());
		}
	}

	private boolean isOpen(long slotId) {
		return this.jdbc.sql("select status = 'OPEN' from half_day_slot where id = ?")
			.param(slotId)
			.query(Boolean.class)
			.single();
	}

	@ParameterizedTest
	@EnumSource
	void the_database_allows_the_moves_of_the_rule_and_no_other(FileStatus from) {
		this.transaction.executeWithoutResult((status) -> {
			status.setRollbackOnly();
			int number = walkTo(from);
			for (var to : FileStatus.values()) {
				for (var author : Kind.values()) {
					assertThat(isInserted(number + 1, from, to, author)).as("%s → %s by %s", from, to, author)
						.isEqualTo(from.mayBecome(to, author)
								|| (author == Kind.SYSTEM && to != WITHDRAWN && from.mayBecome(to, Kind.AGENT)));
				}
			}
		});
	}

	private int walkTo(FileStatus goal) {
		var way = switch (goal) {
			case SENT_BACK, REFUSED, WITHDRAWN -> List.of(goal);
			case SUSPENDED -> List.of(ORDRE_CHECK, ACTIVITY_DECLARED, CPAM_NUMBER_GIVEN, ACTIVE, SUSPENDED);
			default -> FileStatus.PATH.subList(1, FileStatus.PATH.indexOf(goal) + 1);
		};
		if (!way.isEmpty()) {
			move(1, way.stream().map(this::why).toList(), this.agent);
		}
		return way.size() + 1;
	}

	private boolean isInserted(int number, FileStatus from, FileStatus to, Kind author) {
		this.jdbc.sql("savepoint before").update();
		try {
			insert(number, from, to, author, MONDAY, "parce que");
			return true;
		}
		catch (DataIntegrityViolationException ex) {
			assertThat(ex).hasMessageContaining("volunteer_file_step_allowed");
			return false;
		}
		finally {
			this.jdbc.sql("rollback to savepoint before").update();
		}
	}

	@Test
	void the_history_is_neither_forged_nor_rewritten() {
		move(1, List.of(on(ORDRE_CHECK, MONDAY)), this.agent);
		refusedBySql("volunteer_file_step_once", () -> insert(2, SUBMITTED, ORDRE_CHECK, Kind.AGENT, MONDAY, null));
		refusedBySql("volunteer_file_step_goes_on", () -> insert(3, SUBMITTED, ORDRE_CHECK, Kind.AGENT, MONDAY, null));
		refusedBySql("volunteer_file_step_goes_on",
				() -> insert(4, ORDRE_CHECK, ACTIVITY_DECLARED, Kind.AGENT, MONDAY, null));
		refusedBySql("volunteer_file_step_in_order",
				() -> insert(3, ORDRE_CHECK, ACTIVITY_DECLARED, Kind.AGENT, MONDAY.minusDays(1), null));
		refusedBySql("volunteer_file_step_not_in_future",
				() -> insert(3, ORDRE_CHECK, ACTIVITY_DECLARED, Kind.AGENT, MONDAY.plusDays(1), null));
		refusedBySql("volunteer_file_step_explained",
				() -> insert(3, ORDRE_CHECK, SENT_BACK, Kind.AGENT, MONDAY, null));
		refusedBySql("volunteer_file_step_followed",
				() -> insert(3, ORDRE_CHECK, ACTIVITY_DECLARED, Kind.AGENT, MONDAY, null));
		refusedBySql("volunteer_file_step_stays", () -> update("update volunteer_file_step set number = 7"));
		refusedBySql("volunteer_file_step_stays", () -> update("update volunteer_file_step set note = 'autre chose'"));
		refusedBySql("volunteer_file_step_stays", () -> update("delete from volunteer_file_step"));
		refusedBySql("volunteer_file_goes_on", () -> update("update volunteer set file_status = 'ACTIVE'"));
		refusedBySql("volunteer_file_goes_on",
				() -> update("update volunteer set file_status = 'SUBMITTED', file_step = 1"));
		refusedBySql("volunteer_file_stands",
				() -> update("update volunteer set file_status = 'ACTIVE', file_step = 3"));
		update("update volunteer_file_step set note = null");
	}

	@Test
	void the_card_is_noted_beside_the_path() {
		this.files.noteCpsCard(this.zola.getId(), new CpsCard(MONDAY.minusDays(30), MONDAY));
		assertThat(this.volunteers.findById(this.zola.getId()).orElseThrow().getCpsCard())
			.isEqualTo(new CpsCard(MONDAY.minusDays(30), MONDAY));
		refuses(Reason.IN_THE_FUTURE,
				() -> this.files.noteCpsCard(this.zola.getId(), new CpsCard(MONDAY.plusDays(1), null)));
		refuses(Reason.CARD_BEFORE_ASKED,
				() -> this.files.noteCpsCard(this.zola.getId(), new CpsCard(MONDAY, MONDAY.minusDays(1))));
		refusedBySql("volunteer_cps_in_order", () -> update("update volunteer set cps_received_on = '2020-01-01'"));
		this.files.noteCpsCard(this.zola.getId(), CpsCard.NOT_ASKED);
		assertThat(file()).isEqualTo(FilePosition.submitted(MONDAY));
	}

	private void move(int seen, List<FileMove> moves, FileAuthor author) {
		this.files.moveOn(this.zola.getId(), seen, moves, author);
	}

	private static FileMove on(FileStatus to, LocalDate day) {
		return new FileMove(to, day, null);
	}

	private FileMove why(FileStatus to) {
		return new FileMove(to, LocalDate.now(this.clock), "parce que");
	}

	private FilePosition file() {
		return this.volunteers.findById(this.zola.getId()).orElseThrow().getFile();
	}

	private int letters() {
		return this.jdbc.sql("select count(*) from outbox_message").query(Integer.class).single();
	}

	private void insert(int number, FileStatus from, FileStatus to, Kind author, LocalDate day, @Nullable String note) {
		this.jdbc
			.sql("""
					insert into volunteer_file_step (volunteer_id, number, from_status, from_on, to_status, happened_on,
					  recorded_at, author, recorded_by, note)
					select :volunteer, :number, :from, '2027-01-04', :to, :day, '2027-01-04 09:00+01', :author, :by, :note""")
			.param("volunteer", this.zola.getId())
			.param("number", number)
			.param("from", from.name())
			.param("to", to.name())
			.param("day", day)
			.param("author", author.name())
			.param("by", (author == Kind.SYSTEM) ? null : this.agent.accountId(), Types.BIGINT)
			.param("note", note, Types.VARCHAR)
			.update();
	}

	private void update(String sql) {
		this.jdbc.sql(sql).update();
	}

	private static void refuses(Reason reason, ThrowingCallable act) {
		assertThatExceptionOfType(FileRefusedException.class).isThrownBy(act)
			.extracting(FileRefusedException::reason)
			.isEqualTo(reason);
	}

	private static void refusedBySql(String constraint, ThrowingCallable act) {
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(act)
			.satisfies((ex) -> assertThat(BrokenConstraint.of(ex)).isEqualTo(constraint));
	}

}
