package fr.medecinproche.indemnity;

import java.time.YearMonth;

import fr.medecinproche.account.Account;
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
class IndemnityLedgerTests {

	private static final YearMonth JANUARY = YearMonth.of(2027, 1);

	@Autowired
	IndemnityLedger ledger;

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
	void changes_nothing_in_a_closed_month() {
		this.ledger.enter(this.morning.getId(), this.agent.id());
		this.ledger.close(this.doctor.getId(), JANUARY);
		assertRefused(Reason.STATEMENT_CLOSED, () -> this.ledger.enter(this.morning.getId(), this.agent.id()));
		assertRefused(Reason.STATEMENT_CLOSED, () -> this.ledger.close(this.doctor.getId(), JANUARY));
	}

	@Test
	void refuses_to_plain_sql_a_second_payment_and_any_change_of_a_closed_month() {
		this.ledger.enter(this.morning.getId(), this.agent.id());
		assertThatThrownBy(() -> this.jdbc.sql("""
				insert into indemnity_line (statement_id, slot_id, volunteer_id, day, period, amount_cents,
				confirmed_by, confirmed_at) select statement_id, slot_id, volunteer_id, day, period, amount_cents,
				confirmed_by, confirmed_at from indemnity_line""").update()).hasMessageContaining("paid_once");
		this.ledger.close(this.doctor.getId(), JANUARY);
		for (var attack : new String[] { "update indemnity_line set amount_cents = 1", "delete from indemnity_line",
				"update indemnity_statement set closed_at = null", "delete from indemnity_statement" }) {
			assertThatThrownBy(() -> this.jdbc.sql(attack).update()).as(attack).hasMessageContaining("closed");
		}
	}

}
