package fr.medecinproche.volunteer.web;

import java.util.Map;

import fr.medecinproche.account.Role;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Race;
import fr.medecinproche.testing.Scenario;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.LinkedMultiValueMap;

import static fr.medecinproche.testing.PageAssertions.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@ApplicationTest
class RegistrationTests {

	private static final String PITCH = "/medecin/devenir-volontaire";

	private static final String FORM = PITCH + "/inscription";

	private static final String SENT = PITCH + "/message-envoye";

	private static final String RPPS = Scenario.rpps(100_042).digits();

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Scenario scenario;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	CleanDatabase database;

	@BeforeEach
	void nobody() {
		this.database.clean();
	}

	private static Map<String, String> soundForm() {
		return Map.of("givenName", "Aline", "familyName", "Roux", "email", "aline.roux@essai.example", "mobile",
				"06 39 98 00 03", "rpps", RPPS, "commune", "Toulouse", "practice", "LIBERAL_INSTALLE", "secteur",
				"SECTEUR_2", "password", "trois petits chats gris");
	}

	private MvcTestResult send(String... changes) {
		var fields = new LinkedMultiValueMap<String, String>();
		soundForm().forEach(fields::add);
		for (int change = 0; change < changes.length; change += 2) {
			fields.set(changes[change], changes[change + 1]);
		}
		return this.mvc.post().uri(FORM).params(fields).with(csrf()).exchange();
	}

	private long count(String table) {
		return this.jdbc.sql("select count(*) from " + table).query(Long.class).single();
	}

	@Test
	void says_honestly_what_is_asked_and_how_it_is_paid() {
		page(this.mvc.get().uri(PITCH).exchange()).isSound()
			.says("28 zones", "323 497 habitants", "Deux jours par mois au plus", "100 € par demi-journée", "CPAM",
					"secteur 1, sans dépassement", "En général, le conseil départemental de l’Ordre");
		page(this.mvc.get().uri(PITCH + "?lang=en").exchange()).isSound().says("Two days a month at most");
	}

	@Test
	void shows_the_form_and_the_page_after_it() {
		page(this.mvc.get().uri(FORM).exchange()).isSound()
			.says("Numéro RPPS", "Commune d’exercice")
			.hasNo("[role=alert]");
		page(this.mvc.get().uri(SENT).exchange()).isSound().says("Confirmez votre adresse e-mail");
		page(this.mvc.get().uri(FORM + "?lang=en").exchange()).isSound();
	}

	@Test
	void opens_an_account_to_confirm_and_a_file_to_decide() {
		assertThat(send()).hasRedirectedUrl(SENT);
		assertThat(this.jdbc.sql("""
				select a.role || ' ' || a.display_name || ' ' || (a.email_confirmed_at is null) || ' ' || v.file_status
				|| ' ' || v.rpps || ' ' || v.commune || ' ' || v.mobile
				from volunteer v join account a on a.id = v.account_id where a.email = 'aline.roux@essai.example'
				""").query(String.class).single())
			.isEqualTo("VOLUNTEER Dr Aline Roux true SUBMITTED " + RPPS + " 31555 +33639980003");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			givenName  | ''                   | Écrivez votre prénom.
			givenName  | '   '                | Écrivez votre prénom.
			familyName | ''                   | Écrivez votre nom de famille.
			familyName | <script>             | Écrivez un nom avec des lettres
			email      | ''                   | Écrivez votre adresse e-mail.
			email      | aline@               | Cette adresse e-mail n’est pas complète.
			mobile     | ''                   | Écrivez votre numéro de portable.
			mobile     | 05 62 00 00 00       | Ce n’est pas un numéro de portable.
			rpps       | ''                   | Écrivez votre numéro RPPS.
			rpps       | 99901000             | il doit avoir 11 chiffres
			rpps       | 10000000000          | l’un d’eux est peut-être faux
			commune    | ''                   | Indiquez une commune ou un code postal.
			commune    | Plaisance            | De quelle commune s’agit-il ?
			practice   | ''                   | Choisissez votre situation.
			practice   | SORCIER              | Cette réponse n’a pas la forme attendue.
			secteur    | ''                   | Choisissez votre secteur.
			password   | ''                   | Écrivez un mot de passe.
			password   | court                | Ce mot de passe est trop court
			password   | motdepasse2027       | Ce mot de passe est trop courant
			password   | aline roux a 12 ans  | Ce mot de passe contient votre nom
			""")
	void a_field_that_is_not_right_says_why_and_the_rest_is_kept(String field, String value, String sentence) {
		var answer = send(field, value);
		assertThat(answer).hasStatusOk();
		page(answer).isSound().says(sentence).has("[role=alert]").hasNo("input[type=password]:not([value=''])");
		if (!field.equals("email")) {
			page(answer).has("input[name=email][value='aline.roux@essai.example']");
		}
		assertThat(count("account")).isZero();
	}

	@Test
	void an_empty_form_says_each_field_once() {
		var answer = this.mvc.post().uri(FORM).with(csrf()).exchange();
		page(answer).isSound().says("Écrivez votre prénom.", "Écrivez votre numéro RPPS.", "Choisissez votre secteur.");
	}

	@Test
	void a_name_that_several_communes_bear_is_chosen_from_a_list() {
		assertThat(send("commune", "Plaisance", "communeCode", Scenario.PLAISANCE)).hasRedirectedUrl(SENT);
		assertThat(this.jdbc.sql("select commune from volunteer").query(String.class).single())
			.isEqualTo(Scenario.PLAISANCE);
	}

	@Test
	void a_number_already_known_is_refused_kindly_and_leaves_no_account() {
		send();
		page(send("email", "autre@essai.example")).isSound()
			.says("Un dossier existe déjà avec ce numéro RPPS.")
			.has("input[name=rpps][aria-invalid=true]");
		assertThat(count("account")).isOne();
	}

	@Test
	void a_known_number_gets_the_same_answer_whether_the_address_is_known_or_not() {
		send();
		this.scenario.account("connue@essai.example", Role.HOST);
		page(send("email", "connue@essai.example")).says("Un dossier existe déjà avec ce numéro RPPS.");
		page(send("email", "inconnue@essai.example")).says("Un dossier existe déjà avec ce numéro RPPS.");
	}

	@Test
	void a_known_address_gets_the_same_answer_as_any_other() {
		this.scenario.account("aline.roux@essai.example", Role.HOST);
		var answer = send();
		assertThat(answer).hasRedirectedUrl(SENT);
		assertThat(answer).flash().isEmpty();
		assertThat(count("account")).isOne();
		assertThat(count("volunteer")).isZero();
	}

	@Test
	void a_double_click_registers_once_and_breaks_nothing() throws InterruptedException {
		var answers = Race.of(4, (click) -> send().getResponse().getStatus());
		assertThat(answers).allSatisfy((answer) -> assertThat(answer.resultNow()).isIn(200, 302));
		assertThat(count("account")).isOne();
		assertThat(count("volunteer")).isOne();
	}

	@Test
	void two_who_use_one_number_at_the_same_instant_are_one_doctor() throws InterruptedException {
		var answers = Race.of(4, (person) -> send("email", "p" + person + "@essai.example").getResponse().getStatus());
		assertThat(answers).extracting((answer) -> answer.resultNow()).containsOnlyOnce(302).containsOnly(302, 200);
		assertThat(count("volunteer")).isOne();
		assertThat(count("account")).isOne();
	}

}
