package fr.medecinproche.account;

import java.net.http.HttpResponse;
import java.util.List;

import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.HttpVisitor;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock.SettableClock;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static fr.medecinproche.testing.PageAssertions.page;
import static org.assertj.core.api.Assertions.assertThat;

@ApplicationTest
class SecondStepTests {

	private static final String CODE = "/compte/connexion/code";

	@Autowired
	SecondFactorService service;

	@Autowired
	SecondFactorLinks factorLinks;

	@Autowired
	AccountLinks links;

	@Autowired
	AccountService accountService;

	@Autowired
	AdmittanceService admittance;

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

	@LocalServerPort
	int port;

	private Account account;

	private String sealed;

	private List<String> recoveryCodes;

	private HttpVisitor visitor;

	@BeforeEach
	void somebodyWithAPhone() {
		this.database.clean();
		this.account = this.scenario.account("aline@essai.example", Role.REGULATOR);
		this.sealed = this.secrets.draw();
		this.recoveryCodes = this.service.turnAppOn(this.account.id(), this.sealed, code(), "session");
		later(60);
		this.visitor = new HttpVisitor(this.port);
	}

	@Test
	void a_password_alone_opens_no_page_of_the_role_nor_of_the_account() {
		page(signIn().body()).isSound().says("Deuxième étape", "Téléphone perdu").doesNotSay("Se déconnecter");
		for (var path : List.of("/regulation", "/compte", "/compte/second-facteur", "/compte/mot-de-passe")) {
			assertThat(this.visitor.open(path).uri()).as(path).hasPath("/compte/connexion");
		}
	}

	@Test
	void the_code_of_the_phone_opens_the_page_first_asked_for() {
		this.visitor.open("/compte/connexions");
		this.visitor.submit("/compte/connexion", "email", "aline@essai.example", "password", Scenario.PASSWORD);
		var opened = this.visitor.submit(CODE, "code", code());
		assertThat(opened.uri()).hasPath("/compte/connexions");
		page(opened.body()).isSound().says("Code du téléphone", "Réussie", "127.0.0.0/24");
	}

	@Test
	void a_recovery_code_opens_too_and_only_once() {
		signIn();
		assertThat(this.visitor.submit(CODE, "code", this.recoveryCodes.getFirst()).uri()).hasPath("/regulation");
		var elsewhere = new HttpVisitor(this.port);
		signIn(elsewhere);
		page(elsewhere.submit(CODE, "code", this.recoveryCodes.getFirst()).body()).isSound()
			.says("Ce code n’est pas le bon, ou il a déjà servi");
	}

	@Test
	void wrong_codes_are_said_at_their_field_counted_and_written_down() {
		signIn();
		page(this.visitor.submit(CODE, "code", "").body()).isSound()
			.says("Écrivez le code")
			.has("#code[aria-invalid=true]");
		for (int i = 0; i < 4; i++) {
			page(this.visitor.submit(CODE, "code", "000").body()).says("Ce code n’est pas le bon");
		}
		page(this.visitor.submit(CODE, "code", code()).body()).isSound().says("Trop d’essais");
		assertThat(this.jdbc.sql("select count(*) from sign_in where not succeeded and means = 'CODE'")
			.query(Integer.class)
			.single()).isEqualTo(6);
	}

	@Test
	void a_code_typed_a_quarter_of_an_hour_later_starts_again() {
		signIn();
		later(15 * 60);
		var answer = this.visitor.submit(CODE, "code", code());
		assertThat(answer.uri()).hasPath("/compte/connexion");
		page(answer.body()).isSound().says("Écrivez de nouveau votre mot de passe");
	}

	@Test
	void a_password_changed_meanwhile_starts_again() {
		signIn();
		this.accountService.resetPassword(this.links.create(this.account, LinkPurpose.RESET_PASSWORD),
				"tortue cymbale orage");
		assertThat(this.visitor.submit(CODE, "code", code()).uri()).hasPath("/compte/connexion");
		assertThat(this.visitor.open("/regulation").uri()).hasPath("/compte/connexion");
	}

	@Test
	void an_account_suspended_meanwhile_is_not_let_in() {
		signIn();
		this.admittance.suspend(this.account.id());
		assertThat(this.visitor.submit(CODE, "code", code()).uri()).hasPath("/compte/connexion");
		assertThat(this.visitor.open("/regulation").uri()).hasPath("/compte/connexion");
	}

	@Test
	void the_second_page_without_the_first_starts_at_the_first() {
		assertThat(this.visitor.open(CODE).uri()).hasPath("/compte/connexion");
		assertThat(this.visitor.cookies()).doesNotContain("SESSION");
	}

	@Test
	void a_lost_phone_is_left_behind_through_a_link_that_works_once() {
		signIn();
		page(this.visitor.submit("/compte/connexion/telephone-perdu").body()).isSound().says("Un lien vient de partir");
		var path = "/compte/telephone-perdu/" + this.links.create(this.account, LinkPurpose.DROP_SECOND_FACTOR);
		page(this.visitor.open(path).body()).isSound();
		assertThat(this.service.of(this.account.id())).as("opening is not agreeing").isPresent();
		page(this.visitor.submit(path).body()).isSound().says("La connexion en deux étapes est désactivée");
		page(this.visitor.open(path).body()).isSound().says("Ce lien a expiré ou a déjà servi");
		assertThat(signIn().uri()).hasPath("/regulation");
	}

	@Test
	void the_link_for_a_lost_phone_needs_the_password_first() {
		var token = Jsoup.parse(this.visitor.open("/compte/connexion").body()).select("[name=_csrf]").val();
		assertThat(this.visitor.post("/compte/connexion/telephone-perdu", "_csrf", token).uri())
			.hasPath("/compte/connexion");
		assertThat(this.jdbc.sql("select count(*) from account_link").query(Integer.class).single()).isZero();
	}

	@Test
	void a_link_by_mail_is_the_second_step_in_the_same_browser_only() {
		this.service.turnOff(this.account.id());
		this.service.turnEmailOn(this.account.id(), "session");
		page(signIn().body()).isSound().says("Nous venons de vous envoyer un lien");
		assertThat(this.jdbc.sql("select purpose from account_link").query(String.class).list())
			.containsExactly("SIGN_IN");
		var path = "/compte/connexion/lien/" + this.links.create(this.account, LinkPurpose.SIGN_IN);
		page(new HttpVisitor(this.port).open(path).body()).isSound().says("Ouvrez ce lien dans le navigateur");
		page(this.visitor.open(path).body()).isSound();
		assertThat(this.visitor.submit(path).uri()).hasPath("/regulation");
		signIn(this.visitor = new HttpVisitor(this.port));
		this.visitor.open(path);
		page(this.visitor.submit(path).body()).isSound().says("Ce lien a expiré ou a déjà servi");
	}

	@Test
	void a_link_by_mail_of_somebody_else_is_worth_nothing_and_stays_theirs() {
		var other = this.scenario.account("bernard@essai.example", Role.ADMIN);
		this.service.turnEmailOn(other.id(), "session");
		var secret = this.links.create(other, LinkPurpose.SIGN_IN);
		assertThat(this.factorLinks.signIn(this.account.id(), secret)).isFalse();
		assertThat(this.factorLinks.signIn(other.id(), secret)).isTrue();
		assertThat(this.factorLinks.signIn(other.id(), secret)).isFalse();
	}

	@Test
	void whoever_chose_the_phone_is_not_let_in_by_mail_instead() {
		var token = Jsoup.parse(signIn().body()).select("[name=_csrf]").val();
		this.visitor.post("/compte/connexion/lien", "_csrf", token);
		assertThat(this.jdbc.sql("select count(*) from account_link").query(Integer.class).single()).isZero();
		var path = "/compte/connexion/lien/" + this.links.create(this.account, LinkPurpose.SIGN_IN);
		this.visitor.open(path);
		assertThat(this.visitor.submit(path).uri()).hasPath(CODE);
		assertThat(this.visitor.open("/regulation").uri()).hasPath("/compte/connexion");
	}

	private HttpResponse<String> signIn() {
		return signIn(this.visitor);
	}

	private static HttpResponse<String> signIn(HttpVisitor visitor) {
		visitor.open("/compte/connexion");
		return visitor.submit("/compte/connexion", "email", "aline@essai.example", "password", Scenario.PASSWORD);
	}

	private String code() {
		return this.secrets.open(this.sealed)
			.orElseThrow()
			.code(this.clock.instant().getEpochSecond() / 30, Totp.DIGITS);
	}

	private void later(int seconds) {
		this.clock.set(this.clock.instant().plusSeconds(seconds).atZone(this.clock.getZone()).toLocalDateTime());
	}

}
