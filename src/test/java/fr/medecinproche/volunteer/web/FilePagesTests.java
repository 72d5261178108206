package fr.medecinproche.volunteer.web;

import java.net.URI;

import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.PageAssertions;
import fr.medecinproche.testing.People;
import fr.medecinproche.testing.QueryCount;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.volunteer.FileStatus;
import fr.medecinproche.volunteer.Volunteers;
import fr.medecinproche.web.Flash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static fr.medecinproche.testing.PageAssertions.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@ApplicationTest
class FilePagesTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	CleanDatabase database;

	@Autowired
	Scenario scenario;

	@Autowired
	Volunteers volunteers;

	@Autowired
	JdbcClient jdbc;

	@BeforeEach
	void clean() {
		this.database.clean();
		this.scenario.agent();
	}

	@Test
	void files_that_wait_come_first() {
		this.scenario.volunteer("Anne", "Abadie");
		this.scenario.candidate("Zoé", "Zola");
		var html = get("/ars/medecins", People.agent());
		page(html).isSound().says("2 médecins", "en attente", "accepté");
		assertThat(html).bodyText().containsSubsequence("Zola", "Abadie");
		list("?statut=SUBMITTED").says("Un médecin", "Zoé Zola").doesNotSay("Abadie");
	}

	@Test
	void a_name_is_found_without_its_accents_and_capitals() {
		this.scenario.candidate("Zoé", "Lefèvre");
		this.scenario.candidate("Anne", "Abadie");
		list("?q=ZOE+lefevre").says("Un médecin", "Lefèvre").doesNotSay("Abadie");
		list("?q=xxx").says("Aucun médecin ne correspond");
		list("?q=%25").says("2 médecins");
	}

	@Test
	void lists_ten_files_with_as_many_queries_as_one() {
		this.scenario.candidate("Anne", "A");
		int one = QueryCount.of(() -> list(""));
		for (int n = 1; n < 10; n++) {
			this.scenario.candidate("Anne", "A" + n);
		}
		assertThat(QueryCount.of(() -> list("").says("10 médecins"))).isEqualTo(one);
	}

	@Test
	void accepts_once() {
		var id = this.scenario.candidate("Zoé", "Zola").getId();
		page(get("/ars/medecins/" + id, People.agent())).isSound()
			.says("Dr Zoé Zola", "Toulouse", "Accepter le dossier", "06 39 98 00 01");
		assertThat(flash(act(id, "acceptation", "", People.agent())).key()).isEqualTo("volunteer.file.accepted");
		assertThat(status(id)).isEqualTo(FileStatus.ACTIVE);
		assertThat(flash(act(id, "acceptation", "", People.agent())).key())
			.isEqualTo("volunteer.refusal.NOT_FROM_HERE");
		page(get("/ars/medecins/" + id, People.agent())).isSound().doesNotSay("Accepter le dossier");
	}

	@Test
	void an_address_never_confirmed_is_not_accepted() {
		var id = this.scenario.candidate("Zoé", "Zola").getId();
		this.jdbc.sql("update account set email_confirmed_at = null").update();
		assertThat(flash(act(id, "acceptation", "", People.agent())).key())
			.isEqualTo("volunteer.refusal.EMAIL_UNCONFIRMED");
		assertThat(status(id)).isEqualTo(FileStatus.SUBMITTED);
	}

	@Test
	void refuses_with_a_reason_only() {
		var id = this.scenario.candidate("Zoé", "Zola").getId();
		page(act(id, "refus", " ", People.agent())).isSound().says("Écrivez pourquoi le dossier est refusé");
		var long501 = "x".repeat(501);
		page(act(id, "refus", long501, People.agent())).isSound().has("textarea:contains(" + long501 + ")");
		assertThat(status(id)).isEqualTo(FileStatus.SUBMITTED);
		assertThat(flash(act(id, "refus", "Numéro inconnu", People.agent())).key()).isEqualTo("volunteer.file.refused");
		page(get("/ars/medecins/" + id, People.agent())).isSound().says("refusé", "Numéro inconnu");
	}

	@Test
	void an_agent_of_a_department_sees_only_the_doctors_who_practise_there() {
		var id = this.scenario.candidate("Zoé", "Zola").getId();
		assertThat(get("/ars/medecins/" + id, People.agentOf("31"))).hasStatusOk();
		assertThat(get("/ars/medecins/" + id, People.agentOf("32"))).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(act(id, "acceptation", "", People.agentOf("32"))).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(act(id, "refus", "non", People.agentOf("32"))).hasStatus(HttpStatus.NOT_FOUND);
		page(get("/ars/medecins", People.agentOf("32"))).says("Aucun médecin pour l’instant");
		assertThat(status(id)).isEqualTo(FileStatus.SUBMITTED);
	}

	@Test
	void tells_how_many_half_days_are_coming() {
		var volunteer = this.scenario.volunteer("Anne", "Abadie");
		var site = this.scenario.openSite("Maison", Scenario.MARCIAC);
		this.scenario.taken(volunteer, site, HalfDay.morningOf(Scenario.TUESDAY));
		this.scenario.taken(volunteer, site, HalfDay.afternoonOf(Scenario.TUESDAY));
		page(get("/ars/medecins/" + volunteer.getId(), People.agent())).says("Demi-journées à venir 2");
	}

	private PageAssertions list(String query) {
		return page(get("/ars/medecins" + query, People.agent()));
	}

	private MvcTestResult get(String path, RequestPostProcessor who) {
		return this.mvc.get().uri(URI.create(path)).with(who).exchange();
	}

	private MvcTestResult act(long id, String verb, String reason, RequestPostProcessor who) {
		return this.mvc.post()
			.uri("/ars/medecins/" + id + "/" + verb)
			.param("reason", reason)
			.with(who)
			.with(csrf())
			.exchange();
	}

	private static Flash flash(MvcTestResult result) {
		return (Flash) result.getMvcResult().getFlashMap().get(Flash.ATTRIBUTE);
	}

	private FileStatus status(long id) {
		return this.volunteers.findById(id).orElseThrow().getFileStatus();
	}

}
