package fr.medecinproche.people;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import fr.medecinproche.account.Account;
import fr.medecinproche.account.AccountClosed;
import fr.medecinproche.account.EmailAddress;
import fr.medecinproche.account.Role;
import fr.medecinproche.account.SignedIn;
import fr.medecinproche.people.PeopleRefusedException.Reason;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.site.SiteHosts;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.BrokenConstraint;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Genuine;
import fr.medecinproche.testing.Letters;
import fr.medecinproche.testing.PageAssertions;
import fr.medecinproche.testing.People;
import fr.medecinproche.testing.Race;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static fr.medecinproche.testing.PageAssertions.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

@ApplicationTest
class InvitationTests {

	private static final String LINK = "/compte/invitation/[\\w-]+";

	private static final String PASSWORD = "quatre mots sans rapport";

	@Autowired
	InvitationService service;

	@Autowired
	StaffService staff;

	@Autowired
	InvitationForgetting forgetting;

	@Autowired
	StaffDirectory directory;

	@Autowired
	SiteHosts hosts;

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Scenario scenario;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TestClock.SettableClock clock;

	@Autowired
	CleanDatabase database;

	private SignedIn admin;

	private ConsultationSite marciac;

	private ConsultationSite leVigan;

	@BeforeEach
	void anAdministratorAndTwoSites() {
		this.database.clean();
		this.admin = SignedIn.as(this.scenario.account("admin@essai.example", Role.ADMIN));
		this.marciac = this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC);
		this.leVigan = this.scenario.openSite("Maison de santé du Vigan", Scenario.LE_VIGAN);
	}

	private static Guest agent(String email, @Nullable String perimeter) {
		return new Guest(new EmailAddress(email), "Camille Test", Role.AGENT, perimeter, null);
	}

	private Guest host(String email, ConsultationSite site) {
		return new Guest(new EmailAddress(email), "Accueil", Role.HOST, null, site.getId());
	}

	private String link() {
		return new Letters(this.jdbc).linkIn(LINK);
	}

	private String secret() {
		return link().substring("/compte/invitation/".length());
	}

	private PageAssertions see(String path) {
		return page(this.mvc.get().uri(path).exchange()).isSound();
	}

	private MvcTestResult join(String link, String password) {
		return this.mvc.post().uri(link).with(Genuine.form()).param("password", password).exchange();
	}

	private long accounts() {
		return this.jdbc.sql("select count(*) from account").query(Long.class).single();
	}

	private SignedIn agentOf(@Nullable String perimeter) {
		var account = this.scenario.account("agent." + perimeter + "@essai.example", Role.AGENT);
		return new SignedIn(account.id(), account.email().value(), "Agent", Role.AGENT, perimeter);
	}

	private static void assertRefused(Reason reason, ThrowingCallable act) {
		assertThatExceptionOfType(PeopleRefusedException.class).isThrownBy(act)
			.extracting(PeopleRefusedException::reason)
			.isEqualTo(reason);
	}

	@Test
	void a_host_is_invited_chooses_a_password_and_has_an_account_at_the_site() {
		var sent = this.mvc.post()
			.uri("/ars/comptes/invitations")
			.with(People.signedIn(this.admin.accountId(), Role.ADMIN))
			.with(Genuine.form())
			.param("nom", "Mairie de Marciac")
			.param("email", "mairie@essai.example")
			.param("role", "HOST")
			.param("lieu", String.valueOf(this.marciac.getId()))
			.exchange();
		assertThat(sent).hasStatus3xxRedirection().hasRedirectedUrl("/ars/comptes/invitations");
		page(this.mvc.get()
			.uri("/ars/comptes/invitations")
			.with(People.signedIn(this.admin.accountId(), Role.ADMIN))
			.exchange()).isSound().says("Mairie de Marciac", "Maison de santé de Marciac", "Renvoyer", "Retirer");
		var link = link();
		see(link).says("Bonjour Mairie de Marciac", "Accueil d’un lieu", "mairie@essai.example");
		page(join(link, "court")).isSound().says("trop court");
		assertThat(join(link, PASSWORD)).hasStatus3xxRedirection().hasRedirectedUrl("/compte/connexion");
		var account = this.jdbc.sql("""
				select id from account where email = 'mairie@essai.example' and role = 'HOST'
				and email_confirmed_at is not null""").query(Long.class).single();
		assertThat(this.hosts.siteOf(account)).get()
			.extracting(ConsultationSite::getId)
			.isEqualTo(this.marciac.getId());
		see(link).says("déjà servi");
		page(join(link, PASSWORD)).says("déjà servi");
		assertThat(this.jdbc.sql("select action from journal_entry where action like 'people.%' order by number")
			.query(String.class)
			.list()).containsExactly("people.invited", "people.joined");
	}

	@Test
	void a_link_that_does_not_work_says_why_to_who_holds_it_and_nothing_to_strangers() {
		this.service.invite(agent("un@essai.example", "32"), this.admin);
		var first = link();
		long id = this.directory.waiting(this.admin).getFirst().id();
		this.service.sendAgain(id, this.admin);
		var second = link();
		assertThat(second).isNotEqualTo(first);
		see(first).says("Ce lien ne fonctionne pas").doesNotSay("un@essai.example");
		see("/compte/invitation/nobody-s-secret").says("Ce lien ne fonctionne pas");
		this.clock.set(this.clock.instant().plus(Duration.ofDays(7)).atZone(this.clock.getZone()).toLocalDateTime());
		see(second).says("Ce lien a expiré").doesNotSay("un@essai.example");
		this.service.sendAgain(id, this.admin);
		var third = link();
		this.service.withdraw(id, this.admin);
		see(third).says("a été retirée");
		for (var link : List.of(first, second, third, "/compte/invitation/nobody-s-secret")) {
			page(join(link, PASSWORD)).isSound();
		}
		assertThat(accounts()).isOne();
		assertRefused(Reason.INVITATION_OVER, () -> this.service.sendAgain(id, this.admin));
	}

	@Test
	void an_address_is_invited_once_and_not_when_it_has_an_account() throws InterruptedException {
		var outcomes = Race.of(4, (n) -> {
			this.service.invite(agent("deux@essai.example", "32"), this.admin);
			return n;
		});
		assertThat(Race.won(outcomes)).isOne();
		assertRefused(Reason.ALREADY_INVITED,
				() -> this.service.invite(host("DEUX@essai.example", this.marciac), this.admin));
		this.scenario.hostOf(this.marciac);
		assertRefused(Reason.KNOWN_ADDRESS, () -> this.service
			.invite(agent("hote.%d@essai.example".formatted(this.marciac.getId()), "32"), this.admin));
		page(this.mvc.post()
			.uri("/ars/comptes/invitations")
			.with(People.signedIn(this.admin.accountId(), Role.ADMIN))
			.with(Genuine.form())
			.param("nom", "Deux")
			.param("email", "deux@essai.example")
			.param("role", "AGENT")
			.exchange()).isSound().says("Choisissez le territoire");
		page(this.mvc.post()
			.uri("/ars/comptes/invitations")
			.with(People.signedIn(this.admin.accountId(), Role.ADMIN))
			.with(Genuine.form())
			.param("nom", "Deux")
			.param("email", "deux@essai.example")
			.param("role", "AGENT")
			.param("perimetre", "FR")
			.exchange()).isSound().says("déjà une invitation en attente");
		this.scenario.account("deux@essai.example", Role.VOLUNTEER);
		page(join(link(), PASSWORD)).isSound().says("Cette adresse a déjà un compte");
	}

	@Test
	void a_link_opens_one_account_however_often_it_is_used_at_once() throws InterruptedException {
		this.service.invite(agent("trois@essai.example", "32"), this.admin);
		var secret = secret();
		var outcomes = Race.of(4, (n) -> this.service.accept(secret, PASSWORD).id());
		assertThat(Race.won(outcomes)).isOne();
		assertThat(accounts()).isEqualTo(2);
	}

	@Test
	void is_written_in_the_language_it_was_sent_in_and_the_account_keeps_it() {
		assertThat(this.mvc.post()
			.uri("/ars/comptes/invitations")
			.param("nom", "Kim Test")
			.param("email", "kim@essai.example")
			.param("role", "AGENT")
			.param("perimetre", "32")
			.param("langue", "en")
			.with(People.signedIn(this.admin.accountId(), Role.ADMIN))
			.with(Genuine.form())).hasStatus3xxRedirection();
		assertThat(this.jdbc.sql("select subject from outbox_message order by id desc limit 1")
			.query(String.class)
			.single()).isEqualTo("You are invited to join the service");
		assertThat(this.jdbc.sql("select body_text from outbox_message order by id desc limit 1")
			.query(String.class)
			.single()).contains("?lang=en");
		this.service.accept(secret(), PASSWORD);
		assertThat(this.jdbc.sql("select locale from account where email = 'kim@essai.example'")
			.query(String.class)
			.single()).isEqualTo("en");
	}

	@Test
	void nobody_gives_as_much_as_they_have() {
		var region = agentOf("R76");
		this.service.invite(agent("gers@essai.example", "32"), region);
		this.service.invite(host("vigan@essai.example", this.leVigan), region);
		assertRefused(Reason.OUT_OF_REACH, () -> this.service.invite(agent("pair@essai.example", "R76"), region));
		assertRefused(Reason.OUT_OF_REACH, () -> this.service.invite(agent("pays@essai.example", null), region));
		assertRefused(Reason.OUT_OF_REACH, () -> this.service.invite(agent("rhone@essai.example", "69"), region));
		assertRefused(Reason.OUT_OF_REACH, () -> this.service
			.invite(new Guest(new EmailAddress("a@essai.example"), "A", Role.ADMIN, null, null), region));
		assertRefused(Reason.OUT_OF_REACH, () -> this.service
			.invite(new Guest(new EmailAddress("b@essai.example"), "B", Role.REGULATOR, null, null), region));
		var gers = agentOf("32");
		this.service.invite(host("marciac@essai.example", this.marciac), gers);
		assertRefused(Reason.OUT_OF_REACH, () -> this.service.invite(agent("autre@essai.example", "32"), gers));
		assertRefused(Reason.OUT_OF_REACH,
				() -> this.service.invite(host("ailleurs@essai.example", this.leVigan), gers));
		assertThat(this.directory.waiting(gers)).extracting(StaffDirectory.WaitingInvitation::email)
			.containsExactly("marciac@essai.example");
		assertThat(this.directory.waiting(region)).hasSize(3);
		long gersInvitation = this.directory.waiting(region)
			.stream()
			.filter((each) -> each.role() == Role.AGENT)
			.findFirst()
			.orElseThrow()
			.id();
		assertThat(this.mvc.delete()
			.uri("/ars/comptes/invitations/" + gersInvitation)
			.with(People.agentOf("32"))
			.with(Genuine.form())).hasStatus(HttpStatus.NOT_FOUND);
		page(this.mvc.get().uri("/ars/comptes/invitations/nouvelle").with(People.agentOf("32")).exchange()).isSound()
			.says("Maison de santé de Marciac")
			.doesNotSay("Vigan", "Régulation", "Administrateur");
	}

	@Test
	void nobody_is_invited_to_a_place_that_is_none() {
		assertRefused(Reason.OUT_OF_REACH, () -> this.service.invite(agent("a@essai.example", "99"), this.admin));
		assertRefused(Reason.OUT_OF_REACH, () -> this.service
			.invite(new Guest(new EmailAddress("b@essai.example"), "B", Role.HOST, null, 4_000_000L), this.admin));
	}

	@Test
	void nobody_joins_in_the_name_of_who_closed_their_account() {
		var region = agentOf("R76");
		this.service.invite(agent("gers@essai.example", "32"), region);
		var secret = secret();
		this.forgetting.on(new AccountClosed(region.accountId(), "agent.R76@essai.example", "Agent", Locale.FRENCH));
		assertRefused(Reason.INVITATION_OVER, () -> this.service.accept(secret, PASSWORD));
	}

	@Test
	void nobody_joins_in_the_name_of_who_is_kept_out() {
		var region = agentOf("R76");
		this.service.invite(agent("gers@essai.example", "32"), region);
		var secret = secret();
		this.staff.suspend(region.accountId(), this.admin);
		assertRefused(Reason.INVITATION_OVER, () -> this.service.accept(secret, PASSWORD));
	}

	@Test
	void is_sent_five_times_at_most_and_forgotten_a_month_after_its_end() {
		this.service.invite(agent("cinq@essai.example", "32"), this.admin);
		long id = this.directory.waiting(this.admin).getFirst().id();
		for (int n = 2; n <= 5; n++) {
			this.service.sendAgain(id, this.admin);
		}
		assertRefused(Reason.SENT_TOO_OFTEN, () -> this.service.sendAgain(id, this.admin));
		this.clock.set(this.clock.instant().plus(Duration.ofDays(36)).atZone(this.clock.getZone()).toLocalDateTime());
		this.forgetting.forgetWhatIsDue();
		assertThat(this.directory.countWaiting(this.admin)).isOne();
		this.clock.set(this.clock.instant().plus(Duration.ofDays(2)).atZone(this.clock.getZone()).toLocalDateTime());
		this.forgetting.forgetWhatIsDue();
		assertThat(this.directory.countWaiting(this.admin)).isZero();
	}

	@Test
	void keeps_its_rules_against_plain_sql() {
		this.service.invite(agent("six@essai.example", "32"), this.admin);
		assertThat(broken("insert into invitation (email, display_name, role, secret_hash, invited_by, invited_at, "
				+ "sent_at, expires_at) select 'SIX@essai.example', 'x', role, repeat('a', 64), invited_by, invited_at, "
				+ "sent_at, expires_at from invitation"))
			.isEqualTo("invitation_waiting");
		assertThat(broken("update invitation set role = 'HOST', perimeter = null")).isEqualTo("invitation_site");
		assertThat(broken("update invitation set role = 'REGULATOR'")).isEqualTo("invitation_place");
		assertThat(broken("update invitation set perimeter = '99'")).isEqualTo("account_perimeter_known");
		assertThat(broken("update invitation set accepted_at = now()")).isEqualTo("invitation_accepted");
	}

	private String broken(String sql) {
		return BrokenConstraint.of(catchThrowable(() -> this.jdbc.sql(sql).update()));
	}

}
