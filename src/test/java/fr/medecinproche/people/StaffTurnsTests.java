package fr.medecinproche.people;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import fr.medecinproche.account.Account;
import fr.medecinproche.account.ClosingService;
import fr.medecinproche.account.Role;
import fr.medecinproche.account.SignedIn;
import fr.medecinproche.people.PeopleRefusedException.Reason;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.site.HostPlacement;
import fr.medecinproche.site.SiteHosts;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.BrokenConstraint;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Race;
import fr.medecinproche.testing.Scenario;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

/**
 * What is done at the same moment to those who work here: each waits for the turn of the
 * other, and nobody for ever.
 */
@ApplicationTest
class StaffTurnsTests {

	private static final Post REGULATOR = new Post(Role.REGULATOR, null, null);

	@Autowired
	StaffService service;

	@Autowired
	ClosingService closing;

	@Autowired
	HostPlacement placement;

	@Autowired
	SiteHosts hosts;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	Scenario scenario;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	CleanDatabase database;

	private SignedIn admin;

	private Account gers;

	private ConsultationSite marciac;

	private ConsultationSite plaisance;

	private Account host;

	@BeforeEach
	void anAdministratorAnAgentAndAHostOfTwoSites() {
		this.database.clean();
		this.admin = SignedIn.as(this.scenario.account("admin@essai.example", Role.ADMIN));
		this.gers = this.scenario.agentOf("32");
		this.marciac = this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC);
		this.plaisance = this.scenario.openSite("Maison de santé de Plaisance", Scenario.PLAISANCE);
		this.host = this.scenario.hostOf(this.marciac);
		this.service.entrust(this.host.id(), this.plaisance.getId(), this.admin);
	}

	/**
	 * Does something, and begins others before it is over: each waits before the next
	 * begins, and all go on together when it is over.
	 */
	@SafeVarargs
	private <T> List<Future<T>> during(Runnable first, Callable<T>... others) {
		try (var threads = Executors.newFixedThreadPool(others.length)) {
			return this.transaction.execute((status) -> {
				first.run();
				return Stream.of(others).map((other) -> {
					int before = waiting();
					var outcome = threads.submit(other);
					await().until(() -> outcome.isDone() || waiting() > before);
					return outcome;
				}).toList();
			});
		}
	}

	private int waiting() {
		return this.jdbc.sql("select count(distinct pid) from pg_locks where not granted")
			.query(Integer.class)
			.single();
	}

	private Callable<Boolean> assigning(long id, SignedIn actor) {
		return () -> {
			this.service.assign(id, REGULATOR, actor);
			return true;
		};
	}

	private static void assertOneRefused(List<Future<Boolean>> outcomes, Reason reason) {
		assertThat(Race.won(outcomes)).isOne();
		assertThat(Race.losses(outcomes)).singleElement()
			.isInstanceOfSatisfying(PeopleRefusedException.class,
					(refusal) -> assertThat(refusal.reason()).isEqualTo(reason));
	}

	@Test
	void of_two_administrators_who_take_that_role_from_one_another_one_stays() {
		var other = SignedIn.as(this.scenario.account("admin.2@essai.example", Role.ADMIN));
		assertOneRefused(
				during(() -> this.jdbc.sql("select 1 from account where role = 'ADMIN' for update")
					.query(Integer.class)
					.list(), assigning(other.accountId(), this.admin), assigning(this.admin.accountId(), other)),
				Reason.LAST_ADMIN);
		assertThat(this.jdbc.sql("select count(*) from account where role = 'ADMIN'").query(Long.class).single())
			.isOne();
	}

	@Test
	void whoever_closes_their_account_while_their_role_is_changed_is_gone_and_the_change_refused() {
		var outcomes = during(() -> this.jdbc.sql("select pg_advisory_xact_lock(hashtext('account_last_of_region'))")
			.query()
			.listOfRows(), () -> {
				this.closing.close(this.gers.id());
				return true;
			}, assigning(this.gers.id(), this.admin));
		assertOneRefused(outcomes, Reason.OUT_OF_REACH);
		assertThat(outcomes.getFirst().state()).isEqualTo(Future.State.SUCCESS);
	}

	private List<Long> postings() {
		return this.jdbc.sql("select site_id from site_posting where account_id = ?")
			.param(this.host.id())
			.query(Long.class)
			.list();
	}

	private long place() {
		return this.hosts.siteOf(this.host.id()).orElseThrow().getId();
	}

	@Test
	void a_host_does_not_go_to_a_site_that_is_being_taken_back() throws Exception {
		var gone = during(() -> this.placement.takeBack(this.plaisance.getId(), this.host.id()),
				() -> this.placement.goTo(this.plaisance.getId(), this.host.id()));
		assertThat(gone.getFirst().get()).isFalse();
		assertThat(postings()).containsExactly(this.marciac.getId());
		assertThat(place()).isEqualTo(this.marciac.getId());
	}

	@Test
	void a_host_who_has_just_gone_to_a_site_that_is_taken_back_goes_to_another() throws Exception {
		var taken = during(() -> this.placement.goTo(this.plaisance.getId(), this.host.id()),
				() -> this.placement.takeBack(this.plaisance.getId(), this.host.id()));
		assertThat(taken.getFirst().get()).isTrue();
		assertThat(postings()).containsExactly(this.marciac.getId());
		assertThat(place()).isEqualTo(this.marciac.getId());
	}

	@Test
	void a_host_who_moves_while_all_sites_are_taken_back_is_nowhere() throws Exception {
		var gone = during(() -> this.placement.takeAllBack(this.host.id()),
				() -> this.placement.goTo(this.plaisance.getId(), this.host.id()));
		assertThat(gone.getFirst().get()).isFalse();
		assertThat(postings()).isEmpty();
		assertThat(this.hosts.siteOf(this.host.id())).isEmpty();
	}

	@Test
	void the_database_lets_no_host_be_where_they_have_no_post() {
		this.service.takeBack(this.host.id(), this.plaisance.getId(), this.admin);
		assertThat(BrokenConstraint.of(catchThrowable(
				() -> this.jdbc.sql("update site_host set site_id = ?").param(this.plaisance.getId()).update())))
			.isEqualTo("site_host_posting");
	}

}
