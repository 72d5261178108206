package fr.medecinproche.people;

import java.util.concurrent.Future;

import fr.medecinproche.account.Account;
import fr.medecinproche.account.AccountLinks;
import fr.medecinproche.account.LinkPurpose;
import fr.medecinproche.account.Role;
import fr.medecinproche.account.SignedIn;
import fr.medecinproche.people.PeopleRefusedException.Reason;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.site.SiteHosts;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.BrokenConstraint;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Genuine;
import fr.medecinproche.testing.PageAssertions;
import fr.medecinproche.testing.People;
import fr.medecinproche.testing.QueryCount;
import fr.medecinproche.testing.Race;
import fr.medecinproche.testing.Scenario;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static fr.medecinproche.testing.PageAssertions.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

@ApplicationTest
class StaffTests {

	@Autowired
	StaffService service;

	@Autowired
	StaffDirectory directory;

	@Autowired
	AccountLinks links;

	@Autowired
	SiteHosts hosts;

	@Autowired
	FindByIndexNameSessionRepository<? extends Session> sessions;

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Scenario scenario;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	CleanDatabase database;

	private SignedIn admin;

	private Account gers;

	private ConsultationSite marciac;

	private Account host;

	@BeforeEach
	void anAdministratorAnAgentAndAHost() {
		this.database.clean();
		this.admin = SignedIn.as(this.scenario.account("admin@essai.example", Role.ADMIN));
		this.gers = this.scenario.agentOf("32");
		this.marciac = this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC);
		this.host = this.scenario.hostOf(this.marciac);
	}

	private SignedIn agentOf(String perimeter) {
		return new SignedIn(this.gers.id(), "x@essai.example", "Agent", Role.AGENT, perimeter);
	}

	private <S extends Session> void signedIn(FindByIndexNameSessionRepository<S> repository, long accountId) {
		var session = repository.createSession();
		session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, String.valueOf(accountId));
		repository.save(session);
	}

	private int sessionsOf(long accountId) {
		return this.sessions.findByPrincipalName(String.valueOf(accountId)).size();
	}

	private boolean suspended(long accountId) {
		return this.jdbc.sql("select suspended_at is not null from account where id = ?")
			.param(accountId)
			.query(Boolean.class)
			.single();
	}

	private PageAssertions see(String path, SignedIn who) {
		var request = this.mvc.get().uri(path);
		return page(request.with((who.role() == Role.ADMIN) ? People.signedIn(who.accountId(), Role.ADMIN)
				: People.agentOf(String.valueOf(who.perimeter())))
			.exchange());
	}

	private static void assertRefused(Reason reason, ThrowingCallable act) {
		assertThatExceptionOfType(PeopleRefusedException.class).isThrownBy(act)
			.extracting(PeopleRefusedException::reason)
			.isEqualTo(reason);
	}

	@Test
	void whoever_is_suspended_is_out_at_once_with_their_links_and_may_come_back() {
		signedIn(this.sessions, this.gers.id());
		var secret = this.links.create(this.gers, LinkPurpose.RESET_PASSWORD);
		assertThat(this.mvc.post()
			.uri("/ars/comptes/%d/suspension".formatted(this.gers.id()))
			.with(People.signedIn(this.admin.accountId(), Role.ADMIN))
			.with(Genuine.form())).hasStatus3xxRedirection();
		assertThat(sessionsOf(this.gers.id())).isZero();
		assertThat(this.links.find(secret, LinkPurpose.RESET_PASSWORD)).isEmpty();
		see("/ars/comptes?etat=suspendu", this.admin).isSound().says("Un compte", "suspendu");
		this.service.reinstate(this.gers.id(), this.admin);
		assertThat(suspended(this.gers.id())).isFalse();
	}

	@Test
	void nobody_suspends_themselves_nor_the_last_administrator() {
		assertRefused(Reason.YOURSELF, () -> this.service.suspend(this.admin.accountId(), this.admin));
		var other = SignedIn.as(this.scenario.account("admin.2@essai.example", Role.ADMIN));
		this.service.suspend(other.accountId(), this.admin);
		assertRefused(Reason.LAST_ADMIN, () -> this.service.suspend(this.admin.accountId(), other));
		assertRefused(Reason.NOT_AN_AGENT, () -> this.service.narrow(this.admin.accountId(), "32", other));
		for (var sql : new String[] { "suspended_at = now()", "closed_at = now()", "role = 'AGENT'" }) {
			assertThat(BrokenConstraint.of(catchThrowable(
					() -> this.jdbc.sql("update account set " + sql + " where role = 'ADMIN'").update())))
				.as(sql)
				.isEqualTo("account_last_admin");
		}
	}

	@Test
	void of_two_administrators_who_suspend_one_another_one_stays() throws InterruptedException {
		var other = SignedIn.as(this.scenario.account("admin.2@essai.example", Role.ADMIN));
		var outcomes = Race.of(2, (n) -> {
			this.service.suspend((n == 0) ? other.accountId() : this.admin.accountId(), (n == 0) ? this.admin : other);
			return n;
		});
		assertThat(Race.won(outcomes)).isOne();
		assertThat(suspended(this.admin.accountId())).isNotEqualTo(suspended(other.accountId()));
	}

	@Test
	void of_two_administrators_suspended_by_plain_sql_at_once_one_stays() throws InterruptedException {
		var other = this.scenario.account("admin.2@essai.example", Role.ADMIN);
		var outcomes = Race.of(2,
				(n) -> this.jdbc.sql("update account set suspended_at = now() where id = ?")
					.param((n == 0) ? other.id() : this.admin.accountId())
					.update());
		assertThat(outcomes).extracting(Future::state).contains(Future.State.SUCCESS);
		assertThat(Race.losses(outcomes)).singleElement()
			.satisfies((loss) -> assertThat(BrokenConstraint.of(loss)).isEqualTo("account_last_admin"));
	}

	@Test
	void a_perimeter_changes_at_once_within_the_reach_of_who_changes_it() {
		signedIn(this.sessions, this.gers.id());
		this.service.narrow(this.gers.id(), "30", this.admin);
		assertThat(sessionsOf(this.gers.id())).isZero();
		assertThat(this.jdbc.sql("select perimeter from account where id = ?")
			.param(this.gers.id())
			.query(String.class)
			.single()).isEqualTo("30");
		this.service.narrow(this.gers.id(), "32", agentOf("R76"));
		assertRefused(Reason.OUT_OF_REACH, () -> this.service.narrow(this.gers.id(), "R76", agentOf("R76")));
		assertRefused(Reason.OUT_OF_REACH, () -> this.service.narrow(this.gers.id(), "69", agentOf("R76")));
		assertRefused(Reason.OUT_OF_REACH, () -> this.service.narrow(this.gers.id(), "32", agentOf("R84")));
		assertRefused(Reason.OUT_OF_REACH, () -> this.service.narrow(this.gers.id(), "99", this.admin));
		assertThat(this.jdbc
			.sql("select detail from journal_entry where action = 'people.narrowed' order by number limit 1")
			.query(String.class)
			.single()).contains("Gers (32) → ", "Gard (30)");
	}

	@Test
	void a_host_moves_to_another_site_of_the_perimeter() {
		var plaisance = this.scenario.openSite("Maison de santé de Plaisance", Scenario.PLAISANCE);
		var leVigan = this.scenario.openSite("Maison de santé du Vigan", Scenario.LE_VIGAN);
		this.service.move(this.host.id(), plaisance.getId(), agentOf("32"));
		assertThat(this.hosts.siteOf(this.host.id())).get()
			.extracting(ConsultationSite::getId)
			.isEqualTo(plaisance.getId());
		assertRefused(Reason.OUT_OF_REACH, () -> this.service.move(this.host.id(), leVigan.getId(), agentOf("32")));
		assertRefused(Reason.NOT_A_HOST, () -> this.service.move(this.gers.id(), plaisance.getId(), this.admin));
	}

	@Test
	void each_sees_those_within_reach_and_others_are_not_found() {
		see("/ars/comptes", this.admin).isSound().says("3 comptes", "Gers (32)", "Tout le pays", "aucune récente");
		see("/ars/comptes?q=hote&role=HOST&perimetre=32", this.admin).isSound().says("Un compte", "Marciac");
		see("/ars/comptes?q=%25&role=x&etat=y&perimetre=z&page=-3", this.admin).isSound().says("Personne");
		see("/ars/comptes", agentOf("R76")).isSound().says("2 comptes");
		see("/ars/comptes", agentOf("32")).isSound().says("Un compte", "Marciac").doesNotSay("admin@");
		see("/ars/comptes", agentOf("30")).isSound().says("Personne pour le moment");
		see("/ars/comptes/" + this.host.id(), agentOf("32")).isSound().says("Changer de lieu", "Suspendre ce compte");
		see("/ars/comptes/" + this.admin.accountId(), this.admin).isSound().says("vous ne pouvez pas le suspendre");
		for (var path : new String[] { "/perimetre", "/suspension", "/lieu?lieu=1" }) {
			assertThat(this.mvc.post()
				.uri("/ars/comptes/" + this.gers.id() + path)
				.with(People.agentOf("32"))
				.with(Genuine.form())).as(path).hasStatus(HttpStatus.NOT_FOUND);
		}
		assertThat(this.mvc.get().uri("/ars/comptes/" + this.host.id()).with(People.agentOf("30")))
			.hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void lists_many_with_as_many_queries_as_one() {
		int few = QueryCount.of(() -> see("/ars/comptes", this.admin).says("3 comptes"));
		for (int n = 0; n < 5; n++) {
			this.scenario.account("regulation.%d@essai.example".formatted(n), Role.REGULATOR);
		}
		assertThat(QueryCount.of(() -> see("/ars/comptes", this.admin).says("8 comptes"))).isEqualTo(few);
	}

	@Test
	void the_journal_shows_what_was_done_to_who_may_see_it_and_leaves_as_csv() {
		this.service.suspend(this.host.id(), this.admin);
		this.service.narrow(this.gers.id(), "R76", this.admin);
		see("/ars/journal", this.admin).isSound().says("Compte suspendu", "Territoire changé");
		see("/ars/journal?objet=Compte", this.admin).isSound().says("2 entrées");
		see("/ars/journal?action=people.suspended", this.admin).isSound().says("Une entrée", "hote.");
		see("/ars/journal?objet=account:" + this.gers.id(), this.admin).isSound()
			.says("Une entrée", "agent.32@essai.example");
		see("/ars/journal?qui=admin&du=2027-01-04&au=2027-01-04", this.admin).isSound().says("Aucune entrée");
		see("/ars/journal?objet=Compte&du=2027-01-04&au=2027-01-04", this.admin).isSound().says("2 entrées");
		see("/ars/journal?du=2027-01-05", this.admin).isSound().says("Aucune entrée");
		see("/ars/journal?objet=Compte&du=hier&au=99999-01-01&page=99", this.admin).isSound().says("2 entrées");
		see("/ars/journal", new SignedIn(this.admin.accountId(), "x", "x", Role.AGENT, "30")).isSound()
			.says("Aucune entrée");
		var file = this.mvc.get()
			.uri("/ars/journal.csv")
			.with(People.signedIn(this.admin.accountId(), Role.ADMIN))
			.exchange();
		assertThat(file).hasStatusOk().bodyText().contains("Compte suspendu", "account:" + this.host.id());
		see("/ars/journal?action=people.journalTaken", this.admin).says("Une entrée", "Journal téléchargé");
		see("/ars/journal/controle", this.admin).isSound().says("intact jusqu’à l’entrée n° " + entries());
	}

	@Test
	void what_is_altered_in_the_journal_behind_its_back_is_noticed() {
		this.service.suspend(this.host.id(), this.admin);
		this.service.reinstate(this.host.id(), this.admin);
		for (var sql : new String[] { "update journal_entry set account_id = null", "delete from journal_entry" }) {
			assertThat(BrokenConstraint.of(catchThrowable(() -> this.jdbc.sql(sql).update())))
				.isEqualTo("journal_entry_stays");
		}
		this.jdbc.sql("""
				set session_replication_role = replica; update journal_entry set label = 'x'
				where action = 'people.reinstated'; set session_replication_role = default""").update();
		long last = entries();
		see("/ars/journal/controle", this.admin).isSound()
			.says("l’entrée n° %d n’est plus ce qui avait été écrit".formatted(last),
					"intact jusqu’à l’entrée n° %d".formatted(last - 1));
	}

	private long entries() {
		return this.jdbc.sql("select count(*) from journal_entry").query(Long.class).single();
	}

}
