package fr.medecinproche.volunteer.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Objects;

import fr.medecinproche.account.Role;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Genuine;
import fr.medecinproche.testing.People;
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

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static fr.medecinproche.testing.PageAssertions.page;
import static org.assertj.core.api.Assertions.assertThat;

@ApplicationTest
class OwnFilePagesTests {

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

	private Volunteer zola;

	@BeforeEach
	void aCandidate() {
		this.database.clean();
		this.agent = FileAuthor.agent(this.scenario.agent().id());
		this.zola = this.scenario.candidate("Zoé", "Zola");
	}

	@Test
	void says_where_the_file_stands_who_acts_and_what_may_start_meanwhile() {
		page(see("")).isSound()
			.says("Votre demande est déposée", "Demande déposée", "le lundi 4 janvier 2027",
					"Conseil de l’Ordre interrogé", "C’est à l’agence d’agir", "pas de délai officiel", "En attendant",
					"vous pouvez commencer avant de l’avoir reçue", "Retirer ma demande")
			.hasNo("form[action='/medecin/dossier/etapes']");
		this.clock.set(LocalDateTime.of(2027, 1, 10, 9, 0));
		this.scenario.move(this.zola.getId(), FileStatus.ORDRE_CHECK, null, this.agent);
		this.scenario.move(this.zola.getId(), FileStatus.ACTIVITY_DECLARED, null, this.agent);
		page(see("")).isSound()
			.says("C’est à la CPAM d’agir", "le dimanche 10 janvier 2027", "environ 21 jours, d’après les unions",
					"Ce n’est pas un délai officiel", "J’ai reçu mon numéro de la CPAM le");
	}

	@ParameterizedTest
	@EnumSource
	void every_status_has_its_page_in_both_languages(FileStatus status) {
		switch (status) {
			case SENT_BACK, REFUSED, WITHDRAWN -> move(status);
			case SUSPENDED -> {
				FileStatus.PATH.stream().skip(1).forEach(this::move);
				move(status);
			}
			default ->
				FileStatus.PATH.stream().skip(1).filter((step) -> step.compareTo(status) <= 0).forEach(this::move);
		}
		page(see("")).isSound().doesNotSay(status.name());
		page(see("?lang=en")).isSound().says("History", "Application sent");
	}

	private void move(FileStatus to) {
		this.scenario.move(this.zola.getId(), to, "parce que", this.agent);
	}

	@Test
	void reports_what_the_ordre_and_the_cpam_have_done() {
		this.scenario.move(this.zola.getId(), FileStatus.ORDRE_CHECK, null, this.agent);
		this.clock.set(LocalDateTime.of(2027, 1, 20, 9, 0));
		var ordre = Map.of("seen", "2", "step", "ACTIVITY_DECLARED", "on", "2027-01-15");
		assertThat(flash(post("/etapes", ordre)).key()).isEqualTo("volunteer.own.declared");
		assertThat(flash(post("/etapes", ordre)).key()).as("a double click").isEqualTo("volunteer.own.declared");
		assertThat(file()).isEqualTo(new FilePosition(FileStatus.ACTIVITY_DECLARED, (short) 3, MONDAY.plusDays(11)));
		assertThat(flash(post("/etapes", Map.of("seen", "3", "step", "CPAM_NUMBER_GIVEN", "on", "2027-01-20"))).key())
			.isEqualTo("volunteer.own.declared");
		page(see("")).isSound()
			.says("le vendredi 15 janvier 2027", "Il reste une vérification de l’agence", "noté par le médecin")
			.hasNo("form[action='/medecin/dossier/etapes']");
	}

	@Test
	void a_day_that_cannot_be_and_a_step_that_is_not_theirs_are_refused() {
		this.scenario.move(this.zola.getId(), FileStatus.ORDRE_CHECK, null, this.agent);
		page(post("/etapes", Map.of("seen", "2", "step", "ACTIVITY_DECLARED", "on", "2027-01-05"))).isSound()
			.says("pas encore arrivée")
			.has("#on[aria-invalid=true]");
		page(post("/etapes", Map.of("seen", "2", "step", "ACTIVITY_DECLARED", "on", "2027-01-03"))).isSound()
			.says("avant celle de l’étape précédente");
		page(post("/etapes", Map.of("seen", "2", "step", "ACTIVITY_DECLARED", "on", ""))).isSound()
			.says("Indiquez la date");
		for (var step : new String[] { "ACTIVE", "CPAM_NUMBER_GIVEN", "SUBMITTED" }) {
			page(post("/etapes", Map.of("seen", "2", "step", step, "on", "2027-01-04"))).isSound()
				.says("ne peut pas passer à cette étape");
		}
		assertThat(post("/etapes", Map.of("seen", "2", "step", "x", "on", "2027-01-04"))).hasStatusOk();
		assertThat(post("/etapes", Map.of())).hasStatusOk();
		page(post("/etapes", Map.of("seen", "1", "step", "ACTIVITY_DECLARED", "on", "2027-01-04"))).isSound()
			.says("Ce dossier a changé");
		assertThat(file().step()).isEqualTo((short) 2);
		this.scenario.move(this.zola.getId(), FileStatus.SENT_BACK, "Quel département ?", this.agent);
		assertThat(flash(post("/etapes", Map.of("seen", "2", "step", "ACTIVITY_DECLARED", "on", "2027-01-04"))).key())
			.isEqualTo("volunteer.refusal.CHANGED_MEANWHILE");
	}

	@Test
	void answers_what_the_agency_asked() {
		this.scenario.move(this.zola.getId(), FileStatus.SENT_BACK, "Quelle est votre adresse ?", this.agent);
		page(see("")).isSound().says("Message de l’agence", "Quelle est votre adresse ?", "C’est à vous de répondre");
		page(post("/reponse", Map.of("seen", "2", "note", " "))).isSound().says("Écrivez votre réponse");
		page(post("/reponse", Map.of("seen", "2", "note", "x".repeat(501)))).isSound().says("500 caractères au plus");
		assertThat(flash(post("/reponse", Map.of("seen", "2", "note", "3 rue <Haute>"))).key())
			.isEqualTo("volunteer.own.answered");
		page(see("")).isSound().says("3 rue <Haute>", "C’est à l’agence d’agir");
	}

	@Test
	void withdraws_after_a_question_and_comes_back() {
		page(see("/retrait")).isSound().says("Retirer ma demande", "Oui, fermer mon dossier");
		assertThat(flash(post("/retrait", Map.of())).key()).isEqualTo("volunteer.own.withdrawn");
		assertThat(file().status()).isEqualTo(FileStatus.WITHDRAWN);
		assertThat(post("/retrait", Map.of())).as("a double click").hasRedirectedUrl("/medecin/dossier");
		assertThat(see("/retrait")).hasRedirectedUrl("/medecin/dossier");
		page(see("")).isSound().says("Votre dossier est fermé", "Rouvrir mon dossier");
		assertThat(flash(post("/candidature", Map.of("seen", "2"))).key()).isEqualTo("volunteer.own.back");
		assertThat(flash(post("/candidature", Map.of("seen", "2"))).key()).isEqualTo("volunteer.own.back");
		assertThat(file()).isEqualTo(new FilePosition(FileStatus.SUBMITTED, (short) 3, MONDAY));
	}

	@Test
	void does_not_leave_while_patients_expect_them_and_is_led_to_the_agenda() {
		var roux = this.scenario.volunteer("Aline", "Roux");
		this.scenario.taken(roux, this.scenario.openSite("Maison de santé", Scenario.MARCIAC),
				HalfDay.morningOf(Scenario.TUESDAY));
		this.zola = roux;
		page(see("/retrait")).isSound()
			.says("Une demi-journée est encore prévue", "mardi 12 janvier 2027")
			.has("main a[href='/medecin/agenda']")
			.hasNo("main form");
		assertThat(post("/retrait", Map.of())).hasRedirectedUrl("/medecin/dossier/retrait");
		assertThat(file().status()).isEqualTo(FileStatus.ACTIVE);
	}

	@Test
	void a_refused_doctor_cannot_reopen_the_file() {
		this.scenario.refuse(this.zola, "Numéro inconnu", Objects.requireNonNull(this.agent.accountId()));
		page(see("")).isSound().says("Numéro inconnu").hasNo("main form").hasNo("main a[href$=retrait]");
		assertThat(flash(post("/candidature", Map.of("seen", "2"))).tone()).isEqualTo(Flash.Tone.ERROR);
		assertThat(file().status()).isEqualTo(FileStatus.REFUSED);
	}

	@Test
	void the_card_holds_nothing_up() {
		page(post("/carte-cps", Map.of("askedOn", "2027-01-05", "receivedOn", ""))).isSound()
			.says("pas encore arrivée");
		page(post("/carte-cps", Map.of("askedOn", "2027-01-03", "receivedOn", "2027-01-02"))).isSound()
			.says("ne peut pas être reçue avant");
		assertThat(flash(post("/carte-cps", Map.of("askedOn", "2027-01-03", "receivedOn", ""))).key())
			.isEqualTo("volunteer.card.saved");
		page(see("")).has("#askedOn[value=2027-01-03]");
		assertThat(file()).isEqualTo(FilePosition.submitted(MONDAY));
	}

	@Test
	void the_billing_number_is_asked_for_once_the_cpam_may_have_given_it() {
		page(see("")).hasNo("#billingNumber");
		assertThat(flash(post("/numero-am", Map.of("billingNumber", "301234567"))).key())
			.isEqualTo("volunteer.billing.saved");
		page(see("")).isSound().has("#billingNumber[value=301234567]");
		page(post("/numero-am", Map.of("billingNumber", "30123456é"))).isSound().says("Le numéro a 9 chiffres");
		assertThat(this.jdbc.sql("""
				select account_id || ' ' || subject || ' ' || coalesce(detail, '–') from journal_entry
				where action = 'volunteer.billingNumberNoted'""").query(String.class).list())
			.containsExactly("%d volunteer:%d –".formatted(this.zola.getAccount().id(), this.zola.getId()));
	}

	@Test
	void an_account_without_a_file_has_no_page() {
		var host = this.scenario.account("sans.dossier@essai.example", Role.VOLUNTEER);
		assertThat(this.mvc.get().uri("/medecin/dossier").with(People.signedIn(host.id(), Role.VOLUNTEER)))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.mvc.get().uri("/medecin/dossier").with(People.agent())).hasStatus(HttpStatus.FORBIDDEN);
	}

	private MvcTestResult see(String path) {
		return this.mvc.get()
			.uri("/medecin/dossier" + path)
			.with(People.signedIn(this.zola.getAccount().id(), Role.VOLUNTEER))
			.exchange();
	}

	private MvcTestResult post(String path, Map<String, String> fields) {
		var request = this.mvc.post()
			.uri("/medecin/dossier" + path)
			.with(People.signedIn(this.zola.getAccount().id(), Role.VOLUNTEER))
			.with(Genuine.form());
		fields.forEach(request::param);
		return request.exchange();
	}

	private static Flash flash(MvcTestResult result) {
		return (Flash) result.getMvcResult().getFlashMap().get(Flash.ATTRIBUTE);
	}

	private FilePosition file() {
		return this.volunteers.findById(this.zola.getId()).orElseThrow().getFile();
	}

}
