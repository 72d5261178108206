package fr.medecinproche.account;

import java.util.regex.Pattern;

import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.HttpVisitor;
import fr.medecinproche.testing.Scenario;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static fr.medecinproche.testing.PageAssertions.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

@ApplicationTest
class AccountPagesTests {

	private static final String ADDRESS = "/compte/adresse";

	private static final String PASSWORD = "/compte/mot-de-passe";

	@Autowired
	SignInJournal journal;

	@Autowired
	Accounts accounts;

	@Autowired
	Scenario scenario;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	CleanDatabase database;

	@LocalServerPort
	int port;

	private Account account;

	private HttpVisitor visitor;

	@BeforeEach
	void somebodySignedIn() {
		this.database.clean();
		this.account = this.scenario.account("aline@essai.example", Role.REGULATOR);
		this.visitor = signedIn("aline@essai.example", Scenario.PASSWORD);
	}

	@Test
	void the_menu_leads_to_the_account_and_the_account_to_all_that_can_be_done() {
		page(this.visitor.open("/regulation").body()).has("nav a[href='/compte']");
		page(this.visitor.open("/compte").body()).isSound()
			.says("Mon compte", "Régulation téléphonique", "aline@essai.example", "Désactivée", "Dernière :")
			.has("main a[href='/compte/adresse']")
			.has("main a[href='/compte/mot-de-passe']")
			.has("main a[href='/compte/second-facteur']")
			.has("main a[href='/compte/connexions']")
			.has("main a[href='/compte/fermeture']");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/compte", ADDRESS, PASSWORD, "/compte/second-facteur",
			"/compte/second-facteur/application", "/compte/second-facteur/e-mail", "/compte/second-facteur/codes",
			"/compte/second-facteur/arret", "/compte/connexions", "/compte/fermeture" })
	void each_page_reads_well_in_both_languages(String path) {
		page(this.visitor.open(path).body()).isSound();
		page(this.visitor.open(path + "?lang=en").body()).isSound().says("Sign out");
	}

	@Test
	void a_change_of_address_says_what_is_missing_or_wrong_and_keeps_the_rest() {
		this.visitor.open(ADDRESS);
		page(this.visitor.submit(ADDRESS, "email", "", "current", "").body()).isSound()
			.says("Écrivez votre adresse e-mail", "Écrivez votre mot de passe actuel");
		page(this.visitor.submit(ADDRESS, "email", "nouvelle@", "current", Scenario.PASSWORD).body()).isSound()
			.says("pas complète")
			.has("#email[value='nouvelle@']")
			.hasNo("#current[value]:not([value=''])");
		page(this.visitor.submit(ADDRESS, "email", "nouvelle@essai.example", "current", "wrong").body()).isSound()
			.says("Ce n’est pas votre mot de passe actuel")
			.has("#current[aria-invalid=true]");
		page(this.visitor.submit(ADDRESS, "email", "aline@essai.example", "current", Scenario.PASSWORD).body())
			.says("C’est déjà l’adresse de votre compte");
	}

	@Test
	void a_free_address_and_one_somebody_has_get_the_same_page() {
		this.scenario.account("prise@essai.example", Role.HOST);
		assertThat(asking("prise@essai.example").replace("prise@", "libre@")).isEqualTo(asking("libre@essai.example"));
	}

	/** The page that follows, without what differs from one opening to the next. */
	private String asking(String email) {
		this.visitor.open(ADDRESS);
		var answer = this.visitor.submit(ADDRESS, "email", email, "current", Scenario.PASSWORD).body();
		page(answer).isSound().says("Si cette adresse peut servir", "Changement demandé vers " + email);
		return answer.replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
	}

	@Test
	void both_addresses_are_written_to_and_the_links_act_on_a_button_only() {
		asking("libre@essai.example");
		var confirm = linkSentTo("libre@essai.example");
		var stop = linkSentTo("aline@essai.example");
		assertThat(confirm).startsWith("/compte/adresse/confirmation/");
		assertThat(stop).startsWith("/compte/adresse/arret/");
		page(this.visitor.open(stop).body()).isSound().says("gardera l’adresse aline@essai.example");
		page(this.visitor.open(confirm).body()).isSound().says("passera à l’adresse libre@essai.example");
		assertThat(email()).isEqualTo("aline@essai.example");
		page(this.visitor.submit(confirm).body()).isSound().says("Votre adresse est changée");
		assertThat(email()).isEqualTo("libre@essai.example");
		assertThat(this.visitor.open("/regulation").uri()).as("sessions have ended").hasPath("/compte/connexion");
		page(this.visitor.open(confirm).body()).isSound().says("Ce lien a expiré, a déjà servi");
		page(this.visitor.open(stop).body()).isSound().says("a déjà changé", "Nous remettrons aline@essai.example");
		page(this.visitor.submit(stop).body()).isSound().says("Le changement est arrêté");
		assertThat(email()).isEqualTo("aline@essai.example");
		page(this.visitor.open(stop).body()).isSound().says("Ce lien a expiré, ou le changement est déjà arrêté");
	}

	@Test
	void an_address_taken_before_the_link_was_used_is_said_on_its_page() {
		asking("libre@essai.example");
		var confirm = linkSentTo("libre@essai.example");
		this.scenario.account("libre@essai.example", Role.HOST);
		this.visitor.open(confirm);
		page(this.visitor.submit(confirm).body()).isSound().says("Un compte existe déjà à cette adresse");
	}

	@Test
	void only_the_owner_of_a_taken_address_is_told_that_it_is() {
		this.scenario.account("prise@essai.example", Role.HOST);
		asking("prise@essai.example");
		assertThat(bodySentTo("prise@essai.example")).contains("Elle a déjà le sien").doesNotContain("/compte/adresse");
	}

	@Test
	void a_change_that_waits_is_given_up_from_the_account() {
		asking("libre@essai.example");
		page(this.visitor.submit(ADDRESS).body()).isSound()
			.says("Le changement d’adresse est abandonné")
			.doesNotSay("libre@essai.example");
		page(this.visitor.open(linkSentTo("libre@essai.example")).body()).says("le changement a été arrêté");
	}

	@Test
	void another_password_ends_the_other_sessions_and_not_this_one() {
		var elsewhere = signedIn("aline@essai.example", Scenario.PASSWORD);
		this.visitor.open(PASSWORD);
		page(this.visitor.submit(PASSWORD, "current", Scenario.PASSWORD, "password", "court").body()).isSound()
			.says("Ce mot de passe est trop court");
		page(this.visitor.submit(PASSWORD, "current", "wrong", "password", "tortue cymbale orage").body()).isSound()
			.says("Ce n’est pas votre mot de passe actuel");
		page(this.visitor.submit(PASSWORD, "current", Scenario.PASSWORD, "password", "tortue cymbale orage").body())
			.isSound()
			.says("Votre mot de passe est changé", "Mon compte");
		assertThat(elsewhere.open("/regulation").uri()).hasPath("/compte/connexion");
		assertThat(this.visitor.open("/regulation").uri()).hasPath("/regulation");
		assertThat(bodySentTo("aline@essai.example")).contains("vient de changer");
		assertThat(signedIn("aline@essai.example", "tortue cymbale orage").open("/regulation").uri())
			.hasPath("/regulation");
	}

	@Test
	void wrong_current_passwords_are_slowed_down() {
		// an address of its own: failures are counted in memory, for all tests
		this.scenario.account("souvent@essai.example", Role.REGULATOR);
		this.visitor = signedIn("souvent@essai.example", Scenario.PASSWORD);
		this.visitor.open(PASSWORD);
		for (int i = 0; i < 10; i++) {
			this.visitor.submit(PASSWORD, "current", "wrong", "password", "tortue cymbale orage");
		}
		page(this.visitor.submit(PASSWORD, "current", Scenario.PASSWORD, "password", "tortue cymbale orage").body())
			.isSound()
			.says("Trop d’essais");
	}

	@Test
	void the_history_says_when_how_and_from_where_and_nothing_of_others() {
		signedIn("aline@essai.example", "wrong");
		this.scenario.account("bernard@essai.example", Role.REGULATOR);
		signedIn("bernard@essai.example", "wrong");
		page(this.visitor.open("/compte/connexions").body()).isSound()
			.says("2 connexions", "lundi 4 janvier 2027 à 8 h", "Réussie", "Refusée", "Mot de passe",
					"Autre navigateur", "127.0.0.0/24", "90 jours")
			.doesNotSay("127.0.0.1");
	}

	@Test
	void an_unknown_address_leaves_nothing_in_any_history() {
		signedIn("personne@essai.example", "wrong");
		assertThat(this.jdbc.sql("select count(*) from sign_in").query(Integer.class).single()).isOne();
	}

	@Test
	void a_long_history_has_pages() {
		for (int i = 0; i < 45; i++) {
			this.journal.write(this.account.id(), SignIn.Means.PASSWORD, true, new Caller("203.0.113.9", null));
		}
		page(this.visitor.open("/compte/connexions").body()).isSound()
			.says("46 connexions")
			.has("nav a[href*='page=2']");
		page(this.visitor.open("/compte/connexions?page=2").body()).isSound();
		page(this.visitor.open("/compte/connexions?page=-4").body()).isSound();
		page(this.visitor.open("/compte/connexions?page=99999999").body()).isSound();
		assertThat(this.visitor.open("/compte/connexions?page=x").statusCode()).isEqualTo(400);
	}

	@Test
	void it_was_not_me_ends_other_sessions_and_leads_to_another_password() {
		var elsewhere = signedIn("aline@essai.example", Scenario.PASSWORD);
		this.visitor.open("/compte/connexions");
		var answer = this.visitor.submit("/compte/connexions/contestation");
		assertThat(answer.uri()).hasPath(PASSWORD);
		page(answer.body()).isSound().says("Choisissez maintenant un autre mot de passe");
		assertThat(elsewhere.open("/regulation").uri()).hasPath("/compte/connexion");
	}

	@Test
	void other_sessions_are_ended_with_one_button() {
		var elsewhere = signedIn("aline@essai.example", Scenario.PASSWORD);
		this.visitor.open("/compte/connexions");
		page(this.visitor.submit("/compte/sessions").body()).isSound().says("Vos autres connexions sont fermées");
		assertThat(elsewhere.open("/regulation").uri()).hasPath("/compte/connexion");
		assertThat(this.visitor.open("/regulation").uri()).hasPath("/regulation");
	}

	@Test
	void the_database_refuses_a_whole_address() {
		assertThatException().isThrownBy(() -> this.jdbc.sql("update sign_in set network = '203.0.113.9/32'").update())
			.withMessageContaining("sign_in_network_check");
	}

	private HttpVisitor signedIn(String email, String password) {
		var somebody = new HttpVisitor(this.port);
		somebody.open("/compte/connexion");
		somebody.submit("/compte/connexion", "email", email, "password", password);
		return somebody;
	}

	private String email() {
		return this.accounts.findById(this.account.id()).orElseThrow().email().value();
	}

	private String linkSentTo(String email) {
		var matcher = Pattern.compile("http://localhost:8080(/compte/adresse/\\S+)").matcher(bodySentTo(email));
		assertThat(matcher.find()).isTrue();
		return matcher.group(1);
	}

	private String bodySentTo(String email) {
		return this.jdbc.sql("select body_text from outbox_message where recipient = ? order by id desc limit 1")
			.param(email)
			.query(String.class)
			.single();
	}

}
