package fr.medecinproche.privacy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

import fr.medecinproche.account.ClosingService;
import fr.medecinproche.appointment.ContinuationKind;
import fr.medecinproche.appointment.ContinuationService;
import fr.medecinproche.appointment.Follower;
import fr.medecinproche.appointment.Patient;
import fr.medecinproche.appointment.RegularDoctor;
import fr.medecinproche.appointment.VisitKind;
import fr.medecinproche.indemnity.IndemnityLedger;
import fr.medecinproche.indemnity.StatementRounds;
import fr.medecinproche.indemnity.StatementService;
import fr.medecinproche.journal.JournalSeal;
import fr.medecinproche.messaging.Dispatcher;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.schedule.SchedulingService;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import fr.medecinproche.territory.Communes;
import fr.medecinproche.volunteer.FileAuthor;
import fr.medecinproche.volunteer.FileStatus;
import fr.medecinproche.volunteer.NoteService;
import fr.medecinproche.waiting.WaitingService;
import fr.medecinproche.waiting.WaitingWish;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static fr.medecinproche.testing.Scenario.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

@ApplicationTest
class RetentionTests {

	private static final List<String> TRACES = List.of("Philomène", "Castéran", "+33639980002", "patient@essai.example",
			"1941-05-08");

	@Autowired
	Retention retention;

	@Autowired
	Dispatcher dispatcher;

	@Autowired
	SchedulingService scheduling;

	@Autowired
	WaitingService waiting;

	@Autowired
	ContinuationService follows;

	@Autowired
	NoteService noteService;

	@Autowired
	ClosingService closing;

	@Autowired
	IndemnityLedger ledger;

	@Autowired
	StatementRounds rounds;

	@Autowired
	StatementService statements;

	@Autowired
	JournalSeal seal;

	@Autowired
	Communes communes;

	@Autowired
	Scenario scenario;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TestClock.SettableClock clock;

	@Autowired
	CleanDatabase database;

	private HalfDaySlot morning;

	@BeforeEach
	void aVisitOfPhilomeneCasteran() {
		this.database.clean();
		this.morning = this.scenario.taken(this.scenario.volunteer("Aline", "Roux"),
				this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC), HalfDay.morningOf(TUESDAY));
		this.waiting.join(Scenario.patient("Philomène", "Castéran"),
				this.communes.findById(Scenario.PLAISANCE).orElseThrow(),
				new WaitingWish(VisitKind.CONSULTATION, (short) 30, null), Locale.FRENCH);
		this.scenario.appointment(this.morning, LocalTime.of(9, 20), Scenario.patient("Philomène", "Castéran"));
	}

	private String everything() {
		return this.jdbc.sql("select tablename from pg_tables where schemaname = 'public'")
			.query(String.class)
			.list()
			.stream()
			.flatMap(
					(table) -> this.jdbc.sql("select t::text from " + table + " t").query(String.class).list().stream())
			.collect(Collectors.joining("\n"));
	}

	@Test
	void remembers_a_patient_until_three_months_after_the_visit() {
		this.clock.set(LocalDateTime.of(2027, 4, 12, 9, 30));
		this.retention.forgetWhatIsDue();
		assertThat(this.jdbc.sql("select family_name from appointment").query(String.class).single())
			.isEqualTo("Castéran");
	}

	@Test
	void leaves_no_trace_of_a_patient_in_any_table_after_that() {
		assertThat(everything()).as("before").contains(TRACES);
		this.dispatcher.dispatch();
		this.clock.set(LocalDateTime.of(2027, 4, 13, 9, 30));
		this.retention.forgetWhatIsDue();
		this.retention.forgetWhatIsDue();
		this.dispatcher.dispatch();
		assertThat(everything()).doesNotContain(TRACES);
		assertThat(this.jdbc.sql("select count(*) from appointment where regular_doctor = 'NO'")
			.query(Long.class)
			.single()).as("what the figures need").isEqualTo(1);
	}

	@Test
	void what_remained_to_be_done_after_a_visit_goes_with_its_patient() {
		this.clock.set(LocalDateTime.of(2027, 1, 12, 9, 45));
		this.follows.note(this.jdbc.sql("select id from appointment").query(Long.class).single(),
				ContinuationKind.RESULTS, Follower.SITE_DOCTORS, LocalDate.of(2027, 2, 1));
		this.clock.set(LocalDateTime.of(2027, 4, 12, 9, 30));
		this.retention.forgetWhatIsDue();
		assertThat(this.jdbc.sql("select count(*) from continuation").query(Long.class).single()).isOne();
		this.clock.set(LocalDateTime.of(2027, 4, 13, 9, 30));
		this.retention.forgetWhatIsDue();
		assertThat(this.jdbc.sql("select count(*) from continuation").query(Long.class).single()).isZero();
	}

	@Test
	void a_calendar_forgets_after_thirty_days_what_is_no_longer_the_doctors() {
		this.scheduling.giveBack(Objects.requireNonNull(this.morning.getVolunteer()).getId(), this.morning.getId());
		this.clock.set(LocalDateTime.of(2027, 2, 3, 7, 59));
		this.retention.forgetWhatIsDue();
		assertThat(this.jdbc.sql("select count(*) from calendar_entry").query(Long.class).single()).isOne();
		this.clock.set(LocalDateTime.of(2027, 2, 3, 8, 1));
		this.retention.forgetWhatIsDue();
		assertThat(this.jdbc.sql("select count(*) from calendar_entry").query(Long.class).single()).isZero();
	}

	@Test
	void leaves_no_trace_of_a_patient_who_was_to_be_reminded_and_to_be_called() {
		this.scenario.appointment(this.morning, LocalTime.of(9, 40), new Patient("Philomène", "Castéran",
				LocalDate.of(1941, 5, 8), "+33199001235", null, Scenario.PLAISANCE, RegularDoctor.NO, false));
		this.scheduling.giveBack(Objects.requireNonNull(this.morning.getVolunteer()).getId(), this.morning.getId());
		assertThat(everything()).as("before").contains("Bonjour, je vous appelle", "+33199001235");
		this.clock.set(LocalDateTime.of(2027, 4, 13, 9, 30));
		this.dispatcher.dispatch();
		this.retention.forgetWhatIsDue();
		assertThat(everything()).as("the call was never made").doesNotContain("Bonjour, je vous appelle");
		this.clock.set(LocalDateTime.of(2027, 5, 14, 9, 30));
		this.dispatcher.dispatch();
		assertThat(everything()).doesNotContain(TRACES).doesNotContain("+33199001235");
	}

	@Test
	void forgets_who_waited_a_week_after_the_wait_ended() {
		var waits = "select count(*) from waiting_entry where family_name is not null";
		this.clock.set(LocalDateTime.of(2027, 1, 11, 7, 59));
		this.retention.forgetWhatIsDue();
		assertThat(this.jdbc.sql(waits).query(Long.class).single()).isOne();
		this.clock.set(LocalDateTime.of(2027, 1, 11, 8, 1));
		this.retention.forgetWhatIsDue();
		assertThat(this.jdbc.sql(waits).query(Long.class).single()).isZero();
		assertThat(this.jdbc.sql("select count(*) from waiting_link").query(Long.class).single()).isZero();
	}

	@Test
	void a_doctor_who_leaves_is_named_in_no_table_and_the_journal_is_still_what_was_written() {
		var agent = this.scenario.agent().id();
		var zephyrine = this.scenario.candidate("Zephyrine", "Quennehen");
		this.noteService.write(zephyrine.getId(), "À rappeler en février.", agent);
		this.scenario.move(zephyrine.getId(), FileStatus.SENT_BACK, "Quel département ?", FileAuthor.agent(agent));
		assertThat(everything()).as("before")
			.contains("Zephyrine", "Quennehen", "Dossier\u00a0n°\u00a0" + zephyrine.getId());
		this.closing.close(zephyrine.getAccount().id());
		this.dispatcher.dispatch();
		this.clock.set(LocalDateTime.of(2028, 1, 5, 9, 0));
		this.retention.forgetWhatIsDue();
		this.dispatcher.dispatch();
		assertThat(everything()).doesNotContainIgnoringCase("Zephyrine", "Quennehen")
			.doesNotContain("À rappeler", "Quel département")
			.contains("Dossier\u00a0n°\u00a0" + zephyrine.getId());
		assertThat(this.seal.firstBreak()).isEmpty();
	}

	@Test
	void what_is_done_about_a_doctor_s_half_days_never_names_them_in_the_journal() {
		var agent = this.scenario.agent().id();
		this.clock.set(LocalDateTime.of(2027, 2, 2, 9, 0));
		this.ledger.enter(this.morning.getId(), agent);
		this.rounds.makeSomeReady();
		var statement = this.jdbc.sql("select id from indemnity_statement").query(Long.class).single();
		this.clock.set(LocalDateTime.of(2027, 3, 31, 9, 0));
		this.statements.close(statement, agent);
		var journal = this.jdbc.sql("select t::text from journal_entry t").query(String.class).list();
		assertThat(journal).extracting((entry) -> entry.split(",")[3])
			.contains("indemnity.held", "indemnity.statementClosed");
		assertThat(journal.toString()).doesNotContain("Roux", "Aline");
	}

	@Test
	void forgets_what_was_written_of_a_file_a_year_after_it_ended() {
		var agent = this.scenario.agent().id();
		this.scenario.refuse(this.scenario.candidate("Zoe", "Zola"), "Numéro illisible.", agent);
		var lacaze = this.scenario.candidate("Marc", "Lacaze");
		this.scenario.move(lacaze.getId(), FileStatus.SENT_BACK, "Quel département ?", FileAuthor.agent(agent));
		var notes = "select note from volunteer_file_step where note is not null order by 1";
		this.clock.set(LocalDateTime.of(2028, 1, 4, 9, 0));
		this.retention.forgetWhatIsDue();
		assertThat(this.jdbc.sql(notes).query(String.class).list()).containsExactly("Numéro illisible.",
				"Quel département ?");
		this.clock.set(LocalDateTime.of(2028, 1, 5, 9, 0));
		this.retention.forgetWhatIsDue();
		assertThat(this.jdbc.sql(notes).query(String.class).list()).as("of a file under way")
			.containsExactly("Quel département ?");
	}

	@Test
	void forgets_why_a_place_was_closed_a_year_after_it_opened_again() {
		this.jdbc
			.sql("""
					insert into site_closure (site_id, first_day, last_day, reason, note, created_at)
					select min(id), '2027-01-20', '2027-01-22', 'STAFF', 'Mme Soulé est absente', '2027-01-04' from consultation_site""")
			.update();
		var notes = "select count(note) from site_closure";
		this.clock.set(LocalDateTime.of(2028, 1, 22, 9, 0));
		this.retention.forgetWhatIsDue();
		assertThat(this.jdbc.sql(notes).query(Integer.class).single()).isOne();
		this.clock.set(LocalDateTime.of(2028, 1, 23, 9, 0));
		this.retention.forgetWhatIsDue();
		assertThat(this.jdbc.sql(notes).query(Integer.class).single()).isZero();
	}

}
