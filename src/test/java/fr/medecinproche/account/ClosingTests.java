package fr.medecinproche.account;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import fr.medecinproche.account.AccountRefusedException.Reason;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.schedule.SchedulingService;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.HttpVisitor;
import fr.medecinproche.testing.Race;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock.SettableClock;
import fr.medecinproche.volunteer.FileAuthor;
import fr.medecinproche.volunteer.FileMove;
import fr.medecinproche.volunteer.FileRefusedException;
import fr.medecinproche.volunteer.FileStatus;
import fr.medecinproche.volunteer.Volunteer;
import fr.medecinproche.volunteer.VolunteerService;
import fr.medecinproche.volunteer.Volunteers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static fr.medecinproche.testing.PageAssertions.page;
import static fr.medecinproche.testing.Scenario.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ApplicationTest
class ClosingTests {

	private static final String CLOSING = "/compte/fermeture";

	private static final String EMAIL = "philomene.casteran@essai.example";

	@Autowired
	ClosingService service;

	@Autowired
	SchedulingService scheduling;

	@Autowired
	AccountService accountService;

	@Autowired
	SignInJournal journal;

	@Autowired
	Accounts accounts;

	@Autowired
	Volunteers volunteers;

	@Autowired
	VolunteerService files;

	@Autowired
	Scenario scenario;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	SettableClock clock;

	@Autowired
	CleanDatabase database;

	@LocalServerPort
	int port;

	@BeforeEach
	void clean() {
		this.database.clean();
	}

	@Test
	void whoever_closes_their_account_is_asked_for_the_password_and_gone_at_once() {
		this.scenario.volunteer("Philomène", "Castéran");
		var account = this.accounts.findByEmail(new EmailAddress("philomène.castéran@essai.example")).orElseThrow();
		var visitor = signedIn(account.email().value());
		page(visitor.open(CLOSING).body()).isSound().says("Ce qui est effacé tout de suite", "Ce qui est gardé");
		page(visitor.submit(CLOSING, "current", "").body()).isSound().says("Écrivez votre mot de passe actuel");
		page(visitor.submit(CLOSING, "current", "wrong").body()).isSound()
			.says("Ce n’est pas votre mot de passe actuel");
		var answer = visitor.submit(CLOSING, "current", Scenario.PASSWORD);
		assertThat(answer.uri()).hasPath("/compte/connexion");
		page(answer.body()).isSound().says("Votre compte est fermé").doesNotSay("Se déconnecter");
		assertThat(visitor.open("/medecin").uri()).hasPath("/compte/connexion");
		page(signIn(new HttpVisitor(this.port), account.email().value())).says("L’adresse ou le mot de passe");
		page(signIn(new HttpVisitor(this.port), closed(account.id()).email().value()))
			.says("L’adresse ou le mot de passe");
	}

	@Test
	void a_doctor_who_never_came_leaves_no_trace_but_in_the_last_message() {
		var volunteer = this.scenario.candidate("Philomene", "Casteran");
		var rpps = volunteer.getRpps();
		this.journal.write(volunteer.getAccount().id(), SignIn.Means.PASSWORD, true, new Caller("203.0.113.9", null));
		this.jdbc.sql("delete from outbox_message").update();
		assertThat(everything()).contains("Philomene", "Casteran", EMAIL, rpps.digits());
		this.service.close(volunteer.getAccount().id());
		assertThat(this.jdbc.sql("select recipient from outbox_message").query(String.class).list()).contains(EMAIL);
		this.jdbc.sql("delete from outbox_message").update();
		assertThat(everything()).doesNotContainIgnoringCase("philomene", "casteran", EMAIL, rpps.digits(), "203.0.113");
		assertThat(this.volunteers.findById(volunteer.getId()).orElseThrow().getFileStatus())
			.isEqualTo(FileStatus.WITHDRAWN);
	}

	@Test
	void what_a_doctor_answered_to_join_is_forgotten_and_nobody_reopens_the_file() {
		var volunteer = this.scenario.candidate("Philomene", "Casteran");
		this.jdbc.sql("""
				insert into volunteer_application (volunteer_id, cdom, specialty, fragile_zone, insurer_informed, zones,
				weekdays, start) values (?, '32', 'Gériatrie', false, true, '{}', '{}', 'AT_ONCE')""")
			.param(volunteer.getId())
			.update();
		this.service.close(volunteer.getAccount().id());
		assertThat(this.jdbc.sql("select count(*) from volunteer_application").query(Long.class).single()).isZero();
		var agent = FileAuthor.agent(this.scenario.agent().id());
		var reopened = new FileMove(FileStatus.SUBMITTED, LocalDate.of(2027, 1, 4), null);
		assertThatExceptionOfType(FileRefusedException.class)
			.isThrownBy(() -> this.files.moveOn(volunteer.getId(), 2, List.of(reopened), agent))
			.extracting(FileRefusedException::reason)
			.isEqualTo(FileRefusedException.Reason.ACCOUNT_CLOSED);
	}

	@Test
	void a_doctor_who_came_keeps_the_name_on_what_is_owed() {
		var volunteer = this.scenario.volunteer("Philomene", "Casteran");
		morning(volunteer);
		this.clock.set(LocalDateTime.of(2027, 1, 13, 8, 0));
		this.service.close(volunteer.getAccount().id());
		var kept = this.volunteers.findById(volunteer.getId()).orElseThrow();
		assertThat(kept.getTitle()).isEqualTo("Dr Philomene Casteran");
		assertThat(kept.getRpps()).isEqualTo(volunteer.getRpps());
		assertThat(kept.getMobile()).isNotEqualTo(volunteer.getMobile());
		assertThat(kept.getFileStatus()).isEqualTo(FileStatus.WITHDRAWN);
		assertThat(closed(volunteer.getAccount().id()).displayName()).doesNotContain("Casteran");
	}

	@Test
	void a_doctor_who_is_expected_somewhere_gives_that_back_first() {
		var volunteer = this.scenario.volunteer("Philomene", "Casteran");
		var morning = morning(volunteer);
		var visitor = signedIn(EMAIL);
		page(visitor.open(CLOSING).body()).isSound()
			.says("Réglez d’abord ceci", "Vous avez une demi-journée à venir")
			.has("main a[href='/medecin/agenda']")
			.hasNo("#current");
		assertThatExceptionOfType(ClosingObstructedException.class)
			.isThrownBy(() -> this.service.close(volunteer.getAccount().id()));
		assertThat(this.volunteers.findById(volunteer.getId()).orElseThrow().isActive()).isTrue();
		this.scheduling.giveBack(volunteer.getId(), morning.getId());
		page(visitor.open(CLOSING).body()).isSound().has("#current");
		this.service.close(volunteer.getAccount().id());
	}

	@Test
	void a_half_day_taken_while_the_account_closes_has_a_doctor_or_is_not_taken() throws Exception {
		var site = this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC);
		for (int round = 0; round < 5; round++) {
			var volunteer = this.scenario.volunteer("Philomene", "Round" + round);
			var slot = this.scenario.halfDay(site, HalfDay.morningOf(TUESDAY.plusDays(round)));
			Race.of(2, (number) -> {
				if (number == 0) {
					this.service.close(volunteer.getAccount().id());
				}
				else {
					this.scheduling.take(volunteer.getId(), List.of(slot.getId()));
				}
				return number;
			});
			boolean gone = this.accounts.findById(volunteer.getAccount().id()).orElseThrow().isClosed();
			boolean expected = this.jdbc.sql("select volunteer_id is not null from half_day_slot where id = ?")
				.param(slot.getId())
				.query(Boolean.class)
				.single();
			assertThat(gone && expected).as("round %d", round).isFalse();
			assertThat(gone || expected).as("round %d", round).isTrue();
		}
	}

	@Test
	void the_address_may_open_another_account() {
		var host = this.scenario.account(EMAIL, Role.HOST);
		this.service.close(host.id());
		var again = this.accountService.register(new EmailAddress(EMAIL), "tortue cymbale orage", Role.HOST, "Accueil",
				Locale.FRENCH);
		assertThat(again.id()).isNotEqualTo(host.id());
	}

	@Test
	void a_host_who_leaves_receives_nobody_any_more() {
		var site = this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC);
		this.service.close(this.scenario.hostOf(site).id());
		assertThat(this.jdbc.sql("select count(*) from site_host").query(Long.class).single()).isZero();
	}

	@Test
	void the_last_administrator_stays_even_when_both_leave_at_once() throws Exception {
		var admins = List.of(this.scenario.account("a@essai.example", Role.ADMIN).id(),
				this.scenario.account("b@essai.example", Role.ADMIN).id());
		var outcomes = Race.of(2, (number) -> {
			this.service.close(admins.get(number));
			return number;
		});
		assertThat(Race.won(outcomes)).isOne();
		assertThat(Race.losses(outcomes)).singleElement()
			.isInstanceOfSatisfying(AccountRefusedException.class,
					(refusal) -> assertThat(refusal.reason()).isEqualTo(Reason.LAST_ADMIN));
	}

	@Test
	void a_closed_account_does_nothing_more() {
		var host = this.scenario.account(EMAIL, Role.HOST);
		this.service.close(host.id());
		this.accountService.forgetPassword(closed(host.id()).email());
		assertThat(this.jdbc.sql("select count(*) from account_link").query(Long.class).single()).isZero();
		assertThat(this.accounts.findByEmail(closed(host.id()).email())).isEmpty();
	}

	private Account closed(long accountId) {
		var account = this.accounts.findById(accountId).orElseThrow();
		assertThat(account.isClosed()).isTrue();
		return account;
	}

	private HalfDaySlot morning(Volunteer volunteer) {
		return this.scenario.taken(volunteer, this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC),
				HalfDay.morningOf(TUESDAY));
	}

	private HttpVisitor signedIn(String email) {
		var visitor = new HttpVisitor(this.port);
		signIn(visitor, email);
		return visitor;
	}

	private static String signIn(HttpVisitor visitor, String email) {
		visitor.open("/compte/connexion");
		return visitor.submit("/compte/connexion", "email", email, "password", Scenario.PASSWORD).body();
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

}
