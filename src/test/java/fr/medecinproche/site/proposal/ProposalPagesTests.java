package fr.medecinproche.site.proposal;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import fr.medecinproche.privacy.Retention;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Genuine;
import fr.medecinproche.testing.Letters;
import fr.medecinproche.testing.PageAssertions;
import fr.medecinproche.testing.People;
import fr.medecinproche.testing.QueryCount;
import fr.medecinproche.testing.Race;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.util.LinkedMultiValueMap;

import static fr.medecinproche.testing.PageAssertions.page;
import static org.assertj.core.api.Assertions.assertThat;

@ApplicationTest
class ProposalPagesTests {

	private static final String FORM = "/proposer-un-lieu";

	private static final String REVIEW = "/ars/lieux/propositions";

	/** Outside every zone. */
	private static final String TOULOUSE = "31555";

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Retention retention;

	@Autowired
	Scenario scenario;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TestClock.SettableClock clock;

	@Autowired
	CleanDatabase database;

	@BeforeEach
	void clean() {
		this.database.clean();
		this.scenario.agent();
	}

	@Test
	void a_town_hall_proposes_confirms_and_an_agent_accepts() {
		get(FORM, null).says("Proposer un lieu", "trois mois après la réponse");
		var sent = post(FORM, proposal(Map.of("equipment", "EXAMINATION_TABLE")), null);
		assertThat(sent).hasRedirectedUrl(FORM + "/merci");
		Genuine.assertNoSession(sent);
		get(FORM + "/merci", null).says("Ouvrez le message").doesNotSay("zone prioritaire");
		get(REVIEW, People.agentOf("32")).as("not confirmed").says("Aucune proposition");
		var link = link();
		get(link, null).says("Confirmer ma proposition");
		assertThat(status()).as("a scanner opened the link").isEqualTo("SENT");
		post(link + "/confirmation", Map.of(), null);
		get(link, null).says("L’agence a reçu votre proposition");
		get(REVIEW, People.agentOf("32")).says("Mairie de Marciac", "à lire");
		get(REVIEW, People.agentOf("30")).says("Aucune proposition");
		assertThat(this.mvc.get().uri(REVIEW + "/1").with(People.agentOf("30"))).hasStatus(HttpStatus.NOT_FOUND);
		get(REVIEW + "/1", People.agentOf("32")).says("Table d’examen", "Jeanne Duprat, maire", "01 99 00 00 07");
		page(post(REVIEW + "/1/acceptation", Map.of(), People.agentOf("32"))).isSound().says("Remplissez ce champ");
		page(post(REVIEW + "/1/acceptation", Map.of("phone", "12"), People.agentOf("32"))).isSound()
			.says("ne peut pas être appelé");
		assertThat(status()).as("patients need a number to call").isEqualTo("TO_REVIEW");
		assertThat(accept(People.agentOf("32"))).hasRedirectedUrl("/ars/lieux/1");
		get("/ars/lieux/1", People.agent()).says("identifié", "Commencer la préparation", "Table d’examen prêt");
		assertThat(this.jdbc.sql("select action from journal_entry order by number").query(String.class).list())
			.containsExactly("site.created", "site.proposal-accepted");
		assertThat(post(REVIEW + "/1/refus", Map.of("text", "Non"), People.agent())).hasRedirectedUrl(REVIEW + "/1");
		assertThat(status()).as("decided once").isEqualTo("ACCEPTED");
		assertThat(letters()).last().asString().contains("accepte votre proposition");
		assertThat(this.mvc.get().uri(link)).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void an_agent_asks_reads_the_answer_and_declines_with_a_reason() {
		confirmed(Map.of());
		page(post(REVIEW + "/1/question", Map.of("text", " "), People.agent())).isSound().says("Écrivez de 1 à 1 000");
		post(REVIEW + "/1/question", Map.of("text", "À quel étage ?"), People.agent());
		var link = link();
		get(link, null).says("À quel étage ?");
		page(post(link + "/reponse", Map.of("answer", ""), null)).isSound().says("Remplissez ce champ");
		post(link + "/reponse", Map.of("answer", "Au rez-de-chaussée"), null);
		assertThat(post(link + "/reponse", Map.of("answer", "Au premier"), null)).as("a second click")
			.hasRedirectedUrl(link);
		get(REVIEW + "/1", People.agent()).says("Au rez-de-chaussée", "à lire").doesNotSay("Au premier");
		page(post(REVIEW + "/1/refus", Map.of("text", ""), People.agent())).isSound();
		post(REVIEW + "/1/refus", Map.of("text", "Un lieu ouvre à Plaisance, tout près."), People.agent());
		assertThat(letters()).last().asString().contains("Un lieu ouvre à Plaisance");
		get(REVIEW + "?decidees=true", People.agent()).says("déclinée");
	}

	@Test
	void a_place_outside_the_zones_is_kept_and_said_kindly() {
		var sent = post(FORM, proposal(Map.of("communeCode", TOULOUSE)), null);
		assertThat(sent).hasRedirectedUrl(FORM + "/merci?zone=hors");
		get(FORM + "/merci?zone=hors", null).says("n’est pas en zone prioritaire aujourd’hui");
		post(link() + "/confirmation", Map.of(), null);
		get(REVIEW + "/1", People.agent()).says("dans aucune zone prioritaire").hasNo("form[action$=/acceptation]");
		accept(People.agent());
		assertThat(status()).isEqualTo("TO_REVIEW");
	}

	@Test
	void the_same_place_twice_is_one_proposal_and_others_of_the_commune_are_shown() throws InterruptedException {
		Race.of(4, (number) -> post(FORM, proposal(Map.of("organisation", "mairie de MARCIAC")), null));
		assertThat(count()).isOne();
		this.jdbc.sql("update site_proposal set status = 'TO_REVIEW', confirmed_at = sent_at").update();
		post(FORM, proposal(Map.of()), null);
		assertThat(count()).as("known already").isOne();
		this.scenario.openSite("Maison de Marciac", Scenario.MARCIAC);
		get(REVIEW + "/1", People.agent()).says("Dans la même commune", "Maison de Marciac, ouvert");
	}

	@Test
	void machines_and_floods_are_kept_out() {
		assertThat(post(FORM, proposal(Map.of("siteWeb", "http://spam.example")), null))
			.hasRedirectedUrl(FORM + "/merci");
		assertThat(count()).isZero();
		for (int number = 0; number < 5; number++) {
			post(FORM, proposal(Map.of("organisation", "Lieu " + number)), null);
		}
		page(post(FORM, proposal(Map.of("organisation", "Lieu 6")), null)).isSound()
			.says("Beaucoup de lieux ont été proposés");
		for (int number = 0; number < ProposalBrake.A_DAY; number++) {
			post(FORM, proposal(Map.of("organisation", "Site " + number, "email", number + "@essai.example")), null);
		}
		assertThat(count()).isLessThanOrEqualTo(ProposalBrake.A_DAY);
		page(post(FORM, proposal(Map.of("email", "encore@essai.example")), null)).isSound()
			.says("Beaucoup de lieux ont été proposés")
			.has("input[name=organisation][value=Mairie de Marciac]");
		this.clock.set(LocalDateTime.of(2027, 1, 5, 8, 30));
		post(FORM, proposal(Map.of("email", "demain@essai.example")), null);
		assertThat(this.jdbc.sql("select count(*) from site_proposal where email = 'demain@essai.example'")
			.query(Long.class)
			.single()).isOne();
	}

	@Test
	void an_empty_form_says_what_is_missing() {
		page(post(FORM, Map.of(), null)).isSound().says("Remplissez ce champ", "Indiquez une commune");
		page(post(FORM, proposal(Map.of("email", "x", "phone", "12", "message", "x".repeat(1001))), null)).isSound()
			.says("ne peut pas être appelé", "1000");
	}

	@Test
	void who_proposed_is_forgotten() {
		confirmed(Map.of("message", "Appelez Jeanne"));
		post(REVIEW + "/1/refus", Map.of("text", "Jeanne, pas cette année"), People.agent());
		post(FORM, proposal(Map.of("organisation", "Jamais confirmé")), null);
		this.clock.set(LocalDateTime.of(2027, 1, 12, 9, 0));
		this.retention.forgetWhatIsDue();
		assertThat(this.jdbc.sql("select organisation from site_proposal").query(String.class).list())
			.containsExactly("Mairie de Marciac");
		this.clock.set(LocalDateTime.of(2027, 4, 3, 9, 0));
		this.retention.forgetWhatIsDue();
		assertThat(rows()).contains("Jeanne Duprat");
		this.clock.set(LocalDateTime.of(2027, 4, 5, 9, 0));
		this.retention.forgetWhatIsDue();
		assertThat(rows()).contains("DECLINED").doesNotContain("Jeanne", "jeanne", "+33199000007");
		get(REVIEW + "/1", People.agent()).says("Effacé après la décision");
	}

	/** The place's own number is what everybody reads; the person's is nowhere else. */
	@Test
	void the_proposer_s_phone_never_becomes_the_place_s_and_is_forgotten_with_them() {
		confirmed(Map.of());
		get(REVIEW + "/1", People.agent()).has("input[name=phone][value='']");
		accept(People.agent());
		assertThat(this.jdbc.sql("select phone from consultation_site").query(String.class).single())
			.isEqualTo("+33199000032");
		post(FORM, proposal(Map.of("organisation", "Maison des services", "placePhone", "12")), null);
		assertThat(count()).as("a number that cannot be called").isOne();
		post(FORM, proposal(Map.of("organisation", "Maison des services", "placePhone", "01 99 00 00 33")), null);
		post(link() + "/confirmation", Map.of(), null);
		get(REVIEW + "/2", People.agent()).has("input[name=phone][value^='01']");
		this.clock.set(LocalDateTime.of(2027, 4, 5, 9, 0));
		this.retention.forgetWhatIsDue();
		assertThat(this.jdbc.sql("select s::text from consultation_site s").query(String.class).single())
			.contains("+33199000032")
			.doesNotContain("+33199000007");
		assertThat(this.jdbc.sql("select p::text from site_proposal p where status = 'ACCEPTED'")
			.query(String.class)
			.single()).doesNotContain("+33199", "Jeanne");
		get(REVIEW + "/1", People.agent()).says("Effacé après la décision", "Voir le lieu");
	}

	@Test
	void whom_to_call_is_forgotten_a_year_after_a_site_closed() {
		var site = this.scenario.openSite("Maison", Scenario.MARCIAC).getId();
		this.jdbc.sql("insert into site_welcome (site_id, contact_name, changed_at) values (?, 'Mme Serres', now())")
			.param(site)
			.update();
		this.jdbc.sql("update site_readiness set responsible = 'M. Vidal'").update();
		this.jdbc
			.sql("update site_readiness set responsible = null, note = 'M. Lasserre a la clef' where item = 'CONTACT'")
			.update();
		this.jdbc.sql("""
				insert into site_week_need (site_id, monday, half_days, note, said_at)
				values (?, '2027-01-11', 2, 'Mme Daguzan insiste', now())""").param(site).update();
		this.jdbc.sql("""
				insert into site_no_need (site_id, from_day, until_day, reason, said_at)
				values (?, '2027-06-01', '2027-06-02', 'Mme Laborde est absente', now())""").param(site).update();
		this.jdbc.sql("""
				with e as (insert into site_edit (site_id, version, edited_at) values (?, 90, now()) returning id)
				insert into site_edit_field select id, 'ARRIVAL', 'Voir M. Fitte', 'Voir Mme Soulan' from e""")
			.param(site)
			.update();
		post("/ars/lieux/" + site + "/fermeture", Map.of(), People.agent());
		this.clock.set(LocalDateTime.of(2028, 1, 3, 9, 0));
		this.retention.forgetWhatIsDue();
		assertThat(people()).contains("Mme Serres", "M. Vidal", "Lasserre", "Daguzan", "Laborde", "Fitte", "Soulan");
		this.clock.set(LocalDateTime.of(2028, 1, 5, 9, 0));
		this.retention.forgetWhatIsDue();
		assertThat(people()).doesNotContain("Mme Serres", "M. Vidal", "Lasserre", "Daguzan", "Laborde", "Fitte",
				"Soulan");
	}

	private String people() {
		return String.join("\n", this.jdbc.sql("""
				select w::text from site_welcome w union all select r::text from site_readiness r
				union all select n::text from site_week_need n union all select n::text from site_no_need n
				union all select f::text from site_edit_field f""").query(String.class).list());
	}

	@Test
	void the_list_asks_as_much_for_many_as_for_one() {
		confirmed(Map.of());
		int one = QueryCount.of(() -> get(REVIEW, People.agent()));
		for (int number = 0; number < 8; number++) {
			post(FORM, proposal(Map.of("organisation", "Lieu " + number, "email", number + "@essai.example",
					"communeCode", (number % 2 == 0) ? Scenario.LE_VIGAN : Scenario.PLAISANCE)), null);
		}
		this.jdbc.sql("update site_proposal set status = 'TO_REVIEW', confirmed_at = sent_at").update();
		assertThat(QueryCount.of(() -> get(REVIEW, People.agent()))).isEqualTo(one);
	}

	private void confirmed(Map<String, String> changes) {
		post(FORM, proposal(changes), null);
		post(link() + "/confirmation", Map.of(), null);
	}

	private MvcTestResult accept(RequestPostProcessor agent) {
		return post(REVIEW + "/1/acceptation", Map.of("phone", "01 99 00 00 32"), agent);
	}

	private String link() {
		return new Letters(this.jdbc).linkIn("/proposer-un-lieu/suite/[\\w-]+");
	}

	private List<String> letters() {
		return this.jdbc.sql("select body_text from outbox_message order by id").query(String.class).list();
	}

	private String rows() {
		return String.join("\n", this.jdbc.sql("select p::text from site_proposal p").query(String.class).list());
	}

	private String status() {
		return this.jdbc.sql("select status from site_proposal").query(String.class).single();
	}

	private long count() {
		return this.jdbc.sql("select count(*) from site_proposal").query(Long.class).single();
	}

	private static Map<String, String> proposal(Map<String, String> changes) {
		var form = new HashMap<>(Map.of("organisation", "Mairie de Marciac", "kind", "CABINET_PRETE", "communeCode",
				Scenario.MARCIAC, "name", "Jeanne Duprat", "role", "maire", "email", "jeanne@essai.example", "phone",
				"01 99 00 00 07"));
		form.putAll(changes);
		return form;
	}

	private PageAssertions get(String uri, @Nullable RequestPostProcessor who) {
		var request = this.mvc.get().uri(uri);
		return page(((who != null) ? request.with(who) : request).exchange()).isSound();
	}

	private MvcTestResult post(String uri, Map<String, String> typed, @Nullable RequestPostProcessor who) {
		var form = new LinkedMultiValueMap<String, String>();
		form.setAll(typed);
		var request = this.mvc.post().uri(uri).params(form).with(Genuine.form());
		return ((who != null) ? request.with(who) : request).exchange();
	}

}
