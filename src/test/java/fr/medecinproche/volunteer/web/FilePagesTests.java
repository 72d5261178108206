package fr.medecinproche.volunteer.web;

import java.net.URI;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.BrokenConstraint;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Genuine;
import fr.medecinproche.testing.PageAssertions;
import fr.medecinproche.testing.People;
import fr.medecinproche.testing.QueryCount;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import fr.medecinproche.volunteer.FileAuthor;
import fr.medecinproche.volunteer.FilePosition;
import fr.medecinproche.volunteer.FileStatus;
import fr.medecinproche.volunteer.Volunteer;
import fr.medecinproche.volunteer.Volunteers;
import fr.medecinproche.web.Flash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static fr.medecinproche.testing.PageAssertions.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

@ApplicationTest
class FilePagesTests {

	private static final LocalDate MONDAY = LocalDate.of(2027, 1, 4);

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

	@Autowired
	TestClock.SettableClock clock;

	private FileAuthor agent;

	@BeforeEach
	void clean() {
		this.database.clean();
		this.agent = FileAuthor.agent(this.scenario.agent().id());
	}

	@Test
	void files_on_their_way_come_first_the_oldest_before_the_others() {
		this.scenario.volunteer("Anne", "Abadie");
		this.scenario.candidate("Zoé", "Zola");
		this.clock.set(MONDAY.plusDays(5).atTime(9, 0));
		this.scenario.candidate("Marc", "Lacaze");
		var html = get("/ars/medecins", People.agent());
		page(html).isSound().says("3 médecins", "depuis 5 jours", "aujourd’hui", "en retard", "Un dossier accepté");
		assertThat(html).bodyText().containsSubsequence("Dr Zoé Zola", "Dr Marc Lacaze", "Dr Anne Abadie");
		list("?statut=SUBMITTED").says("2 médecins", "Zoé Zola").doesNotSay("Abadie");
		list("?bloques=oui").says("Un médecin", "Zoé Zola").doesNotSay("Lacaze");
	}

	@Test
	void files_are_found_by_who_must_act_by_department_and_by_number() {
		var zola = this.scenario.candidate("Zoé", "Zola");
		var abadie = this.scenario.candidate("Anne", "Abadie");
		this.scenario.move(zola.getId(), FileStatus.ORDRE_CHECK, null, this.agent);
		list("?qui=ORDRE").says("Un médecin", "Zola").doesNotSay("Abadie");
		list("?qui=AGENCY").says("Un médecin", "Abadie").doesNotSay("Zola");
		list("?qui=AGENCY&statut=ORDRE_CHECK").says("Aucun médecin ne correspond");
		list("?departement=31").says("2 médecins");
		list("?departement=32").says("Aucun médecin ne correspond");
		list("?q=" + abadie.getRpps()).says("Un médecin", "Abadie");
		list("?q=" + abadie.getRpps().digits().substring(0, 3) + "%20" + abadie.getRpps().digits().substring(3))
			.says("Un médecin", "Abadie");
		list("?q=00").says("Aucun médecin ne correspond");
	}

	@Test
	void a_name_is_found_without_its_accents_and_capitals() {
		this.scenario.candidate("Zoé", "Lefèvre");
		this.scenario.candidate("Anne", "Abadie");
		list("?q=ZOE+lefevre").says("Un médecin", "Lefèvre").doesNotSay("Abadie");
		list("?q=xxx").says("Aucun médecin ne correspond");
		list("?q=%25").says("2 médecins");
	}

	@ParameterizedTest
	@ValueSource(strings = { "?statut=x", "?qui=NOBODY", "?departement='", "?bloques=1", "?page=-1", "?q=%00",
			"?q=99999999999999999999" })
	void a_question_that_makes_no_sense_is_no_error(String query) {
		this.scenario.candidate("Zoé", "Zola");
		assertThat(get("/ars/medecins" + query, People.agent())).hasStatusOk();
	}

	@Test
	void lists_ten_files_with_as_many_queries_as_one() {
		this.scenario.candidate("Anne", "A");
		int one = QueryCount.of(() -> list(""));
		for (int n = 1; n < 10; n++) {
			var candidate = this.scenario.candidate("Anne", "A" + n);
			if (n % 2 == 0) {
				this.scenario.move(candidate.getId(), FileStatus.ORDRE_CHECK, null, this.agent);
			}
		}
		assertThat(QueryCount.of(() -> list("").says("10 médecins"))).isEqualTo(one);
	}

	@Test
	void a_file_with_a_long_history_asks_as_many_queries_as_a_new_one() {
		var id = this.scenario.candidate("Zoé", "Zola").getId();
		int one = QueryCount.of(() -> get("/ars/medecins/" + id, People.agent()));
		this.scenario.move(id, FileStatus.SENT_BACK, "Quel numéro ?", this.agent);
		this.scenario.move(id, FileStatus.SUBMITTED, null, this.agent);
		this.scenario.move(id, FileStatus.ORDRE_CHECK, null, this.agent);
		assertThat(QueryCount.of(() -> get("/ars/medecins/" + id, People.agent()))).isEqualTo(one);
	}

	@Test
	void steps_are_recorded_with_the_days_they_happened() {
		var zola = this.scenario.candidate("Zoé", "Zola");
		this.clock.set(LocalDateTime.of(2027, 2, 10, 9, 0));
		page(get("/ars/medecins/" + zola.getId(), People.agent())).isSound()
			.says("Dr Zoé Zola", "Toulouse", "C’est à vous d’agir", "il y a 37 jours", "06 39 98 00 01")
			.has("input[name=ordre][type=date]")
			.has("input[name=active]");
		var done = steps(zola, 1, Map.of("ordre", "2027-01-05", "activity", "2027-01-20"));
		assertThat(done).hasRedirectedUrl("/ars/medecins/" + zola.getId());
		assertThat(flash(done).key()).isEqualTo("volunteer.steps.done");
		page(get("/ars/medecins/" + zola.getId(), People.agent())).isSound()
			.says("à la CPAM", "le mardi 5 janvier 2027", "le mercredi 20 janvier 2027",
					"noté par l’agence le mercredi 10 février 2027", "21 jours", "Ce n’est pas un délai officiel")
			.hasNo("input[name=ordre]");
	}

	@Test
	void a_doctor_whose_papers_are_all_there_is_accepted_at_once() {
		var zola = this.scenario.candidate("Zoé", "Zola");
		var all = Map.of("ordre", "2027-01-04", "activity", "2027-01-04", "number", "2027-01-04", "active",
				"2027-01-04");
		assertThat(flash(steps(zola, 1, all)).key()).isEqualTo("volunteer.steps.done");
		assertThat(flash(steps(zola, 1, all)).key()).as("a double click").isEqualTo("volunteer.steps.done");
		assertThat(file(zola)).isEqualTo(new FilePosition(FileStatus.ACTIVE, (short) 5, MONDAY));
		assertThat(this.jdbc.sql("select count(*) from outbox_message").query(Integer.class).single()).isOne();
		page(get("/ars/medecins/" + zola.getId(), People.agent())).isSound().hasNo("input[name=active]");
	}

	@Test
	void a_day_that_cannot_be_is_said_beside_its_field_and_the_others_stay() {
		var zola = this.scenario.candidate("Zoé", "Zola");
		page(steps(zola, 1, Map.of("ordre", "2027-01-04", "activity", "2027-01-05"))).isSound()
			.says("Cette date n’est pas encore arrivée")
			.has("#activity[aria-invalid=true]")
			.has("#ordre[value=2027-01-04]");
		page(steps(zola, 1, Map.of("ordre", "2027-01-03"))).isSound()
			.has("#ordre[aria-invalid=true]")
			.says("avant celle de l’étape précédente");
		page(steps(zola, 1, Map.of("number", "2027-01-04"))).isSound()
			.has("#ordre[aria-invalid=true]")
			.has("#activity[aria-invalid=true]")
			.says("une étape plus loin a la sienne");
		page(steps(zola, 1, Map.of())).isSound().says("une étape au moins");
		for (var nonsense : new String[] { "hier", "2027-02-30", "+999999999-12-31", "0000-00-00", "<b>" }) {
			page(steps(zola, 1, Map.of("ordre", nonsense))).isSound().has("#ordre[aria-invalid=true]");
		}
		assertThat(file(zola)).isEqualTo(FilePosition.submitted(MONDAY));
	}

	@Test
	void the_second_of_two_agents_sees_what_has_changed_and_keeps_what_they_typed() {
		var zola = this.scenario.candidate("Zoé", "Zola");
		this.scenario.move(zola.getId(), FileStatus.ORDRE_CHECK, null, this.agent);
		page(steps(zola, 1, Map.of("ordre", "2027-01-04", "activity", "2027-01-04"))).isSound()
			.says("Ce dossier a changé pendant que vous le regardiez", "chez l’Ordre")
			.has("#activity[value=2027-01-04]")
			.has("input[name=seen][value=2]");
		page(decide(zola, "correction", 1, "Votre adresse ?")).isSound()
			.says("Ce dossier a changé", "Votre adresse ?", "chez l’Ordre")
			.has("input[name=seen][value=2]");
		assertThat(file(zola).step()).isEqualTo((short) 2);
		this.scenario.move(zola.getId(), FileStatus.WITHDRAWN, null, FileAuthor.doctor(zola.getAccount().id()));
		assertThat(flash(steps(zola, 2, Map.of("activity", "2027-01-04"))).key())
			.isEqualTo("volunteer.refusal.CHANGED_MEANWHILE");
		page(decide(zola, "refus", 2, "Numéro inconnu")).isSound()
			.says("Ce dossier a changé", "Numéro inconnu", "retiré")
			.hasNo("main form button");
	}

	@Test
	void an_address_never_confirmed_is_not_accepted() {
		var zola = this.scenario.candidate("Zoé", "Zola");
		this.jdbc.sql("update account set email_confirmed_at = null").update();
		page(steps(zola, 1, Map.of("ordre", "2027-01-04", "activity", "2027-01-04", "number", "2027-01-04", "active",
				"2027-01-04")))
			.isSound()
			.says("n’a pas encore confirmé son adresse");
		assertThat(file(zola).status()).isEqualTo(FileStatus.SUBMITTED);
	}

	@ParameterizedTest
	@EnumSource(FileDecision.class)
	void every_decision_is_asked_about_where_it_can_be_taken_and_nowhere_else(FileDecision decision) {
		for (var status : FileStatus.values()) {
			var doctor = at(status);
			var asked = get("/ars/medecins/" + doctor.getId() + "/" + decision.noun(), People.agent());
			var link = "a[href$=/" + decision.noun() + "]";
			if (decision.isPossible(status)) {
				page(asked).isSound().has("main form button");
				page(get("/ars/medecins/" + doctor.getId(), People.agent())).isSound().has(link);
				assertThat(decide(doctor, decision.noun(), file(doctor).step(), "parce que"))
					.hasRedirectedUrl("/ars/medecins/" + doctor.getId());
				assertThat(file(doctor).status()).isEqualTo(decision.target(status));
			}
			else {
				assertThat(asked).hasRedirectedUrl("/ars/medecins/" + doctor.getId());
				page(get("/ars/medecins/" + doctor.getId(), People.agent())).isSound().hasNo("main " + link);
				page(decide(doctor, decision.noun(), file(doctor).step(), "parce que")).isSound()
					.says("ne peut pas passer à cette étape");
				assertThat(file(doctor).status()).isEqualTo(status);
			}
		}
	}

	private Volunteer at(FileStatus status) {
		var doctor = this.scenario.candidate("Zoé", status.name().replace('_', '-') + System.nanoTime());
		var way = switch (status) {
			case SENT_BACK, REFUSED, WITHDRAWN -> List.of(status);
			case SUSPENDED -> List.of(FileStatus.ORDRE_CHECK, FileStatus.ACTIVITY_DECLARED,
					FileStatus.CPAM_NUMBER_GIVEN, FileStatus.ACTIVE, FileStatus.SUSPENDED);
			default -> FileStatus.PATH.subList(1, FileStatus.PATH.indexOf(status) + 1);
		};
		way.forEach((step) -> this.scenario.move(doctor.getId(), step, "parce que", this.agent));
		return doctor;
	}

	@Test
	void refuses_with_a_reason_only() {
		var zola = this.scenario.candidate("Zoé", "Zola");
		page(decide(zola, "refus", 1, " ")).isSound().says("Écrivez pourquoi").has("#note[aria-invalid=true]");
		var long501 = "x".repeat(501);
		page(decide(zola, "refus", 1, long501)).isSound().has("textarea:contains(" + long501 + ")");
		assertThat(file(zola).status()).isEqualTo(FileStatus.SUBMITTED);
		assertThat(flash(decide(zola, "refus", 1, "Numéro <b>inconnu</b>")).key())
			.isEqualTo("volunteer.decision.REFUS.done");
		page(get("/ars/medecins/" + zola.getId(), People.agent())).isSound().says("refusé", "Numéro <b>inconnu</b>");
	}

	@Test
	void an_agent_of_a_department_sees_only_the_doctors_who_practise_there() {
		var zola = this.scenario.candidate("Zoé", "Zola");
		var path = "/ars/medecins/" + zola.getId();
		assertThat(get(path, People.agentOf("31"))).hasStatusOk();
		for (var verb : new String[] { "", "/refus", "/correction" }) {
			assertThat(get(path + verb, People.agentOf("32"))).hasStatus(HttpStatus.NOT_FOUND);
		}
		for (var verb : new String[] { "/etapes", "/refus", "/retrait", "/carte-cps", "/numero-am" }) {
			assertThat(
					post(path + verb, Map.of("seen", "1", "note", "non", "ordre", "2027-01-04"), People.agentOf("32")))
				.hasStatus(HttpStatus.NOT_FOUND);
		}
		assertThat(get(path + "/autre-chose", People.agent())).hasStatus(HttpStatus.NOT_FOUND);
		page(get("/ars/medecins", People.agentOf("32"))).says("Aucun médecin pour l’instant").doesNotSay("Médiane");
		assertThat(file(zola)).isEqualTo(FilePosition.submitted(MONDAY));
	}

	@Test
	void half_days_still_to_come_are_shown_before_a_doctor_is_suspended_and_after() {
		var volunteer = this.scenario.volunteer("Anne", "Abadie");
		var site = this.scenario.openSite("Maison de santé", Scenario.MARCIAC);
		var slot = this.scenario.taken(volunteer, site, HalfDay.morningOf(Scenario.TUESDAY));
		this.scenario.appointment(slot, LocalTime.of(9, 0), Scenario.patient("Jeanne", "Martin"));
		var closing = "a[href='/ars/creneaux/" + slot.getId() + "/fermeture']";
		page(get("/ars/medecins/" + volunteer.getId() + "/suspension", People.agent())).isSound()
			.says("Une demi-journée est prévue", "mardi 12 janvier 2027", "Un patient inscrit")
			.has(closing);
		decide(volunteer, "suspension", 5, "Assurance à vérifier");
		page(get("/ars/medecins/" + volunteer.getId(), People.agent())).isSound()
			.says("suspendu", "Assurance à vérifier", "est toujours prévue, avec ses patients")
			.has(closing);
		assertThat(this.jdbc.sql("select status from half_day_slot").query(String.class).single()).isEqualTo("TAKEN");
		page(decide(volunteer, "retrait", 6, "parti")).isSound().says("Au moins une demi-journée est encore prévue");
		assertThat(file(volunteer).status()).isEqualTo(FileStatus.SUSPENDED);
	}

	@Test
	void the_card_is_noted_or_the_mistake_is_said() {
		var zola = this.scenario.candidate("Zoé", "Zola");
		var path = "/ars/medecins/" + zola.getId() + "/carte-cps";
		page(post(path, Map.of("askedOn", "2027-01-05"), People.agent())).isSound()
			.says("pas encore arrivée")
			.has("#askedOn[value=2027-01-05]");
		page(post(path, Map.of("askedOn", "x"), People.agent())).isSound().has("#askedOn[aria-invalid=true]");
		assertThat(post(path, Map.of("askedOn", "2026-12-01", "receivedOn", ""), People.agent()))
			.hasStatus3xxRedirection();
		page(get("/ars/medecins/" + zola.getId(), People.agent())).has("#askedOn[value=2026-12-01]");
	}

	@Test
	void the_billing_number_is_noted_for_one_doctor_and_taken_back() {
		var zola = this.scenario.candidate("Zoé", "Zola");
		var path = "/ars/medecins/" + zola.getId() + "/numero-am";
		page(post(path, Map.of("billingNumber", "12 345 678"), People.agent())).isSound()
			.says("Le numéro a 9 chiffres")
			.has("#billingNumber[value='12 345 678'][aria-invalid=true]");
		assertThat(post(path, Map.of("billingNumber", "301 234 567"), People.agent())).hasStatus3xxRedirection();
		page(get("/ars/medecins/" + zola.getId(), People.agent())).isSound().has("#billingNumber[value=301234567]");
		var other = this.scenario.candidate("Anne", "Abadie");
		page(post("/ars/medecins/" + other.getId() + "/numero-am", Map.of("billingNumber", "301234567"),
				People.agent()))
			.isSound()
			.says("déjà celui d’un autre médecin");
		assertThat(BrokenConstraint
			.of(catchThrowable(() -> this.jdbc.sql("update volunteer set billing_number = '301234567'").update())))
			.isEqualTo("volunteer_billing_number_once");
		assertThat(post(path, Map.of("billingNumber", " "), People.agent())).hasStatus3xxRedirection();
		assertThat(this.jdbc.sql("select count(*) from volunteer where billing_number is not null")
			.query(Long.class)
			.single()).isZero();
		assertThat(this.jdbc.sql("select count(*) from journal_entry where action = 'volunteer.billingNumberNoted'")
			.query(Long.class)
			.single()).isEqualTo(2);
	}

	private PageAssertions list(String query) {
		return page(get("/ars/medecins" + query, People.agent()));
	}

	private MvcTestResult get(String path, RequestPostProcessor who) {
		return this.mvc.get().uri(URI.create(path)).with(who).exchange();
	}

	private MvcTestResult steps(Volunteer volunteer, int seen, Map<String, String> days) {
		var fields = new HashMap<>(days);
		fields.put("seen", String.valueOf(seen));
		return post("/ars/medecins/" + volunteer.getId() + "/etapes", fields, People.agent());
	}

	private MvcTestResult decide(Volunteer volunteer, String noun, int seen, String note) {
		return post("/ars/medecins/" + volunteer.getId() + "/" + noun,
				Map.of("seen", String.valueOf(seen), "note", note), People.agent());
	}

	private MvcTestResult post(String path, Map<String, String> fields, RequestPostProcessor who) {
		var request = this.mvc.post().uri(path).with(who).with(Genuine.form());
		fields.forEach(request::param);
		return request.exchange();
	}

	private static Flash flash(MvcTestResult result) {
		return (Flash) result.getMvcResult().getFlashMap().get(Flash.ATTRIBUTE);
	}

	private FilePosition file(Volunteer volunteer) {
		return this.volunteers.findById(volunteer.getId()).orElseThrow().getFile();
	}

}
