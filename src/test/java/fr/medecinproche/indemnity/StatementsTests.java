package fr.medecinproche.indemnity;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Objects;

import fr.medecinproche.account.Account;
import fr.medecinproche.indemnity.Dispute.Outcome;
import fr.medecinproche.indemnity.DisputeService.Complaint;
import fr.medecinproche.indemnity.IndemnityRefusedException.Reason;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Race;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import fr.medecinproche.volunteer.Volunteer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static fr.medecinproche.testing.Scenario.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ApplicationTest
class StatementsTests {

	private static final YearMonth JANUARY = YearMonth.of(2027, 1);

	private static final YearMonth FEBRUARY = YearMonth.of(2027, 2);

	private static final LocalDateTime AFTER = LocalDateTime.of(2027, 2, 2, 9, 0);

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
	CorrectionService corrections;

	@Autowired
	Scenario scenario;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TestClock.SettableClock clock;

	@Autowired
	CleanDatabase database;

	private Volunteer doctor;

	private Account agent;

	private HalfDaySlot morning;

	private HalfDaySlot nextDay;

	@BeforeEach
	void twoMorningsOfJanuaryThatAreOver() {
		this.database.clean();
		this.agent = this.scenario.agent();
		this.doctor = this.scenario.volunteer("Aline", "Roux");
		var site = this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC);
		this.morning = this.scenario.taken(this.doctor, site, HalfDay.morningOf(TUESDAY));
		this.nextDay = this.scenario.taken(this.doctor, site, HalfDay.morningOf(TUESDAY.plusDays(1)));
		this.clock.set(AFTER);
	}

	private Statement january() {
		return this.statements.of(this.doctor.getId(), JANUARY);
	}

	private long id() {
		return Objects.requireNonNull(january().id());
	}

	private void bothHeld() {
		this.ledger.enter(this.morning.getId(), this.agent.id());
		this.ledger.enter(this.nextDay.getId(), this.agent.id());
		this.rounds.makeSomeReady();
	}

	private void confirm() {
		this.service.confirm(this.doctor.getId(), JANUARY, january().mark());
	}

	private void dispute(LocalDate day, Dispute.Reason reason) {
		this.disputes.raise(this.doctor.getId(), JANUARY, new Complaint(HalfDay.morningOf(day), reason, "Bonjour"),
				this.doctor.getAccount().id());
	}

	private void answer(Outcome outcome) {
		this.disputes.answer(january().disputes().getLast().id(), outcome, "Voyez avec le lieu.", this.agent.id());
	}

	private long letters(String key) {
		return this.jdbc.sql("select count(*) from outbox_message where dedup_key like ?")
			.param("indemnity:%:" + key)
			.query(Long.class)
			.single();
	}

	private static void assertRefused(Reason reason, ThrowingCallable act) {
		assertThatExceptionOfType(IndemnityRefusedException.class).isThrownBy(act)
			.extracting(IndemnityRefusedException::reason)
			.isEqualTo(reason);
	}

	@Test
	void a_doctor_is_asked_once_when_the_month_is_over_and_every_half_day_is_decided() {
		this.ledger.enter(this.morning.getId(), this.agent.id());
		this.rounds.makeSomeReady();
		assertThat(january().status()).isEqualTo(StatementStatus.PREPARING);
		assertRefused(Reason.NOT_READY, this::confirm);
		this.ledger.notHeld(this.nextDay.getId(), this.agent.id());
		this.rounds.makeSomeReady();
		this.rounds.makeSomeReady();
		assertThat(january().status()).isEqualTo(StatementStatus.READY);
		assertThat(letters("ready")).isOne();
		assertThat(this.jdbc.sql("select body_text from outbox_message where dedup_key like 'indemnity:%'")
			.query(String.class)
			.single()).contains("Vous avez tenu une demi-journée");
	}

	@Test
	void is_not_asked_before_the_month_is_over() {
		this.clock.set(LocalDateTime.of(2027, 1, 31, 23, 59));
		bothHeld();
		assertThat(january().status()).isEqualTo(StatementStatus.PREPARING);
	}

	@Test
	void is_asked_as_things_stand_ten_days_after_a_month_nobody_said_anything_about() {
		this.clock.set(LocalDateTime.of(2027, 2, 10, 23, 0));
		this.rounds.makeSomeReady();
		assertThat(january().status()).isEqualTo(StatementStatus.PREPARING);
		this.clock.set(LocalDateTime.of(2027, 2, 11, 0, 1));
		this.rounds.makeSomeReady();
		assertThat(january().status()).isEqualTo(StatementStatus.READY);
		assertThat(january().isEmpty()).isTrue();
	}

	@Test
	void asks_once_whichever_node_makes_the_round() throws InterruptedException {
		this.ledger.enter(this.morning.getId(), this.agent.id());
		this.ledger.enter(this.nextDay.getId(), this.agent.id());
		var outcomes = Race.of(6, (n) -> this.rounds.makeSomeReady());
		assertThat(Race.won(outcomes)).isEqualTo(6);
		assertThat(letters("ready")).isOne();
	}

	@Test
	void is_confirmed_as_it_was_shown_and_twice_is_once() {
		bothHeld();
		var seen = january().mark();
		this.ledger.notHeld(this.nextDay.getId(), this.agent.id());
		assertRefused(Reason.CHANGED_MEANWHILE, () -> this.service.confirm(this.doctor.getId(), JANUARY, seen));
		confirm();
		var first = january().confirmedAt();
		this.clock.set(AFTER.plusHours(1));
		confirm();
		assertThat(january().confirmedAt()).isEqualTo(first);
		assertThat(january().status()).isEqualTo(StatementStatus.CONFIRMED);
	}

	@Test
	void is_to_be_confirmed_anew_when_a_line_comes_after() {
		this.ledger.enter(this.morning.getId(), this.agent.id());
		this.ledger.notHeld(this.nextDay.getId(), this.agent.id());
		this.rounds.makeSomeReady();
		confirm();
		this.ledger.enter(this.nextDay.getId(), this.agent.id());
		assertThat(january().status()).isEqualTo(StatementStatus.READY);
		assertThat(january().totalCents()).isEqualTo(20_000);
	}

	@Test
	void gives_the_doctor_as_long_again_to_look_when_a_line_comes_late() {
		this.ledger.enter(this.morning.getId(), this.agent.id());
		this.ledger.notHeld(this.nextDay.getId(), this.agent.id());
		this.rounds.makeSomeReady();
		confirm();
		this.clock.set(AFTER.plusDays(20));
		this.ledger.notHeld(this.morning.getId(), this.agent.id());
		assertRefused(Reason.NOT_CONFIRMED, () -> this.service.close(id(), this.agent.id()));
		this.clock.set(AFTER.plusDays(35));
		this.service.close(id(), this.agent.id());
	}

	@Test
	void is_closed_once_confirmed_or_after_a_fortnight_of_silence() {
		bothHeld();
		assertRefused(Reason.NOT_CONFIRMED, () -> this.service.close(id(), this.agent.id()));
		this.clock.set(AFTER.plusDays(15));
		assertThat(this.service.closable(null, JANUARY)).containsExactly(id());
		this.service.close(id(), this.agent.id());
		assertThat(january().status()).isEqualTo(StatementStatus.CLOSED);
		assertRefused(Reason.STATEMENT_CLOSED, () -> this.service.close(id(), this.agent.id()));
		assertRefused(Reason.STATEMENT_CLOSED, this::confirm);
		assertThat(letters("closed")).isOne();
	}

	@Test
	void holds_when_it_is_closed_while_lines_come_and_the_doctor_confirms() throws InterruptedException {
		this.ledger.enter(this.morning.getId(), this.agent.id());
		this.ledger.notHeld(this.nextDay.getId(), this.agent.id());
		this.rounds.makeSomeReady();
		confirm();
		var seen = january().mark();
		long id = id();
		Race.of(9, (n) -> {
			switch (n % 3) {
				case 0 -> this.service.close(id, this.agent.id());
				case 1 -> this.ledger.enter(this.nextDay.getId(), this.agent.id());
				default -> this.service.confirm(this.doctor.getId(), JANUARY, seen);
			}
			return n;
		});
		var total = this.ledger.total(this.doctor.getId(), JANUARY) + this.ledger.total(this.doctor.getId(), FEBRUARY);
		assertThat(total).as("each half-day is owed once, in one month or the other").isEqualTo(20_000);
		var agreed = this.jdbc.sql("select confirmed_cents from indemnity_statement where closed_at is not null")
			.query(Long.class)
			.list();
		assertThat(agreed).allMatch((cents) -> cents == january().totalCents());
	}

	@Test
	void is_neither_confirmed_nor_closed_while_something_is_disputed() {
		bothHeld();
		dispute(TUESDAY, Dispute.Reason.NOT_HELD);
		assertThat(january().status()).isEqualTo(StatementStatus.DISPUTED);
		assertRefused(Reason.ALREADY_DISPUTED, () -> dispute(TUESDAY, Dispute.Reason.AMOUNT));
		assertRefused(Reason.DISPUTE_OPEN, this::confirm);
		assertRefused(Reason.DISPUTE_OPEN, () -> this.service.close(id(), this.agent.id()));
		assertThatThrownBy(() -> this.jdbc.sql("update indemnity_statement set closed_at = ready_at, closed_by = ?")
			.param(this.agent.id())
			.update()).hasMessageContaining("open dispute");
		answer(Outcome.MAINTAINED);
		assertThat(letters("answer:%")).isOne();
		assertRefused(Reason.ALREADY_ANSWERED, () -> answer(Outcome.CORRECTED));
		assertThatThrownBy(() -> this.jdbc.sql("update indemnity_dispute set outcome = 'CORRECTED'").update())
			.hasMessageContaining("answered");
		confirm();
		this.service.close(id(), this.agent.id());
		assertRefused(Reason.STATEMENT_CLOSED, () -> dispute(TUESDAY, Dispute.Reason.AMOUNT));
	}

	@Test
	void is_set_right_when_the_agency_agrees() {
		this.ledger.enter(this.morning.getId(), this.agent.id());
		this.ledger.notHeld(this.nextDay.getId(), this.agent.id());
		this.rounds.makeSomeReady();
		dispute(TUESDAY, Dispute.Reason.NOT_HELD);
		answer(Outcome.CORRECTED);
		assertThat(january().isEmpty()).isTrue();
		dispute(TUESDAY.plusDays(1), Dispute.Reason.MISSING);
		answer(Outcome.CORRECTED);
		assertThat(january().lines()).singleElement().extracting(StatementLine::day).isEqualTo(TUESDAY.plusDays(1));
		this.jdbc.sql("update indemnity_line set amount_cents = 5000").update();
		dispute(TUESDAY.plusDays(1), Dispute.Reason.AMOUNT);
		answer(Outcome.CORRECTED);
		assertThat(january().totalCents()).isEqualTo(10_000);
	}

	@Test
	void is_disputed_only_for_what_is_in_it_or_missing_in_it() {
		bothHeld();
		assertRefused(Reason.NOT_MISSING, () -> dispute(TUESDAY, Dispute.Reason.MISSING));
		assertRefused(Reason.NOT_IN_STATEMENT, () -> dispute(TUESDAY.plusDays(2), Dispute.Reason.NOT_HELD));
		assertRefused(Reason.NOT_IN_STATEMENT, () -> dispute(TUESDAY.plusMonths(1), Dispute.Reason.MISSING));
		dispute(TUESDAY.plusDays(2), Dispute.Reason.MISSING);
		assertRefused(Reason.NO_SUCH_HALF_DAY, () -> answer(Outcome.CORRECTED));
		answer(Outcome.MAINTAINED);
	}

	@Test
	void is_corrected_once_closed_by_a_line_of_the_present_month_with_its_reference() {
		bothHeld();
		confirm();
		var line = january().lines().getFirst().id();
		assertRefused(Reason.NOT_CLOSED, () -> this.corrections.correct(line, -10_000, "Erreur", this.agent.id()));
		this.service.close(id(), this.agent.id());
		assertThat(this.corrections.correct(line, -10_000, "Erreur de jour", this.agent.id())).isEqualTo(FEBRUARY);
		assertRefused(Reason.WRONG_AMOUNT, () -> this.corrections.correct(line, -1, "Encore", this.agent.id()));
		assertRefused(Reason.WRONG_AMOUNT, () -> this.corrections.correct(line, 0, "Rien", this.agent.id()));
		assertThat(january().totalCents()).isEqualTo(20_000);
		assertThat(this.statements.of(this.doctor.getId(), FEBRUARY).lines()).singleElement()
			.satisfies((correction) -> {
				assertThat(correction.isEntry()).isFalse();
				assertThat(correction.amountCents()).isEqualTo(-10_000);
				assertThat(correction.reason()).isEqualTo("Erreur de jour");
			});
	}

	@Test
	void takes_back_no_more_than_was_given_whoever_corrects_at_the_same_moment() throws InterruptedException {
		bothHeld();
		confirm();
		this.service.close(id(), this.agent.id());
		var line = january().lines().getFirst().id();
		var outcomes = Race.of(6, (n) -> this.corrections.correct(line, -6_000, "Erreur", this.agent.id()));
		assertThat(Race.won(outcomes)).isOne();
		assertThat(this.ledger.total(this.doctor.getId(), FEBRUARY)).isEqualTo(-6_000);
	}

	@Test
	void refuses_to_plain_sql_corrections_without_reference_or_out_of_place() {
		bothHeld();
		confirm();
		this.service.close(id(), this.agent.id());
		this.corrections.correct(january().lines().getFirst().id(), -4_000, "Erreur", this.agent.id());
		var attacks = new String[][] {
				{ "update indemnity_line set corrects_id = null where kind = 'CORRECTION'", "cannot be corrected" },
				{ "update indemnity_line set reason = null where kind = 'CORRECTION'", "indemnity_line_correction" },
				{ "update indemnity_line set amount_cents = -20000 where kind = 'CORRECTION'", "less than nothing" },
				{ "update indemnity_line set day = day + 1 where kind = 'CORRECTION'", "cannot be corrected" },
				{ "update indemnity_line set kind = 'ENTRY', corrects_id = null, reason = null, amount_cents = 1 "
						+ "where kind = 'CORRECTION'", "paid_once" },
				{ "update indemnity_statement set confirmed_at = now() where month = '2027-02-01'",
						"indemnity_statement_confirmed" } };
		for (var attack : attacks) {
			assertThatThrownBy(() -> this.jdbc.sql(attack[0]).update()).as(attack[0]).hasMessageContaining(attack[1]);
		}
	}

	@Test
	void refuses_to_plain_sql_to_close_what_the_doctor_did_not_agree_to() {
		bothHeld();
		confirm();
		this.jdbc.sql("update indemnity_statement set confirmed_cents = 1").update();
		assertThatThrownBy(() -> this.jdbc.sql("update indemnity_statement set closed_at = ready_at, closed_by = ?")
			.param(this.agent.id())
			.update()).hasMessageContaining("not what the doctor confirmed");
	}

}
