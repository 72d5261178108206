package fr.medecinproche.account;

import java.util.Locale;

import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.HttpVisitor;
import fr.medecinproche.testing.CleanDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static fr.medecinproche.testing.PageAssertions.page;
import static org.assertj.core.api.Assertions.assertThat;

@ApplicationTest
class SignInTests {

	private static final String PASSWORD = "girafe violon nuage";

	@Autowired
	AccountService service;

	@Autowired
	AdmittanceService admittance;

	@Autowired
	AccountLinks links;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	CleanDatabase database;

	@LocalServerPort
	int port;

	private HttpVisitor visitor;

	@BeforeEach
	void open() {
		this.database.clean();
		this.visitor = new HttpVisitor(this.port);
	}

	@ParameterizedTest
	@EnumSource
	void leads_to_the_first_page_of_the_role(Role role) {
		confirmed("somebody@example.org", role);
		this.visitor.open("/compte/connexion");
		assertThat(signIn("Somebody@Example.org", PASSWORD)).isEqualTo(role.home());
		assertThat(this.visitor.cookies()).contains("SESSION");
	}

	@Test
	void leads_to_the_page_first_asked_for() {
		confirmed("doctor@example.org", Role.VOLUNTEER);
		this.visitor.open("/medecin/agenda?mois=2027-01");
		assertThat(signIn("doctor@example.org", PASSWORD)).isEqualTo("/medecin/agenda?mois=2027-01");
	}

	@Test
	void does_not_lead_to_a_page_of_another_role() {
		confirmed("doctor@example.org", Role.VOLUNTEER);
		this.visitor.open("/ars/zones");
		assertThat(signIn("doctor@example.org", PASSWORD)).isEqualTo("/medecin");
	}

	@ParameterizedTest
	@ValueSource(strings = { "doctor@example.org", "nobody@example.org", "no address", "" })
	void reads_the_same_for_a_wrong_password_and_an_unknown_address(String email) {
		confirmed("doctor@example.org", Role.VOLUNTEER);
		this.visitor.open("/compte/connexion");
		var answer = this.visitor.submit("/compte/connexion", "email", email, "password", "a wrong password");
		page(answer.body()).isSound()
			.says("L’adresse ou le mot de passe n’est pas le bon")
			.has("#email[value='" + email + "']")
			.hasNo("#password[value]");
		assertThat(this.visitor.cookies()).doesNotContain("SESSION");
	}

	@Test
	void a_password_too_long_for_bcrypt_is_just_wrong() {
		confirmed("doctor@example.org", Role.VOLUNTEER);
		this.visitor.open("/compte/connexion");
		var answer = this.visitor.submit("/compte/connexion", "email", "doctor@example.org", "password",
				"a".repeat(1000));
		page(answer.body()).says("L’adresse ou le mot de passe n’est pas le bon");
	}

	@Test
	void an_unconfirmed_account_is_told_to_open_its_mail_and_can_have_the_link_again() {
		register("doctor@example.org", Role.VOLUNTEER);
		this.visitor.open("/compte/connexion");
		var answer = this.visitor.submit("/compte/connexion", "email", "doctor@example.org", "password", PASSWORD);
		page(answer.body()).isSound().says("Votre adresse n’est pas encore confirmée", "Recevoir un nouveau lien");
		var before = linksInUse();
		var sent = this.visitor.submit("/compte/confirmation");
		page(sent.body()).isSound().says("un lien vient de partir");
		assertThat(linksInUse()).isEqualTo(before + 1);
		page(this.visitor.open("/compte/connexion").body()).doesNotSay("un lien vient de partir");
		assertThat(this.visitor.cookies()).doesNotContain("SESSION");
	}

	@Test
	void what_is_wrong_with_an_account_is_told_only_to_who_knows_its_password() {
		register("doctor@example.org", Role.VOLUNTEER);
		this.visitor.open("/compte/connexion");
		var answer = this.visitor.submit("/compte/connexion", "email", "doctor@example.org", "password",
				"a wrong password");
		page(answer.body()).doesNotSay("pas encore confirmée");
	}

	@Test
	void a_suspended_account_is_told_whom_to_ask() {
		var account = confirmed("doctor@example.org", Role.VOLUNTEER);
		this.admittance.suspend(account.id());
		this.visitor.open("/compte/connexion");
		var answer = this.visitor.submit("/compte/connexion", "email", "doctor@example.org", "password", PASSWORD);
		page(answer.body()).isSound().says("Votre compte est suspendu", "agence régionale de santé");
	}

	@Test
	void a_suspension_ends_the_sessions_under_way() {
		var account = confirmed("doctor@example.org", Role.VOLUNTEER);
		this.visitor.open("/compte/connexion");
		signIn("doctor@example.org", PASSWORD);
		page(this.visitor.open("/plan-du-site").body()).says("Se déconnecter");
		this.admittance.suspend(account.id());
		page(this.visitor.open("/plan-du-site").body()).doesNotSay("Se déconnecter");
	}

	@Test
	void signing_out_is_said_and_final() {
		confirmed("doctor@example.org", Role.VOLUNTEER);
		this.visitor.open("/compte/connexion");
		signIn("doctor@example.org", PASSWORD);
		this.visitor.open("/plan-du-site");
		page(this.visitor.submit("/compte/deconnexion").body()).says("Vous êtes déconnecté");
		assertThat(this.jdbc.sql("select count(*) from spring_session").query(Integer.class).single()).isZero();
		assertThat(this.visitor.open("/medecin").uri()).hasPath("/compte/connexion");
	}

	@Test
	void too_many_wrong_passwords_have_to_wait() {
		confirmed("often@example.org", Role.VOLUNTEER);
		for (int i = 0; i < 10; i++) {
			this.visitor.open("/compte/connexion");
			this.visitor.submit("/compte/connexion", "email", "often@example.org", "password", "a wrong password");
		}
		this.visitor.open("/compte/connexion");
		var answer = this.visitor.submit("/compte/connexion", "email", "often@example.org", "password", PASSWORD);
		page(answer.body()).isSound().says("Trop d’essais");
	}

	@Test
	void a_forgotten_password_is_replaced_once_and_ends_other_sessions() {
		var account = confirmed("doctor@example.org", Role.VOLUNTEER);
		var elsewhere = new HttpVisitor(this.port);
		elsewhere.open("/compte/connexion");
		elsewhere.submit("/compte/connexion", "email", "doctor@example.org", "password", PASSWORD);
		var path = "/compte/mot-de-passe/" + this.links.create(account, LinkPurpose.RESET_PASSWORD);
		page(this.visitor.open(path).body()).isSound();
		page(this.visitor.submit(path, "password", "court").body()).isSound()
			.says("Ce mot de passe est trop court")
			.has("#password[aria-invalid=true]")
			.has("a[href='#password']");
		page(this.visitor.submit(path, "password", "tortue cymbale orage").body())
			.says("Votre mot de passe est changé");
		assertThat(elsewhere.open("/medecin").uri()).hasPath("/compte/connexion");
		assertThat(signIn("doctor@example.org", "tortue cymbale orage")).isEqualTo("/medecin");
		page(new HttpVisitor(this.port).open(path).body()).isSound().says("Ce lien a expiré ou a déjà servi");
	}

	@Test
	void opening_a_confirmation_link_confirms_nothing_before_its_button() {
		var account = register("doctor@example.org", Role.VOLUNTEER);
		var path = "/compte/confirmation/" + this.links.create(account, LinkPurpose.CONFIRM_EMAIL);
		page(this.visitor.open(path).body()).isSound().says("Confirmer mon adresse");
		page(this.visitor.open(path).body()).says("Confirmer mon adresse");
		page(this.visitor.submit(path).body()).says("Votre adresse est confirmée");
		assertThat(signIn("doctor@example.org", PASSWORD)).isEqualTo("/medecin");
	}

	private String signIn(String email, String password) {
		var page = this.visitor.submit("/compte/connexion", "email", email, "password", password).uri();
		return (page.getQuery() != null && !page.getQuery().equals("continue")) ? page.getPath() + "?" + page.getQuery()
				: page.getPath();
	}

	private Account register(String email, Role role) {
		return this.service.register(new EmailAddress(email), PASSWORD, role, "Aline Roux", Locale.FRENCH);
	}

	private Account confirmed(String email, Role role) {
		var account = register(email, role);
		this.service.confirmEmail(this.links.create(account, LinkPurpose.CONFIRM_EMAIL));
		return account;
	}

	private int linksInUse() {
		return this.jdbc.sql("select count(*) from account_link where used_at is null").query(Integer.class).single();
	}

}
