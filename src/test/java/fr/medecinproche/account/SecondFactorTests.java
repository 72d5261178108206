package fr.medecinproche.account;

import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Future;

import fr.medecinproche.account.AccountRefusedException.Reason;
import fr.medecinproche.account.SecondFactorService.CodeCheck;
import fr.medecinproche.account.SecondFactorSwitched.Change;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Race;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ApplicationTest
@RecordApplicationEvents
class SecondFactorTests {

	@Autowired
	SecondFactorService service;

	@Autowired
	SecondFactors factors;

	@Autowired
	PhoneSecrets secrets;

	@Autowired
	Scenario scenario;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	SettableClock clock;

	@Autowired
	CleanDatabase database;

	@Autowired
	ApplicationEvents events;

	private Account account;

	private String sealed;

	private List<String> recoveryCodes;

	@BeforeEach
	void somebodyWithAPhone() {
		this.database.clean();
		this.account = this.scenario.account("aline@essai.example", Role.AGENT);
		this.sealed = this.secrets.draw();
		this.recoveryCodes = this.service.turnAppOn(this.account.id(), this.sealed, code(), "session");
	}

	@Test
	void a_code_of_the_phone_is_taken_once() {
		assertThat(check(code())).as("the code that confirmed the phone").isEqualTo(CodeCheck.WRONG);
		later(Duration.ofSeconds(30));
		assertThat(check(code())).isEqualTo(CodeCheck.CODE);
		assertThat(check(code())).isEqualTo(CodeCheck.WRONG);
	}

	@Test
	void of_sixteen_tabs_with_one_code_one_is_let_in() throws Exception {
		later(Duration.ofSeconds(30));
		var code = code();
		var outcomes = Race.of(16, (number) -> check(code));
		assertThat(outcomes.stream().map(Future::resultNow).filter(CodeCheck::isRight)).hasSize(1);
	}

	@Test
	void five_wrong_codes_have_to_wait_a_quarter_of_an_hour_and_the_owner_is_told() {
		later(Duration.ofMinutes(1));
		for (int i = 0; i < 5; i++) {
			assertThat(check("no code")).isEqualTo(CodeCheck.WRONG);
		}
		assertThat(check(code())).isEqualTo(CodeCheck.TOO_MANY);
		assertThat(check(this.recoveryCodes.getFirst())).isEqualTo(CodeCheck.TOO_MANY);
		assertThat(changes()).containsExactly(Change.ON, Change.GUESSED);
		later(Duration.ofMinutes(15));
		assertThat(check(code())).isEqualTo(CodeCheck.CODE);
	}

	@Test
	void ten_recovery_codes_serve_once_each_however_they_are_written() {
		assertThat(this.recoveryCodes).hasSize(10).doesNotHaveDuplicates();
		var code = this.recoveryCodes.get(3);
		assertThat(check(code.toUpperCase(Locale.ROOT).replace("-", " "))).isEqualTo(CodeCheck.RECOVERY_CODE);
		assertThat(check(code)).isEqualTo(CodeCheck.WRONG);
		assertThat(this.service.recoveryCodesLeft(this.account.id())).isEqualTo(9);
	}

	@Test
	void new_recovery_codes_end_the_old_ones() {
		var renewed = this.service.renewRecoveryCodes(this.account.id());
		assertThat(renewed).hasSize(10).doesNotContainAnyElementsOf(this.recoveryCodes);
		assertThat(check(this.recoveryCodes.getFirst())).isEqualTo(CodeCheck.WRONG);
		assertThat(check(renewed.getFirst())).isEqualTo(CodeCheck.RECOVERY_CODE);
	}

	@Test
	void a_recovery_code_of_somebody_else_is_worth_nothing() {
		var other = this.scenario.account("bernard@essai.example", Role.AGENT).id();
		var sealedToo = this.secrets.draw();
		this.service.turnAppOn(other, sealedToo, code(sealedToo), "session");
		assertThat(this.service.check(other, this.recoveryCodes.getFirst())).isEqualTo(CodeCheck.WRONG);
	}

	@Test
	void recovery_codes_are_not_in_the_database() {
		assertThat(this.jdbc.sql("select string_agg(row_to_json(c)::text, '') from recovery_code c")
			.query(String.class)
			.single()).doesNotContain(this.recoveryCodes)
			.doesNotContain(this.recoveryCodes.getFirst().replace("-", ""));
	}

	@Test
	void a_second_phone_in_another_tab_is_refused() {
		var other = this.secrets.draw();
		refuses(Reason.SECOND_FACTOR_ON,
				() -> this.service.turnAppOn(this.account.id(), other, code(other), "session"));
		refuses(Reason.SECOND_FACTOR_ON, () -> this.service.turnEmailOn(this.account.id(), "session"));
	}

	@Test
	void a_phone_that_shows_another_code_is_not_taken() {
		var other = this.scenario.account("bernard@essai.example", Role.AGENT).id();
		refuses(Reason.WRONG_CODE, () -> this.service.turnAppOn(other, this.secrets.draw(), code(), "session"));
		assertThat(this.service.of(other)).isEmpty();
	}

	@Test
	void off_is_off_and_said_once() {
		this.service.turnOff(this.account.id());
		assertThat(check(code())).isEqualTo(CodeCheck.OFF);
		assertThat(this.service.recoveryCodesLeft(this.account.id())).isZero();
		refuses(Reason.SECOND_FACTOR_OFF, () -> this.service.turnOff(this.account.id()));
		refuses(Reason.SECOND_FACTOR_OFF, () -> this.service.renewRecoveryCodes(this.account.id()));
		assertThat(changes()).containsExactly(Change.ON, Change.OFF);
	}

	@Test
	void a_role_that_must_have_one_is_let_in_no_further_without() {
		var admission = new Admission(this.factors,
				new AccountSettings(Set.of(Role.AGENT), "", Duration.ofDays(90), Period.ofYears(10)));
		assertThat(authorities(admission, this.account)).containsExactly("ROLE_AGENT");
		this.service.turnOff(this.account.id());
		assertThat(authorities(admission, this.account)).containsExactly(Admission.SECOND_FACTOR_DUE);
		var doctor = this.scenario.account("bernard@essai.example", Role.VOLUNTEER);
		assertThat(authorities(admission, doctor)).containsExactly("ROLE_VOLUNTEER");
	}

	private static List<String> authorities(Admission admission, Account account) {
		return admission.of(account).getAuthorities().stream().map(GrantedAuthority::getAuthority).toList();
	}

	private CodeCheck check(String typed) {
		return this.service.check(this.account.id(), typed);
	}

	private String code() {
		return code(this.sealed);
	}

	private String code(String secret) {
		return this.secrets.open(secret).orElseThrow().code(this.clock.instant().getEpochSecond() / 30, Totp.DIGITS);
	}

	private void later(Duration duration) {
		this.clock.set(this.clock.instant().plus(duration).atZone(this.clock.getZone()).toLocalDateTime());
	}

	private List<Change> changes() {
		return this.events.stream(SecondFactorSwitched.class).map(SecondFactorSwitched::change).toList();
	}

	private static void refuses(Reason reason, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
		assertThatExceptionOfType(AccountRefusedException.class).isThrownBy(act)
			.satisfies((refusal) -> assertThat(refusal.reason()).isEqualTo(reason));
	}

}
