package fr.medecinproche.account;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import fr.medecinproche.account.AccountRefusedException.Reason;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.TestClock.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ApplicationTest
@RecordApplicationEvents
class AccountServiceTests {

	private static final EmailAddress ALINE = new EmailAddress("aline.roux@example.org");

	private static final String PASSWORD = "girafe violon nuage";

	@Autowired
	AccountService service;

	@Autowired
	AccountLinks links;

	@Autowired
	Accounts accounts;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	SettableClock clock;

	@Autowired
	CleanDatabase database;

	@Autowired
	ApplicationEvents events;

	@BeforeEach
	void clean() {
		this.database.clean();
	}

	@Test
	void registering_sends_a_link_that_confirms_the_address_once() {
		var account = register();
		assertThat(account.isEmailConfirmed()).isFalse();
		var sent = this.events.stream(EmailConfirmationRequested.class).toList();
		assertThat(sent).singleElement().satisfies((message) -> {
			assertThat(message.email()).isEqualTo(ALINE.value());
			assertThat(message.locale()).isEqualTo(Locale.FRENCH);
		});
		var secret = sent.getFirst().secret();
		assertThat(this.service.confirmEmail(secret).isEmailConfirmed()).isTrue();
		refuses(Reason.LINK_DEAD, () -> this.service.confirmEmail(secret));
	}

	@Test
	void neither_the_secret_nor_the_password_is_in_the_database() {
		register();
		var secret = this.events.stream(EmailConfirmationRequested.class).toList().getFirst().secret();
		assertThat(secret).hasSize(24);
		var rows = this.jdbc.sql("select row_to_json(l)::text || row_to_json(a)::text from account_link l, account a")
			.query(String.class)
			.single();
		assertThat(rows).doesNotContain(secret).doesNotContain(PASSWORD).contains(Secret.of(secret).hash());
	}

	@Test
	void a_link_does_one_thing_only() {
		var secret = this.links.create(register(), LinkPurpose.CONFIRM_EMAIL);
		assertThat(this.links.redeem(secret, LinkPurpose.RESET_PASSWORD)).isEmpty();
		assertThat(this.links.find(secret, LinkPurpose.RESET_PASSWORD)).isEmpty();
		assertThat(this.links.redeem(secret, LinkPurpose.CONFIRM_EMAIL)).isPresent();
	}

	@Test
	void a_link_works_until_its_last_second() {
		var account = register();
		var start = this.clock.instant().atZone(this.clock.getZone()).toLocalDateTime();
		for (var purpose : LinkPurpose.values()) {
			this.clock.reset();
			var secret = this.links.create(account, purpose);
			this.clock.set(start.plus(purpose.lifetime()));
			assertThat(this.links.find(secret, purpose)).isEmpty();
			assertThat(this.links.redeem(secret, purpose)).isEmpty();
			this.clock.set(start.plus(purpose.lifetime()).minus(Duration.ofSeconds(1)));
			assertThat(this.links.redeem(secret, purpose)).isPresent();
		}
	}

	@Test
	void a_link_used_in_sixteen_tabs_works_in_one() throws Exception {
		var secret = this.links.create(register(), LinkPurpose.RESET_PASSWORD);
		try (var tabs = Executors.newFixedThreadPool(16)) {
			var answers = tabs.invokeAll(IntStream.range(0, 16)
				.mapToObj((tab) -> (Callable<Boolean>) () -> this.links.redeem(secret, LinkPurpose.RESET_PASSWORD)
					.isPresent())
				.toList());
			var worked = answers.stream().filter((answer) -> answer.resultNow()).collect(Collectors.counting());
			assertThat(worked).isEqualTo(1);
		}
	}

	@Test
	void using_a_link_ends_the_others_of_its_purpose() {
		var account = register();
		var first = this.links.create(account, LinkPurpose.RESET_PASSWORD);
		var second = this.links.create(account, LinkPurpose.RESET_PASSWORD);
		assertThat(this.links.redeem(second, LinkPurpose.RESET_PASSWORD)).isPresent();
		assertThat(this.links.redeem(first, LinkPurpose.RESET_PASSWORD)).isEmpty();
	}

	@Test
	void an_address_belongs_to_one_account_whatever_its_capitals() {
		register();
		refuses(Reason.EMAIL_TAKEN, () -> this.service.register(new EmailAddress("ALINE.ROUX@example.org"), PASSWORD,
				Role.VOLUNTEER, "Somebody Else", Locale.FRENCH));
		assertThat(this.accounts.findByEmail(new EmailAddress("Aline.Roux@Example.org"))).isPresent();
	}

	@Test
	void plain_sql_cannot_give_an_address_to_a_second_account() {
		register();
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> this.jdbc.sql("""
				insert into account (email, password_hash, role, display_name, created_at)
				values ('ALINE.ROUX@EXAMPLE.ORG', 'x', 'ADMIN', 'x', now())""").update());
	}

	@Test
	void who_registers_twice_is_told_by_mail_only() {
		var account = register();
		this.service.remind(ALINE);
		assertThat(this.events.stream(EmailConfirmationRequested.class)).hasSize(2);
		this.service.confirmEmail(this.links.create(account, LinkPurpose.CONFIRM_EMAIL));
		this.service.remind(ALINE);
		this.service.remind(new EmailAddress("nobody@example.org"));
		assertThat(this.events.stream(RegistrationRepeated.class)).hasSize(1);
	}

	@Test
	void a_weak_password_opens_no_account() {
		refuses(Reason.WEAK_PASSWORD,
				() -> this.service.register(ALINE, "docteur aline roux", Role.VOLUNTEER, "Aline Roux", Locale.FRENCH));
		assertThat(this.accounts.count()).isZero();
	}

	@Test
	void a_weak_new_password_leaves_the_link_usable() {
		var secret = this.links.create(register(), LinkPurpose.RESET_PASSWORD);
		refuses(Reason.WEAK_PASSWORD, () -> this.service.resetPassword(secret, "court"));
		this.service.resetPassword(secret, "tortue cymbale orage");
	}

	@Test
	void nobody_s_mailbox_is_flooded() {
		register();
		for (int i = 0; i < 20; i++) {
			this.service.forgetPassword(ALINE);
			this.service.confirmAgain(ALINE);
		}
		this.service.forgetPassword(new EmailAddress("nobody@example.org"));
		assertThat(this.events.stream(PasswordResetRequested.class)).hasSize(5);
		assertThat(this.events.stream(EmailConfirmationRequested.class)).hasSize(5);
	}

	private Account register() {
		return this.service.register(ALINE, PASSWORD, Role.VOLUNTEER, "Aline Roux", Locale.FRENCH);
	}

	private static void refuses(Reason reason, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
		assertThatExceptionOfType(AccountRefusedException.class).isThrownBy(act)
			.satisfies((refusal) -> assertThat(refusal.reason()).isEqualTo(reason));
	}

}
