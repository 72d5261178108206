package fr.medecinproche.people;

import java.util.List;
import java.util.concurrent.Future;

import fr.medecinproche.account.Account;
import fr.medecinproche.account.AccountLinks;
import fr.medecinproche.account.AccountRefusedException;
import fr.medecinproche.account.ClosingService;
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
import fr.medecinproche.volunteer.NoteService;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

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
	NoteService notes;

	@Autowired
	ClosingService closing;

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

	private static void assertOneRefused(List<Future<Integer>> outcomes, Reason reason) {
		assertThat(Race.won(outcomes)).isOne();
		assertThat(Race.losses(outcomes)).singleElement()
			.isInstanceOfSatisfying(PeopleRefusedException.class,
					(refusal) -> assertThat(refusal.reason()).isEqualTo(reason));
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
		assertOneRefused(outcomes, Reason.LAST_ADMIN);
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

	private void narrow(long id, @Nullable String perimeter, SignedIn actor) {
		this.service.assign(id, new Post(Role.AGENT, perimeter, null), actor);
	}

	private String roleOf(long accountId) {
		return this.jdbc.sql("select role || coalesce(' ' || perimeter, '') from account where id = ?")
			.param(accountId)
			.query(String.class)
			.single();
	}

	@Test
	void a_perimeter_changes_at_once_within_the_reach_of_who_changes_it() {
		signedIn(this.sessions, this.gers.id());
		narrow(this.gers.id(), "30", this.admin);
		assertThat(sessionsOf(this.gers.id())).isZero();
		assertThat(roleOf(this.gers.id())).isEqualTo("AGENT 30");
		var region = SignedIn.as(this.scenario.agentOf("R76"));
		narrow(this.gers.id(), "32", region);
		assertRefused(Reason.OUT_OF_REACH, () -> narrow(this.gers.id(), "R76", region));
		assertRefused(Reason.OUT_OF_REACH, () -> narrow(this.gers.id(), "69", region));
		assertRefused(Reason.OUT_OF_REACH, () -> narrow(this.gers.id(), "32", agentOf("R84")));
		assertRefused(Reason.OUT_OF_REACH, () -> narrow(this.gers.id(), "99", this.admin));
		assertThat(this.jdbc
			.sql("select detail from journal_entry where action = 'people.narrowed' order by number limit 1")
			.query(String.class)
			.single()).contains("Gers (32) → ", "Gard (30)");
	}

	@Test
	void a_host_who_becomes_a_regulator_is_out_at_once_and_has_no_site_any_more() {
		signedIn(this.sessions, this.host.id());
		assertRefused(Reason.OUT_OF_REACH,
				() -> this.service.assign(this.host.id(), new Post(Role.REGULATOR, null, null), agentOf("32")));
		assertThat(this.mvc.post()
			.uri("/ars/comptes/%d/role".formatted(this.host.id()))
			.param("role", "REGULATOR")
			.param("lieu", String.valueOf(this.marciac.getId()))
			.with(People.signedIn(this.admin.accountId(), Role.ADMIN))
			.with(Genuine.form())).hasStatus3xxRedirection();
		assertThat(roleOf(this.host.id())).isEqualTo("REGULATOR");
		assertThat(sessionsOf(this.host.id())).isZero();
		assertThat(this.hosts.siteOf(this.host.id())).isEmpty();
		assertThat(this.jdbc.sql("select count(*) from site_posting").query(Long.class).single()).isZero();
		see("/ars/journal?action=people.roleChanged", this.admin).isSound().says("Une entrée", "Marciac", "→ Régula");
		this.service.assign(this.host.id(), new Post(Role.HOST, null, this.marciac.getId()), this.admin);
		assertThat(this.hosts.siteOf(this.host.id())).isPresent();
	}

	@Test
	void a_host_is_given_and_loses_sites_one_by_one_and_not_with_the_role() {
		var plaisance = this.scenario.openSite("Maison de santé de Plaisance", Scenario.PLAISANCE);
		assertRefused(Reason.HOST_ALREADY,
				() -> this.service.assign(this.host.id(), new Post(Role.HOST, null, plaisance.getId()), this.admin));
		assertThat(siteOf(this.host)).isEqualTo(this.marciac.getId());
		see("/ars/journal?action=people.narrowed", this.admin).isSound().says("Aucune entrée");
		var mine = "/ars/comptes/" + this.host.id();
		see(mine, this.admin).isSound().has("input[value=REGULATOR]").hasNo("input[value=HOST]").hasNo("#lieu");
		see(mine, agentOf("32")).isSound().has("#autre-lieu").hasNo("form[action$='/role']");
		see("/ars/comptes/" + this.gers.id(), this.admin).isSound().has("input[value=HOST]").has("#lieu");
	}

	@Test
	void whoever_changes_the_role_of_a_host_has_all_their_sites_within_reach() {
		var landes = agentOf("R75");
		var leVigan = this.scenario.openSite("Maison de santé du Vigan", Scenario.LE_VIGAN);
		this.service.entrust(this.host.id(), leVigan.getId(), this.admin);
		lieAlsoInLandes(this.marciac, () -> {
			assertRefused(Reason.SITE_OUT_OF_REACH, () -> narrow(this.host.id(), "40", landes));
			assertThat(roleOf(this.host.id())).isEqualTo("HOST");
			assertThat(this.jdbc.sql("select count(*) from site_posting").query(Long.class).single()).isEqualTo(2);
			this.service.takeBack(this.host.id(), leVigan.getId(), this.admin);
			narrow(this.host.id(), "40", landes);
			assertThat(roleOf(this.host.id())).isEqualTo("AGENT 40");
		});
	}

	/** All zones of the tests lie in one region. */
	private void lieAlsoInLandes(ConsultationSite site, Runnable meanwhile) {
		var siren = site.getZone().getSiren();
		this.jdbc.sql("insert into intercommunalite_departement values (?, '40')").param(siren).update();
		try {
			meanwhile.run();
		}
		finally {
			this.jdbc.sql("delete from intercommunalite_departement where siren = ? and departement = '40'")
				.param(siren)
				.update();
		}
	}

	@Test
	void a_role_is_chosen_with_what_belongs_to_it() {
		for (var missing : new String[] { "role=AGENT", "role=HOST", "role=VOLUNTEER", "role=", "" }) {
			page(this.mvc.post()
				.uri("/ars/comptes/%d/role?%s".formatted(this.gers.id(), missing))
				.with(People.signedIn(this.admin.accountId(), Role.ADMIN))
				.with(Genuine.form())
				.exchange()).isSound().has(".fr-fieldset--error, .fr-select-group--error").has("details[open]");
		}
		var doctor = this.scenario.candidate("Aline", "Roux").getAccount();
		assertRefused(Reason.OUT_OF_REACH,
				() -> this.service.assign(doctor.id(), new Post(Role.REGULATOR, null, null), this.admin));
		assertRefused(Reason.YOURSELF,
				() -> this.service.assign(this.admin.accountId(), new Post(Role.REGULATOR, null, null), this.admin));
		var other = SignedIn.as(this.scenario.account("admin.2@essai.example", Role.ADMIN));
		this.service.assign(other.accountId(), new Post(Role.REGULATOR, null, null), this.admin);
		assertRefused(Reason.LAST_ADMIN, () -> this.service.assign(this.admin.accountId(),
				new Post(Role.REGULATOR, null, null), other(Role.ADMIN)));
	}

	/** Somebody whose session has not ended yet. */
	private SignedIn other(Role role) {
		return new SignedIn(4_000_000L, "x@essai.example", "X", role, null);
	}

	@Test
	void a_region_with_a_site_keeps_an_agent_who_sees_all_of_it() {
		var first = this.scenario.agentOf("R76");
		assertRefused(Reason.LAST_OF_REGION, () -> narrow(first.id(), "31", this.admin));
		assertRefused(Reason.LAST_OF_REGION,
				() -> this.service.assign(first.id(), new Post(Role.REGULATOR, null, null), this.admin));
		assertThatExceptionOfType(AccountRefusedException.class).isThrownBy(() -> this.closing.close(first.id()))
			.extracting(AccountRefusedException::reason)
			.isEqualTo(AccountRefusedException.Reason.LAST_OF_REGION);
		for (var sql : new String[] { "perimeter = '31'", "role = 'REGULATOR', perimeter = null",
				"closed_at = now()" }) {
			assertThat(BrokenConstraint.of(catchThrowable(
					() -> this.jdbc.sql("update account set " + sql + " where id = ?").param(first.id()).update())))
				.as(sql)
				.isEqualTo("account_last_of_region");
		}
		narrow(first.id(), null, this.admin);
		assertThat(roleOf(first.id())).as("whoever sees everything sees the region").isEqualTo("AGENT");
		this.scenario.account("region@essai.example", Role.AGENT);
		this.service.assign(first.id(), new Post(Role.REGULATOR, null, null), this.admin);
		assertThat(roleOf(first.id())).isEqualTo("REGULATOR");
	}

	@Test
	void of_the_last_two_agents_of_a_region_one_stays_whoever_changes_them_at_the_same_moment()
			throws InterruptedException {
		var first = this.scenario.agentOf("R76");
		var second = this.scenario.account("region@essai.example", Role.AGENT);
		var outcomes = Race.of(2, (n) -> {
			this.service.assign(((n == 0) ? first : second).id(), new Post(Role.REGULATOR, null, null), this.admin);
			return n;
		});
		assertOneRefused(outcomes, Reason.LAST_OF_REGION);
		var again = this.scenario.account("region.2@essai.example", Role.AGENT);
		var left = this.jdbc.sql("select id from account where role = 'AGENT' and perimeter is distinct from '32'")
			.query(Long.class)
			.list();
		assertThat(left).contains(again.id()).hasSize(2);
		var sql = Race.of(2,
				(n) -> this.jdbc.sql("update account set role = 'REGULATOR', perimeter = null where id = ?")
					.param(left.get(n))
					.update());
		assertThat(Race.losses(sql)).singleElement()
			.satisfies((loss) -> assertThat(BrokenConstraint.of(loss)).isEqualTo("account_last_of_region"));
	}

	@Test
	void one_person_may_have_two_sites_and_is_at_one_at_a_time() {
		var plaisance = this.scenario.openSite("Maison de santé de Plaisance", Scenario.PLAISANCE);
		var leVigan = this.scenario.openSite("Maison de santé du Vigan", Scenario.LE_VIGAN);
		assertRefused(Reason.LAST_SITE,
				() -> this.service.takeBack(this.host.id(), this.marciac.getId(), agentOf("32")));
		this.service.entrust(this.host.id(), plaisance.getId(), agentOf("32"));
		assertRefused(Reason.OUT_OF_REACH, () -> this.service.entrust(this.host.id(), leVigan.getId(), agentOf("32")));
		assertRefused(Reason.NOT_A_HOST, () -> this.service.entrust(this.gers.id(), plaisance.getId(), this.admin));
		see("/ars/comptes/" + this.host.id(), agentOf("32")).isSound().says("Marciac", "Plaisance", "en ce moment");
		assertThat(siteOf(this.host)).isEqualTo(this.marciac.getId());
		var me = People.signedIn(this.host.id(), Role.HOST);
		page(this.mvc.get().uri("/lieu").with(me).exchange()).isSound().says("Marciac", "Changer de lieu");
		page(this.mvc.get().uri("/lieu/vos-lieux").with(me).exchange()).isSound()
			.has("form[action='/lieu/vos-lieux/%d/presence']".formatted(plaisance.getId()));
		assertThat(goTo(plaisance, me)).hasStatus3xxRedirection();
		assertThat(siteOf(this.host)).isEqualTo(plaisance.getId());
		assertThat(goTo(leVigan, me)).hasStatus(HttpStatus.NOT_FOUND);
		this.service.takeBack(this.host.id(), plaisance.getId(), agentOf("32"));
		assertThat(siteOf(this.host)).as("goes to the one left").isEqualTo(this.marciac.getId());
		page(this.mvc.get().uri("/lieu").with(me).exchange()).isSound().doesNotSay("Changer de lieu");
		assertThat(BrokenConstraint.of(catchThrowable(() -> this.jdbc.sql("delete from site_posting").update())))
			.isEqualTo("site_host_posting");
	}

	@Test
	void of_two_agents_who_take_the_last_two_sites_back_one_is_refused() throws InterruptedException {
		var plaisance = this.scenario.openSite("Maison de santé de Plaisance", Scenario.PLAISANCE);
		this.service.entrust(this.host.id(), plaisance.getId(), this.admin);
		var outcomes = Race.of(2, (n) -> {
			this.service.takeBack(this.host.id(), ((n == 0) ? this.marciac : plaisance).getId(), this.admin);
			return n;
		});
		assertOneRefused(outcomes, Reason.LAST_SITE);
		assertThat(this.hosts.siteOf(this.host.id())).isPresent();
	}

	private long siteOf(Account account) {
		return this.hosts.siteOf(account.id()).orElseThrow().getId();
	}

	private MvcTestResult goTo(ConsultationSite site, RequestPostProcessor who) {
		return this.mvc.post()
			.uri("/lieu/vos-lieux/%d/presence".formatted(site.getId()))
			.with(who)
			.with(Genuine.form())
			.exchange();
	}

	@Test
	void each_sees_those_within_reach_and_others_are_not_found() {
		see("/ars/comptes", this.admin).isSound().says("3 comptes", "Gers (32)", "Tout le pays", "aucune récente");
		see("/ars/comptes?q=hote&role=HOST&perimetre=32", this.admin).isSound().says("Un compte", "Marciac");
		see("/ars/comptes?q=%25&role=x&etat=y&perimetre=z&page=-3", this.admin).isSound().says("Personne");
		see("/ars/comptes", agentOf("R76")).isSound().says("2 comptes");
		see("/ars/comptes", agentOf("32")).isSound().says("Un compte", "Marciac").doesNotSay("admin@");
		see("/ars/comptes", agentOf("30")).isSound().says("Personne pour le moment");
		see("/ars/comptes/" + this.host.id(), agentOf("32")).isSound()
			.says("Lieux de cette personne", "Suspendre ce compte");
		see("/ars/comptes/" + this.admin.accountId(), this.admin).isSound().says("pas vous");
		for (var path : new String[] { "/role?role=HOST&lieu=1", "/suspension", "/lieux?lieu=1" }) {
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
		narrow(this.gers.id(), "R76", this.admin);
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
	void the_journal_says_doctors_by_name_until_they_have_left() {
		var aline = this.scenario.candidate("Aline", "Roux");
		this.notes.write(aline.getId(), "À rappeler.", this.gers.id());
		see("/ars/journal?objet=roux", this.admin).isSound()
			.says("Une entrée", "Dr Aline Roux (dossier n° %d)".formatted(aline.getId()));
		see("/ars/journal?objet=volunteer:" + aline.getId(), this.admin).says("Une entrée");
		this.closing.close(aline.getAccount().id());
		see("/ars/journal?objet=roux", this.admin).isSound().says("Aucune entrée");
		see("/ars/journal?action=volunteer.noted", this.admin).isSound()
			.says("Une entrée", "Dossier n° %d, effacé".formatted(aline.getId()))
			.doesNotSay("Roux");
		assertThat(this.mvc.get()
			.uri("/ars/journal.csv")
			.with(People.signedIn(this.admin.accountId(), Role.ADMIN))
			.exchange()).bodyText().contains("Dossier n° %d, effacé".formatted(aline.getId())).doesNotContain("Roux");
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
