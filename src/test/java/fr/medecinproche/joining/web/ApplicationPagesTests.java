package fr.medecinproche.joining.web;

import java.time.LocalDateTime;
import java.util.Map;

import fr.medecinproche.account.Role;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Genuine;
import fr.medecinproche.testing.Race;
import fr.medecinproche.testing.Letters;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static fr.medecinproche.joining.web.Applicant.FORM;
import static fr.medecinproche.joining.web.Applicant.HOME;
import static fr.medecinproche.joining.web.Applicant.RESUME;
import static fr.medecinproche.joining.web.Applicant.RPPS;
import static fr.medecinproche.testing.PageAssertions.page;
import static org.assertj.core.api.Assertions.assertThat;

@ApplicationTest
class ApplicationPagesTests {

	private static final String SENT = HOME + "/message-envoye";

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

	private Applicant aline;

	@BeforeEach
	void nobody() {
		this.database.clean();
		this.aline = new Applicant(this.mvc);
	}

	private long count(String table) {
		return this.jdbc.sql("select count(*) from " + table).query(Long.class).single();
	}

	@Test
	void three_steps_then_an_account_to_confirm_and_a_file_to_decide() {
		assertThat(this.aline.answer("")).hasRedirectedUrl(FORM + "/exercice");
		assertThat(this.aline.answer("/exercice")).hasRedirectedUrl(FORM + "/souhaits");
		assertThat(this.aline.answer("/souhaits")).hasRedirectedUrl(FORM + "/envoi");
		assertThat(this.aline.answer("/envoi")).hasRedirectedUrl(SENT);
		assertThat(this.jdbc.sql("""
				select a.role || ' ' || a.display_name || ' ' || (a.email_confirmed_at is null) || ' ' || v.rpps || ' '
				|| v.commune || ' ' || v.mobile
				from volunteer v join account a on a.id = v.account_id where a.email = 'aline.roux@essai.example'
				""").query(String.class).single())
			.isEqualTo("VOLUNTEER Dr Aline Roux true " + RPPS + " 31555 +33639980003");
		assertThat(this.jdbc.sql("select to_jsonb(p) - 'volunteer_id' from volunteer_application p")
			.query(String.class)
			.single()).contains("\"cdom\": \"31\"", "\"max_km\": 100", "\"weekdays\": [\"TUESDAY\"]",
					"\"zones\": [\"243200508\"]", "\"start\": \"AT_ONCE\"", "\"insurer_informed\": true",
					"\"fragile_zone\": false");
	}

	@Test
	void each_step_says_where_one_is_in_both_languages() {
		page(this.aline.look(FORM)).isSound().says("Étape 1 sur 3", "Numéro RPPS", "30 jours").hasNo("[role=alert]");
		this.aline.answer("");
		page(this.aline.look(FORM + "/exercice")).isSound().says("Étape 2 sur 3", "Commune d’exercice");
		this.aline.answer("/exercice");
		page(this.aline.look(FORM + "/souhaits")).isSound().says("Étape 3 sur 3", "Lomagne gersoise (Gers)");
		this.aline.answer("/souhaits");
		page(this.aline.look(FORM + "/envoi")).isSound()
			.says("Dr Aline Roux", RPPS, "06 39 98 00 03", "Toulouse", "Secteur 2", "médecine générale",
					"Jusqu’à 100 km", "Bastides et vallons du Gers", "mardi", "Dès que possible");
		for (var step : new String[] { "", "/exercice", "/souhaits", "/envoi" }) {
			page(this.aline.look(FORM + step + "?lang=en")).isSound();
		}
		page(this.aline.look(SENT)).isSound().says("Confirmez votre adresse e-mail");
	}

	@Test
	void going_back_finds_everything_and_changes_what_is_changed() {
		this.aline.upToSending();
		page(this.aline.look(FORM)).has("input[name=givenName][value=Aline]")
			.has("input[name=rpps][value=%s]".formatted(RPPS));
		page(this.aline.look(FORM + "/exercice")).has("option[value=SECTEUR_2][selected]")
			.has("input[name=commune][value^=Toulouse]")
			.has("input[name=insurerInformed][checked]");
		page(this.aline.look(FORM + "/souhaits")).has("option[value=100][selected]")
			.has("input[value=TUESDAY][checked]")
			.has("input[value=243200508][checked]");
		this.aline.answer("", "familyName", "Abadie");
		page(this.aline.look(FORM + "/envoi")).says("Dr Aline Abadie", "Jusqu’à 100 km");
		assertThat(count("volunteer_draft")).isOne();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			''        | givenName  | ''                   | Écrivez votre prénom.
			''        | givenName  | '   '                | Écrivez votre prénom.
			''        | familyName | ''                   | Écrivez votre nom de famille.
			''        | familyName | <script>             | Écrivez un nom avec des lettres
			''        | email      | ''                   | Écrivez votre adresse e-mail.
			''        | email      | aline@               | Cette adresse e-mail n’est pas complète.
			''        | mobile     | ''                   | Écrivez votre numéro de portable.
			''        | mobile     | 05 62 00 00 00       | Ce n’est pas un numéro de portable.
			''        | rpps       | ''                   | Écrivez votre numéro RPPS.
			''        | rpps       | 99901000             | il doit avoir 11 chiffres
			''        | rpps       | 10000000000          | l’un d’eux est peut-être faux
			/exercice | commune    | ''                   | Indiquez une commune ou un code postal.
			/exercice | commune    | Plaisance            | De quelle commune s’agit-il ?
			/exercice | practice   | ''                   | Choisissez votre situation.
			/exercice | practice   | SORCIER              | Cette réponse n’a pas la forme attendue.
			/exercice | secteur    | ''                   | Choisissez votre secteur.
			/exercice | cdom       | ''                   | Écrivez le numéro du département
			/exercice | cdom       | Gers                 | Ce n’est pas un numéro de département.
			/exercice | cdom       | 20                   | Ce n’est pas un numéro de département.
			/exercice | specialty  | <b>                  | Écrivez une spécialité avec des lettres
			/souhaits | start      | ''                   | Choisissez quand vous aimeriez commencer.
			/envoi    | password   | ''                   | Écrivez un mot de passe.
			/envoi    | password   | court                | Ce mot de passe est trop court
			/envoi    | password   | motdepasse2027       | Ce mot de passe est trop courant
			/envoi    | password   | aline roux a 12 ans  | Ce mot de passe contient votre nom
			""")
	void a_field_that_is_not_right_says_why_and_the_rest_is_kept(String step, String field, String value,
			String sentence) {
		if (!step.isEmpty()) {
			this.aline.upToSending();
		}
		var answer = this.aline.answer(step, field, value);
		assertThat(answer).hasStatusOk();
		page(answer).isSound().says(sentence).has("[role=alert]").hasNo("input[type=password]:not([value=''])");
		if (step.isEmpty() && !field.equals("email")) {
			page(answer).has("input[name=email][value='aline.roux@essai.example']");
		}
		if (step.equals("/exercice") && !field.equals("secteur")) {
			page(answer).has("option[value=SECTEUR_2][selected]");
		}
		assertThat(count("account")).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "maxKm, 31", "weekdays, SUNDAY", "zones, 123456789", "zones, ' or 1=1" })
	void a_wish_that_is_not_offered_is_left_out(String field, String value) {
		this.aline.answer("");
		this.aline.answer("/exercice");
		assertThat(this.aline.answer("/souhaits", field, value)).hasRedirectedUrl(FORM + "/envoi");
		assertThat(this.jdbc
			.sql("select coalesce(max_km, 0) <> 31 and not 'SUNDAY' = any(weekdays) and "
					+ "(zones = '{}' or zones = '{243200508}') from volunteer_draft")
			.query(Boolean.class)
			.single()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "maxKm=mille", "weekdays=DIMANCHE", "start=HIER", "maxKm=99999999999" })
	void a_wish_that_is_none_is_an_error_of_the_form(String typed) {
		this.aline.upToSending();
		var answer = this.aline.answer("/souhaits", typed.split("=")[0], typed.split("=")[1]);
		assertThat(answer).hasStatusOk();
		page(answer).isSound().has("[role=alert]");
	}

	@Test
	void a_step_that_is_skipped_is_asked_for_first() {
		this.aline.answer("");
		assertThat(this.aline.look(FORM + "/souhaits")).hasRedirectedUrl(FORM + "/exercice");
		assertThat(this.aline.look(FORM + "/envoi")).hasRedirectedUrl(FORM + "/exercice");
		assertThat(this.aline.answer("/envoi")).hasRedirectedUrl(FORM + "/exercice");
		this.aline.answer("/exercice");
		assertThat(this.aline.look(FORM + "/envoi")).hasRedirectedUrl(FORM + "/souhaits");
		assertThat(count("account")).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/exercice", "/souhaits", "/envoi" })
	void whoever_has_no_application_here_is_told_how_to_find_it(String step) {
		assertThat(this.aline.look(FORM + step)).hasRedirectedUrl(RESUME + "?refus=LOST");
		assertThat(this.aline.answer(step)).hasRedirectedUrl(RESUME + "?refus=LOST");
		page(this.aline.look(RESUME + "?refus=LOST")).isSound().says("Nous ne retrouvons pas votre demande");
		assertThat(this.aline.look(RESUME + "?refus=RIEN")).hasStatus4xxClientError();
	}

	@Test
	void a_number_already_known_is_refused_kindly_at_the_first_step_and_leaves_nothing() {
		this.aline.upToSending().answer("/envoi");
		var other = new Applicant(this.mvc);
		this.scenario.account("connue@essai.example", Role.HOST);
		for (var address : new String[] { "connue@essai.example", "inconnue@essai.example" }) {
			page(other.answer("", "email", address)).isSound()
				.says("Un dossier existe déjà avec ce numéro RPPS.")
				.has("input[name=rpps][aria-invalid=true]");
		}
		assertThat(count("account")).isEqualTo(2);
		assertThat(count("volunteer_draft where sent_at is null")).isZero();
	}

	@Test
	void of_two_who_use_one_number_the_second_to_send_is_told() {
		var other = new Applicant(this.mvc).upToSending("email", "autre@essai.example");
		this.aline.upToSending().answer("/envoi");
		page(other.answer("/envoi")).isSound().says("Un dossier existe déjà avec ce numéro RPPS.").has("[role=alert]");
		assertThat(count("account")).isOne();
	}

	@Test
	void a_known_address_gets_the_same_answers_as_any_other_and_only_its_owner_is_told() {
		this.scenario.account("aline.roux@essai.example", Role.HOST);
		assertThat(this.aline.answer("")).hasRedirectedUrl(FORM + "/exercice");
		this.aline.answer("/exercice");
		this.aline.answer("/souhaits");
		var answer = this.aline.answer("/envoi");
		assertThat(answer).hasRedirectedUrl(SENT);
		assertThat(answer).flash().isEmpty();
		assertThat(count("account")).isOne();
		assertThat(count("volunteer")).isZero();
		assertThat(count("outbox_message where subject = 'Vous avez déjà un compte'")).isOne();
	}

	@Test
	void a_double_click_sends_once_and_breaks_nothing() throws InterruptedException {
		this.aline.upToSending();
		var answers = Race.of(4,
				(click) -> this.aline.inAnotherTab().answer("/envoi").getResponse().getRedirectedUrl());
		assertThat(answers).allSatisfy((answer) -> assertThat(answer.resultNow()).isEqualTo(SENT));
		assertThat(count("account")).isOne();
		assertThat(count("volunteer")).isOne();
		assertThat(count("outbox_message where subject = 'Confirmez votre adresse e-mail'")).isOne();
	}

	@Test
	void two_who_use_one_number_at_the_same_instant_are_one_doctor() throws InterruptedException {
		var people = java.util.stream.IntStream.range(0, 4)
			.mapToObj((number) -> new Applicant(this.mvc).upToSending("email", "p" + number + "@essai.example"))
			.toList();
		var answers = Race.of(4, (person) -> people.get(person).answer("/envoi").getResponse().getStatus());
		assertThat(answers).extracting((answer) -> answer.resultNow()).containsOnlyOnce(302).containsOnly(302, 200);
		assertThat(count("volunteer")).isOne();
		assertThat(count("account")).isOne();
	}

	@Test
	void two_drafts_of_one_address_sent_at_the_same_instant_open_one_account() throws InterruptedException {
		var drafts = java.util.stream.IntStream.range(0, 4)
			.mapToObj((number) -> new Applicant(this.mvc).upToSending("rpps", Scenario.rpps(7_000 + number).digits()))
			.toList();
		var answers = Race.of(4, (draft) -> drafts.get(draft).answer("/envoi").getResponse().getRedirectedUrl());
		assertThat(answers).allSatisfy((answer) -> assertThat(answer.resultNow()).isEqualTo(SENT));
		assertThat(count("account")).isOne();
		assertThat(count("volunteer")).isOne();
	}

	@Test
	void two_tabs_write_each_their_step_and_lose_nothing() throws InterruptedException {
		this.aline.upToSending();
		var answers = Race.of(4, (tab) -> ((tab % 2 == 0) ? this.aline.inAnotherTab().answer("/exercice", "cdom", "32")
				: this.aline.inAnotherTab().answer("/souhaits", "maxKm", "30"))
			.getResponse()
			.getStatus());
		assertThat(answers).allSatisfy((answer) -> assertThat(answer.resultNow()).isEqualTo(302));
		assertThat(this.jdbc.sql("select cdom || ' ' || max_km || ' ' || given_name from volunteer_draft")
			.query(String.class)
			.single()).isEqualTo("32 30 Aline");
	}

	@Test
	void a_tab_left_open_says_that_it_is_sent_already() {
		this.aline.upToSending();
		var tab = this.aline.inAnotherTab();
		this.aline.answer("/envoi");
		assertThat(tab.answer("/souhaits")).hasRedirectedUrl(RESUME + "?refus=SENT");
		page(tab.look(RESUME + "?refus=SENT")).isSound()
			.says("Cette demande est déjà envoyée")
			.has("a[href='/compte/connexion']");
		assertThat(tab.answer("/envoi")).hasRedirectedUrl(SENT);
		assertThat(count("volunteer")).isOne();
	}

	@Test
	void another_device_goes_on_days_later_by_the_link() {
		this.aline.answer("");
		this.aline.answer("/exercice");
		this.clock.set(LocalDateTime.of(2027, 1, 20, 21, 0));
		var phone = new Applicant(this.mvc);
		var link = new Letters(this.jdbc).linkIn(RESUME + "/[^\\s]+");
		page(phone.look(link)).isSound().says("4 janvier 2027", "Étape suivante", "Vos souhaits");
		assertThat(phone.secret()).as("reading the link does nothing").isNull();
		assertThat(phone.post(link, Map.of())).hasRedirectedUrl(FORM + "/souhaits");
		page(phone.look(FORM + "/exercice")).has("option[value=SECTEUR_2][selected]");
		phone.answer("/souhaits");
		assertThat(phone.answer("/envoi")).hasRedirectedUrl(SENT);
		assertThat(count("volunteer")).isOne();
		assertThat(phone.look(link)).hasRedirectedUrl(RESUME + "?refus=SENT");
	}

	@Test
	void a_link_too_old_leads_to_the_page_that_sends_another() {
		this.aline.answer("");
		var link = new Letters(this.jdbc).linkIn(RESUME + "/[^\\s]+");
		this.clock.set(LocalDateTime.of(2027, 2, 3, 8, 1));
		assertThat(this.aline.look(link)).hasRedirectedUrl(RESUME + "?refus=LOST");
		assertThat(this.aline.post(link, Map.of())).hasRedirectedUrl(RESUME + "?refus=LOST");
		assertThat(this.aline.look(RESUME + "/devine")).hasRedirectedUrl(RESUME + "?refus=LOST");
	}

	@Test
	void asking_for_the_link_gets_one_answer_whoever_asks() {
		this.scenario.account("connue@essai.example", Role.HOST);
		this.aline.answer("");
		var answers = java.util.stream.Stream
			.of("aline.roux@essai.example", "connue@essai.example", "qui@essai.example")
			.map((address) -> new Applicant(this.mvc).post(RESUME, Map.of("email", address)))
			.toList();
		assertThat(answers).allSatisfy((answer) -> assertThat(answer).hasRedirectedUrl(RESUME));
		assertThat(answers).extracting((answer) -> answer.getResponse().getCookie("flash").getValue())
			.containsOnly(answers.getFirst().getResponse().getCookie("flash").getValue());
		assertThat(count("outbox_message where recipient = 'qui@essai.example'")).isZero();
		assertThat(count("outbox_message where recipient = 'aline.roux@essai.example'")).isEqualTo(2);
		page(this.aline.post(RESUME, Map.of("email", "aline@"))).isSound().says("n’est pas complète");
		page(this.aline.look(RESUME)).isSound().says("Une demande est en cours sur cet appareil");
	}

	@Test
	void the_owner_of_an_address_erases_a_draft_from_its_link() {
		this.aline.answer("");
		var link = new Letters(this.jdbc).linkIn(RESUME + "/[^\\s]+");
		assertThat(this.aline.post(link, Map.of("_method", "delete"))).hasRedirectedUrl(HOME);
		assertThat(count("volunteer_draft")).isZero();
		assertThat(count("volunteer_draft_secret")).isZero();
		assertThat(this.aline.look(link)).hasRedirectedUrl(RESUME + "?refus=LOST");
	}

	@Test
	void leaves_no_session_and_a_cookie_of_these_pages_alone() {
		var answer = this.aline.answer("");
		Genuine.assertNoSession(answer);
		assertThat(answer.getResponse().getHeaders("Set-Cookie"))
			.anySatisfy((cookie) -> assertThat(cookie).startsWith("demande=")
				.contains("Path=/medecin/devenir-volontaire", "HttpOnly", "SameSite=Lax")
				.doesNotContain("Max-Age", "Expires"));
		for (var path : new String[] { FORM, FORM + "/exercice", RESUME,
				new Letters(this.jdbc).linkIn(RESUME + "/[^\\s]+") }) {
			Genuine.assertNoSession(this.aline.look(path));
		}
		var page = this.aline.look(FORM);
		assertThat(page.getResponse().getHeader("Cache-Control")).isEqualTo("no-store");
		assertThat(this.aline.look(new Letters(this.jdbc).linkIn(RESUME + "/[^\\s]+"))
			.getResponse()
			.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
	}

	@Test
	void the_directory_fills_in_the_name_and_says_what_an_agent_will_look_at() {
		this.jdbc
			.sql("insert into directory_extract (name, day, doctors, imported_at) values ('x', '2027-01-03', 2, now())")
			.update();
		this.jdbc
			.sql("insert into directory_doctor values (?, 'ALINE', 'ROUX', '{SM26}'), (?, 'RÉMI', 'ABADIE', '{SM04}')")
			.params(RPPS, Scenario.rpps(5).digits())
			.update();
		page(this.aline.look(FORM)).says("Laissez votre nom vide");
		page(this.aline.answer("", "givenName", "", "familyName", "", "mobile", "")).isSound()
			.says("Nous avons trouvé votre nom", "Écrivez votre numéro de portable.")
			.has("input[name=givenName][value=Aline]")
			.has("input[name=familyName][value=Roux]");
		assertThat(count("volunteer_draft")).isZero();
		this.aline.answer("");
		page(this.aline.look(FORM + "/exercice")).isSound().says("vous êtes médecin généraliste");
		this.aline.answer("", "rpps", Scenario.rpps(5).digits());
		page(this.aline.look(FORM + "/exercice")).isSound()
			.says("ce numéro est à un autre nom", "ne dit pas que vous êtes généraliste");
		this.aline.answer("", "rpps", Scenario.rpps(6).digits());
		page(this.aline.look(FORM + "/exercice")).isSound().says("n’est pas dans notre copie de l’annuaire santé");
		assertThat(this.aline.answer("/exercice")).hasRedirectedUrl(FORM + "/souhaits");
	}

}
