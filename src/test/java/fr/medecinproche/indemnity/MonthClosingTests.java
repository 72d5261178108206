package fr.medecinproche.indemnity;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Map;
import java.util.Objects;

import fr.medecinproche.account.Account;
import fr.medecinproche.indemnity.Dispute.Outcome;
import fr.medecinproche.indemnity.DisputeService.Complaint;
import fr.medecinproche.indemnity.IndemnityRefusedException.Reason;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.BrokenConstraint;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Race;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import fr.medecinproche.volunteer.BillingNumber;
import fr.medecinproche.volunteer.FileAuthor;
import fr.medecinproche.volunteer.Volunteer;
import fr.medecinproche.volunteer.VolunteerService;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static fr.medecinproche.testing.Scenario.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * A month of a region: closed as a whole or not at all, once, and then for good. What is
 * paid for it is paid once.
 */
@ApplicationTest
class MonthClosingTests {

	private static final String REGION = "R76";

	private static final YearMonth JANUARY = YearMonth.of(2027, 1);

	private static final YearMonth FEBRUARY = YearMonth.of(2027, 2);

	@Autowired
	MonthClosing closing;

	@Autowired
	MonthDesk desk;

	@Autowired
	BatchService batchService;

	@Autowired
	Batches batches;

	@Autowired
	IndemnityLedger ledger;

	@Autowired
	Statements statements;

	@Autowired
	StatementService service;

	@Autowired
	StatementRounds rounds;

	@Autowired
	DisputeService disputes;

	@Autowired
	BatchForgetting forgetting;

	@Autowired
	VolunteerService files;

	@Autowired
	CorrectionService corrections;

	@Autowired
	Scenario scenario;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TestClock.SettableClock clock;

	@Autowired
	CleanDatabase database;

	private Account agent;

	private Volunteer aline;

	private Volunteer jean;

	private ConsultationSite site;

	private HalfDaySlot alines;

	private HalfDaySlot jeans;

	@BeforeEach
	void aMorningOfEachOfTwoDoctorsInJanuary() {
		this.database.clean();
		this.agent = this.scenario.agent();
		this.aline = this.scenario.volunteer("Aline", "Roux");
		this.jean = this.scenario.volunteer("Jean", "Weber");
		this.site = this.scenario.openSite("=Maison de santé de Marciac", Scenario.MARCIAC);
		this.alines = this.scenario.taken(this.aline, this.site, HalfDay.morningOf(TUESDAY));
		this.jeans = this.scenario.taken(this.jean, this.site, HalfDay.afternoonOf(TUESDAY));
		this.clock.set(LocalDateTime.of(2027, 2, 2, 9, 0));
	}

	private void bothHeld() {
		this.ledger.enter(this.alines.getId(), this.agent.id());
		this.ledger.enter(this.jeans.getId(), this.agent.id());
		this.rounds.makeSomeReady();
	}

	private void confirm(Volunteer doctor) {
		this.service.confirm(doctor.getId(), JANUARY, of(doctor, JANUARY).mark());
	}

	private Statement of(Volunteer doctor, YearMonth month) {
		return this.statements.of(doctor.getId(), month);
	}

	private ClosedMonth close(YearMonth month) {
		return this.closing.close(REGION, month, this.agent.id(), (done) -> {
		});
	}

	private void bothHeldAndClosed() {
		bothHeld();
		confirm(this.aline);
		confirm(this.jean);
		close(JANUARY);
	}

	private long number(String sql) {
		return this.jdbc.sql(sql).query(Long.class).single();
	}

	private String broken(String sql) {
		return BrokenConstraint.of(catchThrowable(() -> this.jdbc.sql(sql).update()));
	}

	private static void assertRefused(Reason reason, ThrowingCallable act) {
		assertThatExceptionOfType(IndemnityRefusedException.class).isThrownBy(act)
			.extracting(IndemnityRefusedException::reason)
			.isEqualTo(reason);
	}

	@Test
	void is_closed_as_a_whole_once_no_half_day_dispute_or_doctor_s_answer_is_missing() {
		assertRefused(Reason.MONTH_NOT_DONE, () -> close(JANUARY));
		assertThat(this.desk.end(REGION, JANUARY).undecided()).isEqualTo(2);
		bothHeld();
		confirm(this.aline);
		assertRefused(Reason.MONTH_NOT_DONE, () -> close(JANUARY));
		this.disputes.raise(this.jean.getId(), JANUARY,
				new Complaint(HalfDay.afternoonOf(TUESDAY), Dispute.Reason.AMOUNT, null), this.jean.getAccount().id());
		assertThat(this.desk.openDisputes("31")).isOne();
		assertThat(this.desk.openDisputes("32")).isZero();
		assertRefused(Reason.MONTH_NOT_DONE, () -> close(JANUARY));
		assertThat(of(this.aline, JANUARY).closedAt()).as("all or nothing").isNull();
		this.disputes.answer(of(this.jean, JANUARY).disputes().getFirst().id(), Outcome.MAINTAINED, "C’est le tarif.",
				this.agent.id());
		confirm(this.jean);
		assertThat(close(JANUARY)).satisfies((month) -> {
			assertThat(month.statements()).isEqualTo(2);
			assertThat(month.halfDays()).isEqualTo(2);
			assertThat(month.totalCents()).isEqualTo(20_000).isEqualTo(number("""
					select sum(l.amount_cents) from indemnity_line l join indemnity_statement s on s.id = l.statement_id
					where s.month = '2027-01-01' and s.closed_at is not null"""));
		});
		assertThat(number("select count(*) from outbox_message where dedup_key like 'indemnity:%:closed'"))
			.isEqualTo(2);
		assertThat(number("select count(*) from journal_entry where action = 'indemnity.monthClosed'")).isOne();
	}

	@Test
	void is_closed_once_and_not_before_it_is_over() {
		bothHeldAndClosed();
		assertRefused(Reason.MONTH_CLOSED, () -> close(JANUARY));
		assertRefused(Reason.MONTH_NOT_OVER, () -> close(FEBRUARY));
		assertRefused(Reason.NO_SUCH_REGION, () -> this.closing.close("32", JANUARY, this.agent.id(), (done) -> {
		}));
	}

	@Test
	void is_closed_once_whoever_closes_it_at_the_same_moment() throws InterruptedException {
		bothHeld();
		confirm(this.aline);
		confirm(this.jean);
		var outcomes = Race.of(6, (n) -> close(JANUARY));
		assertThat(Race.won(outcomes)).isOne();
		assertThat(Race.losses(outcomes))
			.allSatisfy((loss) -> assertThat(loss).isInstanceOfSatisfying(IndemnityRefusedException.class,
					(refusal) -> assertThat(refusal.reason()).isIn(Reason.MONTH_CLOSED, Reason.STATEMENT_CLOSED)));
		assertThat(number("select count(*) from outbox_message where dedup_key like 'indemnity:%:closed'"))
			.isEqualTo(2);
	}

	@Test
	void is_left_as_it_was_when_somebody_stops_the_work() {
		bothHeld();
		confirm(this.aline);
		confirm(this.jean);
		assertThatThrownBy(() -> this.closing.close(REGION, JANUARY, this.agent.id(), (done) -> {
			throw new IllegalStateException("stop");
		})).hasMessage("stop");
		assertThat(number("select count(*) from indemnity_statement where closed_at is not null")).isZero();
		close(JANUARY);
	}

	@Test
	void holds_against_half_days_and_disputes_that_come_while_it_is_closed() throws InterruptedException {
		bothHeld();
		confirm(this.aline);
		confirm(this.jean);
		Race.of(6, (n) -> {
			switch (n % 3) {
				case 0 -> close(JANUARY);
				case 1 -> this.ledger.notHeld(this.jeans.getId(), this.agent.id());
				default -> this.disputes.raise(this.aline.getId(), JANUARY,
						new Complaint(HalfDay.morningOf(TUESDAY), Dispute.Reason.NOT_HELD, null),
						this.aline.getAccount().id());
			}
			return n;
		});
		assertThat(number("""
				select count(*) from indemnity_month m where exists (select from indemnity_statement s
				where s.month = m.month and s.closed_at is null) or m.total_cents <> (
				select sum(l.amount_cents) from indemnity_line l join indemnity_statement s on s.id = l.statement_id
				where s.month = m.month)""")).isZero();
	}

	@Test
	void takes_a_half_day_that_comes_late_into_a_later_statement() {
		this.jdbc.sql("delete from half_day_slot where id = ?").param(this.jeans.getId()).update();
		this.ledger.enter(this.alines.getId(), this.agent.id());
		this.rounds.makeSomeReady();
		confirm(this.aline);
		close(JANUARY);
		this.clock.reset();
		var late = this.scenario.taken(this.jean, this.site, HalfDay.afternoonOf(TUESDAY.plusDays(1)));
		this.clock.set(LocalDateTime.of(2027, 2, 3, 9, 0));
		this.rounds.makeSomeReady();
		assertThat(this.ledger.enter(late.getId(), this.agent.id())).isEqualTo(FEBRUARY);
		assertThat(of(this.jean, JANUARY).id()).isNull();
		assertThat(this.ledger.total(this.jean.getId(), FEBRUARY)).isEqualTo(10_000);
	}

	@Test
	void refuses_to_plain_sql_to_close_what_is_open_and_to_change_what_is_closed() {
		var insert = """
				insert into indemnity_month (month, region, closed_at, closed_by, statements, half_days, total_cents)
				values ('%s', 'R76', '%s', %d, 2, 2, %d)""";
		assertThat(broken(insert.formatted("2027-01-01", "2027-02-02", this.agent.id(), 20_000)))
			.isEqualTo("indemnity_month_done");
		bothHeld();
		confirm(this.aline);
		confirm(this.jean);
		this.statements.closable(null, JANUARY).forEach((id) -> this.service.close(id, this.agent.id()));
		assertThat(broken(insert.formatted("2027-01-01", "2027-02-02", this.agent.id(), 30_000)))
			.isEqualTo("indemnity_month_total");
		assertThat(broken(insert.formatted("2027-01-01", "2027-01-31", this.agent.id(), 20_000)))
			.isEqualTo("indemnity_month_over");
		close(JANUARY);
		assertThat(broken(insert.formatted("2027-01-01", "2027-02-02", this.agent.id(), 20_000)))
			.isEqualTo("indemnity_month_once");
		assertThat(broken("update indemnity_month set total_cents = 1")).isEqualTo("indemnity_month_stays");
		assertThat(broken("delete from indemnity_month")).isEqualTo("indemnity_month_stays");
		var third = this.scenario.volunteer("Zoé", "Costes");
		assertThat(broken("insert into indemnity_statement (volunteer_id, month) values (%d, '2027-01-01')"
			.formatted(third.getId()))).isEqualTo("indemnity_month_closed");
	}

	@Test
	void counts_each_statement_where_its_list_shows_it() {
		bothHeld();
		confirm(this.aline);
		var figures = this.desk.figures(REGION, JANUARY);
		for (var filter : StatementFilter.values()) {
			var rows = this.statements.in(REGION, JANUARY, filter, 0);
			int counted = switch (filter) {
				case CLOSABLE -> figures.closable().statements();
				case WAITING -> figures.total().statements() - figures.closable().statements();
				default -> figures.of(StatementStatus.valueOf(filter.name())).statements();
			};
			assertThat(rows.getTotalElements()).as(filter.name()).isEqualTo(counted);
			assertThat(rows.getContent().stream().mapToLong(MonthOfDoctor::totalCents).sum())
				.isEqualTo(counted * 10_000L);
		}
		assertThat(figures.of(StatementStatus.CONFIRMED).statements()).isOne();
		assertThat(figures.of(StatementStatus.READY).cents()).isEqualTo(10_000);
		assertThat(this.desk.figures("32", JANUARY).total().statements()).isZero();
	}

	@Test
	void is_sent_to_the_cpam_line_by_line_once_corrections_included() {
		assertRefused(Reason.NOTHING_TO_SEND, () -> this.batchService.make(REGION, this.agent.id()));
		bothHeldAndClosed();
		long first = this.batchService.make(REGION, this.agent.id());
		assertReconciles(first, 20_000);
		assertThat(this.batches.doctors(first)).extracting(Batches.DoctorTotal::doctor)
			.containsExactly("Dr Aline Roux", "Dr Jean Weber");
		assertRefused(Reason.NOTHING_TO_SEND, () -> this.batchService.make(REGION, this.agent.id()));
		var line = of(this.aline, JANUARY).lines().getFirst().id();
		this.corrections.correct(line, -4_000, "Départ à dix heures", this.agent.id());
		assertRefused(Reason.NOTHING_TO_SEND, () -> this.batchService.make(REGION, this.agent.id()));
		this.clock.set(LocalDateTime.of(2027, 3, 20, 9, 0));
		this.rounds.makeSomeReady();
		this.clock.set(LocalDateTime.of(2027, 4, 10, 9, 0));
		close(FEBRUARY);
		long second = this.batchService.make(REGION, this.agent.id());
		assertReconciles(second, -4_000);
		assertThat(new String(file(second, "csv"), java.nio.charset.StandardCharsets.UTF_8)).contains("\"correction\"",
				"\"-40\"", "Départ à dix heures");
		assertThat(this.batches.balances(null)).singleElement().satisfies((balance) -> {
			assertThat(balance.closedCents()).isEqualTo(16_000).isEqualTo(balance.sentCents());
			assertThat(balance.linesLeft()).isZero();
		});
	}

	/**
	 * By doctor and in all: as sent, as the ledger's raw rows say, and as the file says.
	 */
	private void assertReconciles(long id, long cents) {
		var batch = this.batches.find(id, REGION).orElseThrow();
		assertThat(batch.totalCents()).isEqualTo(cents).isEqualTo(number("""
				select sum(l.amount_cents) from indemnity_line l join indemnity_batch_line b on b.line_id = l.id
				where b.batch_id = %d""".formatted(id)));
		assertThat(this.batches.doctors(id)).allMatch(Batches.DoctorTotal::isEqual)
			.satisfies((doctors) -> assertThat(doctors.stream().mapToLong(Batches.DoctorTotal::sentCents).sum())
				.isEqualTo(cents));
		var rows = new String(file(id, "csv"), java.nio.charset.StandardCharsets.UTF_8).lines()
			.skip(1)
			.map((row) -> row.substring(1, row.length() - 1).split("\";\"", -1))
			.toList();
		assertThat(rows).hasSize(batch.lines());
		assertThat(rows.stream()
			.map((row) -> new java.math.BigDecimal(row[12].replace(',', '.')))
			.reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add)
			.movePointRight(2)
			.longValueExact()).isEqualTo(cents);
	}

	private byte[] file(long batch, String format) {
		return this.batches.file(batch, format).orElseThrow();
	}

	@Test
	void names_the_doctors_of_a_batch_no_longer_than_accounts_are_kept() {
		bothHeldAndClosed();
		long batch = this.batchService.make(REGION, this.agent.id());
		this.clock.set(LocalDateTime.of(2037, 2, 2, 9, 0));
		this.forgetting.forgetOldFiles();
		assertThat(file(batch, "csv")).isNotEmpty();
		this.clock.set(LocalDateTime.of(2037, 2, 2, 9, 1));
		this.forgetting.forgetOldFiles();
		this.forgetting.forgetOldFiles();
		assertThat(this.batches.file(batch, "csv")).isEmpty();
		assertThat(this.batches.file(batch, "xlsx")).isEmpty();
		assertThat(this.batches.find(batch, REGION).orElseThrow().totalCents()).isEqualTo(20_000);
		assertThat(broken("update indemnity_batch set number = 7")).isEqualTo("indemnity_batch_stays");
	}

	@Test
	void says_which_doctors_have_a_health_insurance_number() {
		this.files.noteBillingNumber(this.aline.getId(), BillingNumber.parse("301234567").orElseThrow(),
				FileAuthor.agent(this.agent.id()));
		bothHeldAndClosed();
		long batch = this.batchService.make(REGION, this.agent.id());
		assertThat(new String(file(batch, "csv"), java.nio.charset.StandardCharsets.UTF_8).lines().skip(1))
			.anyMatch((row) -> row.contains("\"301234567\";\"Dr Aline Roux\""))
			.anyMatch((row) -> row.contains("\"numéro AM inconnu\";\"Dr Jean Weber\""));
	}

	@Test
	void is_downloaded_again_as_it_left_and_runs_no_formula() {
		bothHeldAndClosed();
		long batch = this.batchService.make(REGION, this.agent.id());
		var files = Map.of("csv", file(batch, "csv"), "xlsx", file(batch, "xlsx"));
		assertThat(new String(Objects.requireNonNull(files.get("csv")), java.nio.charset.StandardCharsets.UTF_8))
			.contains("\"'=Maison de santé de Marciac\"", this.aline.getRpps().digits())
			.doesNotContain("\"=");
		this.jdbc.sql("update volunteer set family_name = 'Autre'").update();
		files.forEach((format, bytes) -> assertThat(file(batch, format)).isEqualTo(bytes));
		assertThat(files.get("xlsx")).startsWith('P', 'K');
	}

	@Test
	void pays_no_line_twice_whoever_sends_at_the_same_moment() throws InterruptedException {
		bothHeldAndClosed();
		var outcomes = Race.of(6, (n) -> this.batchService.make(REGION, this.agent.id()));
		assertThat(Race.won(outcomes)).isOne();
		assertThat(Race.losses(outcomes)).allMatch((loss) -> loss instanceof IndemnityRefusedException refusal
				&& refusal.reason() == Reason.NOTHING_TO_SEND);
		assertThat(number("select count(*) from indemnity_batch_line")).isEqualTo(2);
	}

	@Test
	void pays_no_line_twice_nor_an_open_one_against_plain_sql() {
		bothHeldAndClosed();
		long batch = this.batchService.make(REGION, this.agent.id());
		assertThat(broken("insert into indemnity_batch_line select line_id, batch_id, amount_cents "
				+ "from indemnity_batch_line limit 1"))
			.isEqualTo("indemnity_batch_line_once");
		assertThat(broken("update indemnity_batch_line set amount_cents = 1")).isEqualTo("indemnity_batch_line_stays");
		assertThat(broken("delete from indemnity_batch_line")).isEqualTo("indemnity_batch_line_stays");
		assertThat(broken("update indemnity_batch set total_cents = 1")).isEqualTo("indemnity_batch_stays");
		assertThat(broken("""
				insert into indemnity_batch (region, number, made_at, made_by, lines, half_days, total_cents, csv, xlsx)
				select region, 2, made_at, made_by, 2, 2, 20000, csv, xlsx from indemnity_batch"""))
			.isEqualTo("indemnity_batch_adds_up");
		this.corrections.correct(of(this.aline, JANUARY).lines().getFirst().id(), -4_000, "Erreur", this.agent.id());
		var add = "insert into indemnity_batch_line select id, %d, amount_cents from indemnity_line where kind = 'CORRECTION'"
			.formatted(batch);
		assertThat(broken(add)).isEqualTo("indemnity_batch_line_closed");
		this.jdbc.sql("update indemnity_statement set ready_at = '2027-03-01' where month = '2027-02-01'").update();
		this.jdbc
			.sql("update indemnity_statement set closed_at = '2027-03-20', closed_by = ? where month = '2027-02-01'")
			.param(this.agent.id())
			.update();
		assertThat(broken(add)).as("a batch that has left").isEqualTo("indemnity_batch_adds_up");
		assertThat(LocalDate.now(this.clock)).isEqualTo(LocalDate.of(2027, 2, 2));
	}

}
