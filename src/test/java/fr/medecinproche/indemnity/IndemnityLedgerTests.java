package fr.medecinproche.indemnity;

import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;

import fr.medecinproche.account.Account;
import fr.medecinproche.indemnity.IndemnityRefusedException.Reason;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.schedule.SchedulingService;
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
class IndemnityLedgerTests {

	private static final YearMonth JANUARY = YearMonth.of(2027, 1);

	@Autowired
	IndemnityLedger ledger;

	@Autowired
	SchedulingService scheduling;

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

	@BeforeEach
	void aMorningThatWasHeld() {
		this.database.clean();
		this.agent = this.scenario.agent();
		this.doctor = this.scenario.volunteer("Aline", "Roux");
		this.morning = this.scenario.taken(this.doctor,
				this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC), HalfDay.morningOf(TUESDAY));
		this.clock.set(TUESDAY.atTime(13, 0));
	}

	private static void assertRefused(Reason reason, ThrowingCallable act) {
		assertThatExceptionOfType(IndemnityRefusedException.class).isThrownBy(act)
			.extracting(IndemnityRefusedException::reason)
			.isEqualTo(reason);
	}

	@Test
	void owes_a_hundred_euros_for_a_half_day() {
		this.ledger.enter(this.morning.getId(), this.agent.id());
		assertThat(this.ledger.total(this.doctor.getId(), JANUARY)).isEqualTo(10_000);
	}

	@Test
	void enters_a_half_day_once_whoever_confirms_it_at_the_same_moment() throws InterruptedException {
		var outcomes = Race.of(8, (n) -> {
			this.ledger.enter(this.morning.getId(), this.agent.id());
			return n;
		});
		assertThat(Race.won(outcomes)).isEqualTo(1);
		assertThat(Race.losses(outcomes))
			.allSatisfy((loss) -> assertThat(loss).isInstanceOfSatisfying(IndemnityRefusedException.class,
					(refused) -> assertThat(refused.reason()).isEqualTo(Reason.ALREADY_ENTERED)));
		assertThat(this.ledger.total(this.doctor.getId(), JANUARY)).isEqualTo(10_000);
	}

	@Test
	void refuses_a_half_day_that_is_not_over_or_that_nobody_held() {
		this.clock.set(TUESDAY.atTime(12, 0));
		assertRefused(Reason.NOT_HELD, () -> this.ledger.enter(this.morning.getId(), this.agent.id()));
		assertRefused(Reason.NOT_HELD, () -> this.ledger.enter(-1, this.agent.id()));
	}

	@Test
	void refuses_the_word_of_the_doctor_who_is_paid() {
		assertRefused(Reason.OWN_HALF_DAY,
				() -> this.ledger.enter(this.morning.getId(), this.doctor.getAccount().id()));
		assertRefused(Reason.OWN_HALF_DAY,
				() -> this.ledger.notHeld(this.morning.getId(), this.doctor.getAccount().id()));
	}

	@Test
	void owes_nothing_for_a_half_day_that_was_not_held_until_somebody_says_otherwise() {
		this.ledger.notHeld(this.morning.getId(), this.agent.id());
		this.ledger.notHeld(this.morning.getId(), this.agent.id());
		assertThat(this.ledger.total(this.doctor.getId(), JANUARY)).isZero();
		this.ledger.enter(this.morning.getId(), this.agent.id());
		assertThat(this.ledger.total(this.doctor.getId(), JANUARY)).isEqualTo(10_000);
		this.ledger.notHeld(this.morning.getId(), this.agent.id());
		assertThat(this.ledger.total(this.doctor.getId(), JANUARY)).isZero();
	}

	@Test
	void keeps_one_answer_when_the_site_says_yes_and_the_agency_says_no_at_the_same_moment()
			throws InterruptedException {
		var host = this.scenario.hostOf(this.morning.getSite());
		for (int round = 0; round < 5; round++) {
			Race.of(6, (n) -> {
				if (n % 2 == 0) {
					this.ledger.enter(this.morning.getId(), host.id());
				}
				else {
					this.ledger.notHeld(this.morning.getId(), this.agent.id());
				}
				return n;
			});
			boolean held = this.jdbc.sql("select held from half_day_presence").query(Boolean.class).single();
			assertThat(this.ledger.total(this.doctor.getId(), JANUARY)).isEqualTo(held ? 10_000 : 0);
		}
	}

	@Test
	void changes_nothing_in_a_closed_month() {
		this.ledger.enter(this.morning.getId(), this.agent.id());
		close();
		this.clock.set(TUESDAY.plusMonths(1).atTime(9, 0));
		assertRefused(Reason.ALREADY_ENTERED, () -> this.ledger.enter(this.morning.getId(), this.agent.id()));
		assertRefused(Reason.STATEMENT_CLOSED, () -> this.ledger.notHeld(this.morning.getId(), this.agent.id()));
		assertThat(this.ledger.total(this.doctor.getId(), JANUARY)).isEqualTo(10_000);
	}

	@Test
	void enters_a_half_day_confirmed_too_late_in_the_present_month() {
		var afternoon = this.scenario.halfDay(this.morning.getSite(), HalfDay.afternoonOf(TUESDAY));
		this.clock.reset();
		this.scheduling.take(this.doctor.getId(), List.of(afternoon.getId()));
		this.clock.set(TUESDAY.atTime(19, 0));
		this.ledger.enter(this.morning.getId(), this.agent.id());
		close();
		this.clock.set(TUESDAY.plusMonths(1).atTime(9, 0));
		assertThat(this.ledger.enter(afternoon.getId(), this.agent.id())).isEqualTo(JANUARY.plusMonths(1));
		assertThat(this.ledger.total(this.doctor.getId(), JANUARY)).isEqualTo(10_000);
		assertThat(this.ledger.total(this.doctor.getId(), JANUARY.plusMonths(1))).isEqualTo(10_000);
		this.ledger.notHeld(afternoon.getId(), this.agent.id());
		assertThat(this.ledger.total(this.doctor.getId(), JANUARY.plusMonths(1))).isZero();
	}

	@Test
	void refuses_to_plain_sql_a_second_payment_and_any_change_of_a_closed_month() {
		this.ledger.enter(this.morning.getId(), this.agent.id());
		assertThatThrownBy(() -> this.jdbc.sql("""
				insert into indemnity_line (statement_id, slot_id, volunteer_id, day, period, amount_cents,
				confirmed_by, confirmed_at) select statement_id, slot_id, volunteer_id, day, period, amount_cents,
				confirmed_by, confirmed_at from indemnity_line""").update()).hasMessageContaining("paid_once");
		close();
		for (var attack : new String[] { "update indemnity_line set amount_cents = 1", "delete from indemnity_line",
				"update indemnity_statement set closed_at = null", "delete from indemnity_statement" }) {
			assertThatThrownBy(() -> this.jdbc.sql(attack).update()).as(attack).hasMessageContaining("closed");
		}
	}

	@Test
	void refuses_to_plain_sql_what_nobody_may_say_of_a_half_day() {
		var presence = "insert into half_day_presence (slot_id, volunteer_id, held, decided_by, decided_at) "
				+ "select h.id, h.volunteer_id, true, %s, timestamptz '%s' from half_day_slot h join volunteer v "
				+ "on v.id = h.volunteer_id";
		var refusals = new String[][] { { presence.formatted("v.account_id", "2027-01-12 14:00+01"), "by the doctor" },
				{ presence.formatted(this.agent.id(), "2027-01-12 10:00+01"), "not over" } };
		for (var refused : refusals) {
			assertThatThrownBy(() -> this.jdbc.sql(refused[0]).update()).hasMessageContaining(refused[1]);
		}
		this.ledger.enter(this.morning.getId(), this.agent.id());
		assertThatThrownBy(() -> this.jdbc.sql("update half_day_presence set held = false").update())
			.as("a line is owed for a half-day that was held")
			.hasMessageContaining("indemnity_line_held");
		assertThatThrownBy(() -> this.jdbc.sql("update indemnity_line set amount_cents = -10000").update())
			.hasMessageContaining("indemnity_line_amount");
	}

	private void close() {
		this.jdbc.sql("update indemnity_statement set ready_at = ?, closed_at = ?, closed_by = ?")
			.params(OffsetDateTime.now(this.clock), OffsetDateTime.now(this.clock), this.agent.id())
			.update();
	}

}
