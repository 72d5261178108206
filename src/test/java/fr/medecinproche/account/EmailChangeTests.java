package fr.medecinproche.account;

import java.time.Duration;

import fr.medecinproche.account.AccountRefusedException.Reason;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Race;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock.SettableClock;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ApplicationTest
@RecordApplicationEvents
@ExtendWith(OutputCaptureExtension.class)
class EmailChangeTests {

	private static final EmailAddress NEW = new EmailAddress("nouvelle@essai.example");

	@Autowired
	EmailChangeService service;

	@Autowired
	AccountService accountService;

	@Autowired
	AccountForgetting forgetting;

	@Autowired
	ClosingService closing;

	@Autowired
	PasswordEncoder passwords;

	@Autowired
	Accounts accounts;

	@Autowired
	AccountLinks links;

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

	private long aline;

	@BeforeEach
	void anAccount() {
		this.database.clean();
		this.aline = this.scenario.account("aline@essai.example", Role.VOLUNTEER).id();
	}

	@Test
	void nothing_changes_before_the_new_address_says_yes() {
		this.service.request(this.aline, NEW);
		assertThat(email()).isEqualTo("aline@essai.example");
		this.service.confirm(last().confirmSecret());
		assertThat(email()).isEqualTo(NEW.value());
	}

	@Test
	void a_link_confirms_once() {
		this.service.request(this.aline, NEW);
		var secret = last().confirmSecret();
		this.service.confirm(secret);
		refuses(Reason.LINK_DEAD, () -> this.service.confirm(secret));
		assertThat(this.service.toConfirm(secret)).isEmpty();
	}

	@Test
	void the_two_links_do_not_do_each_other_s_work() {
		this.service.request(this.aline, NEW);
		refuses(Reason.LINK_DEAD, () -> this.service.confirm(last().stopSecret()));
		refuses(Reason.LINK_DEAD, () -> this.service.stop(last().confirmSecret()));
	}

	@Test
	void a_link_confirms_for_a_day() {
		this.service.request(this.aline, NEW);
		var start = this.clock.instant().atZone(this.clock.getZone()).toLocalDateTime();
		this.clock.set(start.plusDays(1));
		refuses(Reason.LINK_DEAD, () -> this.service.confirm(last().confirmSecret()));
		this.clock.set(start.plusDays(1).minusSeconds(1));
		this.service.confirm(last().confirmSecret());
	}

	@Test
	void the_old_address_stops_a_change_that_waits() {
		this.service.request(this.aline, NEW);
		this.service.stop(last().stopSecret());
		refuses(Reason.LINK_DEAD, () -> this.service.confirm(last().confirmSecret()));
		assertThat(email()).isEqualTo("aline@essai.example");
		assertThat(this.events.stream(PasswordResetRequested.class)).hasSize(1);
	}

	@Test
	void the_old_address_undoes_all_that_a_thief_has_changed() {
		this.service.request(this.aline, NEW);
		var warning = last().stopSecret();
		this.service.confirm(last().confirmSecret());
		this.service.request(this.aline, new EmailAddress("encore@essai.example"));
		this.service.confirm(last().confirmSecret());
		this.service.request(this.aline, new EmailAddress("toujours@essai.example"));
		this.service.stop(warning);
		assertThat(email()).isEqualTo("aline@essai.example");
		refuses(Reason.LINK_DEAD, () -> this.service.confirm(last().confirmSecret()));
		assertThat(this.events.stream(PasswordResetRequested.class)).singleElement()
			.satisfies((sent) -> assertThat(sent.email()).isEqualTo("aline@essai.example"));
	}

	@Test
	void what_the_thief_knows_or_was_sent_meanwhile_is_worth_nothing_afterwards() {
		this.service.request(this.aline, NEW);
		var warning = last().stopSecret();
		this.service.confirm(last().confirmSecret());
		for (int i = 0; i < 5; i++) {
			this.accountService.forgetPassword(NEW);
		}
		var stolen = this.events.stream(PasswordResetRequested.class).toList().getLast().secret();
		this.service.stop(warning);
		refuses(Reason.LINK_DEAD, () -> this.accountService.resetPassword(stolen, "tortue cymbale orage"));
		assertThat(this.passwords.matches(Scenario.PASSWORD, account().passwordHash())).isFalse();
		var own = this.events.stream(PasswordResetRequested.class).toList().getLast();
		assertThat(own.email()).isEqualTo("aline@essai.example");
		this.accountService.resetPassword(own.secret(), "tortue cymbale orage");
		assertThat(this.passwords.matches("tortue cymbale orage", account().passwordHash())).isTrue();
	}

	@Test
	void a_link_sent_to_the_old_address_does_not_outlive_the_change() {
		this.accountService.forgetPassword(account().email());
		var old = this.events.stream(PasswordResetRequested.class).toList().getLast().secret();
		this.service.request(this.aline, NEW);
		this.service.confirm(last().confirmSecret());
		refuses(Reason.LINK_DEAD, () -> this.accountService.resetPassword(old, "tortue cymbale orage"));
	}

	@Test
	void a_change_given_up_while_it_is_confirmed_can_still_be_undone() throws Exception {
		for (int round = 0; round < 10; round++) {
			var owner = this.scenario.account("round" + round + "@essai.example", Role.VOLUNTEER).id();
			this.service.request(owner, new EmailAddress("nouvelle" + round + "@essai.example"));
			var change = last();
			Race.of(4, (number) -> {
				if (number % 2 == 0) {
					this.service.confirm(change.confirmSecret());
				}
				else {
					this.service.giveUp(owner);
				}
				return number;
			});
			boolean moved = !this.accounts.findById(owner).orElseThrow().email().value().startsWith("round");
			assertThat(this.service.toStop(change.stopSecret()).isPresent()).as("round %d", round).isEqualTo(moved);
		}
	}

	@Test
	void an_account_that_closes_while_its_password_is_reset_stays_closed() throws Exception {
		for (int round = 0; round < 10; round++) {
			var owner = this.scenario.account("round" + round + "@essai.example", Role.HOST);
			var secret = this.links.create(owner, LinkPurpose.RESET_PASSWORD);
			Race.of(2, (number) -> {
				if (number == 0) {
					this.closing.close(owner.id());
				}
				else {
					this.accountService.resetPassword(secret, "tortue cymbale orage");
				}
				return number;
			});
			var closed = this.accounts.findById(owner.id()).orElseThrow();
			assertThat(closed.isClosed()).as("round %d", round).isTrue();
			assertThat(closed.email().value()).endsWith(".invalid");
		}
	}

	@Test
	void an_address_somebody_has_is_asked_for_like_any_other_and_never_taken(CapturedOutput log) {
		this.scenario.account(NEW.value(), Role.HOST);
		this.service.request(this.aline, NEW);
		assertThat(last().newIsFree()).isFalse();
		assertThat(this.service.waiting(this.aline)).isPresent();
		refuses(Reason.EMAIL_TAKEN, () -> this.service.confirm(last().confirmSecret()));
		assertThat(log.getAll()).as("what the database refused").doesNotContain(NEW.value(), "{bcrypt}");
		assertThat(email()).isEqualTo("aline@essai.example");
	}

	@Test
	void of_two_accounts_that_confirm_one_address_at_once_one_gets_it() throws Exception {
		var other = this.scenario.account("bernard@essai.example", Role.VOLUNTEER).id();
		this.service.request(this.aline, NEW);
		var first = last().confirmSecret();
		this.service.request(other, NEW);
		var secrets = new String[] { first, last().confirmSecret() };
		var outcomes = Race.of(2, (number) -> {
			this.service.confirm(secrets[number]);
			return number;
		});
		assertThat(Race.won(outcomes)).isOne();
		assertThat(Race.losses(outcomes)).singleElement()
			.isInstanceOfSatisfying(AccountRefusedException.class,
					(refusal) -> assertThat(refusal.reason()).isEqualTo(Reason.EMAIL_TAKEN));
	}

	@Test
	void a_link_confirmed_in_sixteen_tabs_works_in_one() throws Exception {
		this.service.request(this.aline, NEW);
		var secret = last().confirmSecret();
		assertThat(Race.won(Race.of(16, (number) -> {
			this.service.confirm(secret);
			return number;
		}))).isOne();
	}

	@Test
	void a_second_request_ends_the_link_of_the_first() {
		this.service.request(this.aline, NEW);
		var first = last().confirmSecret();
		this.service.request(this.aline, new EmailAddress("autre@essai.example"));
		refuses(Reason.LINK_DEAD, () -> this.service.confirm(first));
		this.service.confirm(last().confirmSecret());
		assertThat(email()).isEqualTo("autre@essai.example");
	}

	@Test
	void another_password_ends_a_change_that_waits() {
		this.service.request(this.aline, NEW);
		this.accountService.resetPassword(this.links.create(account(), LinkPurpose.RESET_PASSWORD),
				"tortue cymbale orage");
		refuses(Reason.LINK_DEAD, () -> this.service.confirm(last().confirmSecret()));
	}

	@Test
	void the_present_address_is_no_change_and_five_a_day_are_enough() {
		refuses(Reason.SAME_EMAIL, () -> this.service.request(this.aline, new EmailAddress("Aline@essai.example")));
		for (int i = 0; i < 5; i++) {
			this.service.request(this.aline, NEW);
		}
		refuses(Reason.TOO_MANY_CHANGES, () -> this.service.request(this.aline, NEW));
	}

	@Test
	void the_database_keeps_no_secret_and_lets_one_change_wait() {
		this.service.request(this.aline, NEW);
		assertThat(this.jdbc.sql("select row_to_json(c)::text from email_change c").query(String.class).single())
			.doesNotContain(last().confirmSecret(), last().stopSecret());
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> this.jdbc.sql("""
				insert into email_change (account_id, old_email, new_email, confirm_hash, stop_hash, requested_at)
				select account_id, old_email, new_email, 'a', 'b', now() from email_change""").update());
	}

	@Test
	void addresses_are_forgotten_once_nobody_can_stop_the_change() {
		this.service.request(this.aline, NEW);
		this.clock.set(this.clock.instant().atZone(this.clock.getZone()).toLocalDateTime().plus(Duration.ofDays(7)));
		this.forgetting.forgetWhatIsDue();
		assertThat(this.jdbc.sql("select count(*) from email_change").query(Long.class).single()).isOne();
		this.clock.set(this.clock.instant().atZone(this.clock.getZone()).toLocalDateTime().plusSeconds(1));
		this.forgetting.forgetWhatIsDue();
		assertThat(this.jdbc.sql("select count(*) from email_change").query(Long.class).single()).isZero();
	}

	private EmailChangeRequested last() {
		return this.events.stream(EmailChangeRequested.class).toList().getLast();
	}

	private Account account() {
		return this.accounts.findById(this.aline).orElseThrow();
	}

	private String email() {
		return account().email().value();
	}

	private static void refuses(Reason reason, ThrowingCallable act) {
		assertThatExceptionOfType(AccountRefusedException.class).isThrownBy(act)
			.satisfies((refusal) -> assertThat(refusal.reason()).isEqualTo(reason));
	}

}
