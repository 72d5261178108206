package fr.medecinproche.indemnity.web;

import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;

import fr.medecinproche.account.Account;
import fr.medecinproche.account.Role;
import fr.medecinproche.indemnity.IndemnityLedger;
import fr.medecinproche.indemnity.Statement;
import fr.medecinproche.indemnity.StatementRounds;
import fr.medecinproche.indemnity.Statements;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.schedule.SchedulingService;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Genuine;
import fr.medecinproche.testing.PageAssertions;
import fr.medecinproche.testing.People;
import fr.medecinproche.testing.QueryCount;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import fr.medecinproche.volunteer.Volunteer;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static fr.medecinproche.testing.PageAssertions.page;
import static fr.medecinproche.testing.PdfAssertions.pdf;
import static fr.medecinproche.testing.Scenario.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

@ApplicationTest
class StatementPagesTests {

	private static final YearMonth JANUARY = YearMonth.of(2027, 1);

	private static final String MONTH = "/medecin/indemnites/2027-01";

	@Autowired
	MockMvcTester mvc;

	@Autowired
	IndemnityLedger ledger;

	@Autowired
	Statements statements;

	@Autowired
	StatementRounds rounds;

	@Autowired
	SchedulingService scheduling;

	@Autowired
	Scenario scenario;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TestClock.SettableClock clock;

	@Autowired
	CleanDatabase database;

	private Volunteer doctor;

	private Account agent;

	private ConsultationSite site;

	private HalfDaySlot morning;

	@BeforeEach
	void aMorningThatWasHeldAndOneNobodySaidAnythingAbout() {
		this.database.clean();
		this.agent = this.scenario.agent();
		this.doctor = this.scenario.volunteer("Aline", "Roux");
		this.site = this.scenario.openSite("=Maison de santé de Marciac", Scenario.MARCIAC);
		this.morning = this.scenario.taken(this.doctor, this.site, HalfDay.morningOf(TUESDAY));
		this.scenario.taken(this.doctor, this.site, HalfDay.morningOf(TUESDAY.plusDays(1)));
		this.scenario.appointment(this.morning, LocalTime.of(9, 20), Scenario.patient("Philomène", "Castéran"));
		this.jdbc.sql("update appointment set status = 'HONOURED'").update();
		this.clock.set(LocalDateTime.of(2027, 2, 12, 9, 0));
		this.ledger.enter(this.morning.getId(), this.agent.id());
		this.rounds.makeSomeReady();
	}

	private RequestPostProcessor me() {
		return People.signedIn(this.doctor.getAccount().id(), Role.VOLUNTEER);
	}

	private RequestPostProcessor other() {
		return People.signedIn(this.scenario.volunteer("Jean", "Weber").getAccount().id(), Role.VOLUNTEER);
	}

	private MvcTestResult get(String path, RequestPostProcessor who) {
		return this.mvc.get().uri(path).with(who).exchange();
	}

	private PageAssertions see(String path, RequestPostProcessor who) {
		return page(get(path, who)).isSound();
	}

	private MvcTestResult post(String path, RequestPostProcessor who, String... parameters) {
		var request = this.mvc.post().uri(path).with(who).with(Genuine.form());
		for (int i = 0; i < parameters.length; i += 2) {
			request = request.param(parameters[i], parameters[i + 1]);
		}
		return request.exchange();
	}

	private Statement january() {
		return this.statements.of(this.doctor.getId(), JANUARY);
	}

	private String agencyPath() {
		return "/ars/indemnites/releves/" + Objects.requireNonNull(january().id());
	}

	@Test
	void a_doctor_is_thanked_sees_what_is_owed_and_confirms_it_once() {
		see("/medecin", me()).says("Votre relevé pour janvier 2027 est prêt à vérifier",
				"Merci : une demi-journée tenue");
		see("/medecin/indemnites", me()).says("janvier 2027", "à vérifier", "100 €", "au moins 5 ans",
				"Une demi-journée tenue en 2027", "Vous avez reçu un patient", "Revenir le mois prochain");
		see(MONTH, me())
			.says("mardi 12 janvier 2027, matin", "l’agence", "Confirmer ce relevé : 100 €", "Contester",
					"Il manque une demi-journée", "mercredi 13 janvier 2027", "pas encore confirmée")
			.doesNotSay("Castéran");
		var seen = january().mark();
		assertThat(post(MONTH + "/confirmation", me(), "vu", seen)).hasStatus3xxRedirection();
		assertThat(post(MONTH + "/confirmation", me(), "vu", seen)).hasStatus3xxRedirection();
		see(MONTH, me()).says("Vous avez confirmé ce relevé").hasNo("form[action$=confirmation]");
	}

	@Test
	void what_changed_meanwhile_is_shown_anew_and_after_closing_the_page_says_so() {
		var stale = post(MONTH + "/confirmation", me(), "vu", "1-1-1");
		assertThat(stale).flash().extractingByKey("flash").asString().contains("CHANGED_MEANWHILE");
		post(MONTH + "/confirmation", me(), "vu", january().mark());
		post(agencyPath() + "/cloture", People.agent());
		var late = post(MONTH + "/confirmation", me(), "vu", january().mark());
		assertThat(late).flash().extractingByKey("flash").asString().contains("STATEMENT_CLOSED");
		see(MONTH, me()).says("clos", "Ce relevé est clos").doesNotSay("Contester", "Confirmer ce relevé");
	}

	@Test
	void other_doctors_other_departments_and_months_that_are_none_are_not_found() {
		var other = other();
		see(MONTH, other).says("Aucune demi-journée n’est enregistrée").doesNotSay("Marciac", "100 €");
		var line = january().lines().getFirst().id();
		assertThat(get(MONTH + "/contestation?ligne=" + line, other)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(get(agencyPath(), People.agentOf("32"))).as("the doctor practises in Toulouse")
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(post(agencyPath() + "/cloture", People.agentOf("32"))).hasStatus(HttpStatus.NOT_FOUND);
		see(agencyPath(), People.agentOf("31"));
		for (var none : List.of("2027-03", "2027-13", "2027-1", "abc", "9999-99", "0000-00")) {
			assertThat(get("/medecin/indemnites/" + none, me())).as(none).hasStatus4xxClientError();
			assertThat(get("/medecin/indemnites/" + none + "/releve.pdf", me())).as(none).hasStatus4xxClientError();
		}
		assertThat(get("/medecin/indemnites/attestation.pdf?du=2027-02&au=2027-01", me())).hasStatus4xxClientError();
		assertThat(get("/medecin/indemnites/attestation.pdf?du=x", me())).hasStatus4xxClientError();
		assertThat(get("/medecin/indemnites/attestation.pdf?du=-999999999-01", me())).hasStatus4xxClientError();
	}

	@Test
	void the_statement_is_printed_and_says_what_it_is() {
		this.jdbc.sql("update volunteer set billing_number = '301234567' where id = ?")
			.param(this.doctor.getId())
			.update();
		pdf(get(MONTH + "/releve.pdf", me())).isAccessible("fr")
			.hasPages(1, PDRectangle.A4)
			.says("Relevé pour janvier 2027", "Document préparatoire : le versement est fait par la CPAM",
					this.doctor.getRpps().digits(), "301234567", "Dr Aline Roux", "mardi 12 janvier 2027", "Marciac",
					"l’agence", "100 €", "Une demi-journée")
			.keptAs("releve");
		pdf(get("/medecin/indemnites/2026-12/releve.pdf", me())).isAccessible("fr")
			.says("ne compte aucune indemnité", "versement est fait par la CPAM");
	}

	@Test
	void the_certificate_lists_confirmed_half_days_and_no_amount() {
		pdf(get("/medecin/indemnites/attestation.pdf", me())).isAccessible("fr")
			.says("Attestation de participation", "Dr Aline Roux", "une demi-journée", "mardi 12 janvier 2027", "Merci")
			.doesNotSay("13 janvier", "€")
			.keptAs("attestation");
		pdf(get("/medecin/indemnites/attestation.pdf?du=2026-01&au=2026-12", me())).isAccessible("fr")
			.says("Aucune demi-journée confirmée");
	}

	@Test
	void the_table_is_for_spreadsheets_and_runs_no_formula() throws UnsupportedEncodingException {
		var file = get(MONTH + "/releve.csv", me()).getResponse().getContentAsString();
		assertThat(file).startsWith("\ufeff\"RPPS\";")
			.contains("\"'=Maison de santé de Marciac\"", ";\"100\";", "CPAM");
		assertThat(file.split("\r\n")).hasSize(2);
		assertThat(get("/medecin/indemnites/2026-12/releve.csv", me()).getResponse().getContentAsString().split("\r\n"))
			.hasSize(1);
	}

	@Test
	void a_line_is_disputed_and_the_agency_answers() {
		var line = january().lines().getFirst().id();
		see(MONTH + "/contestation?ligne=" + line, me()).says("Je n’ai pas tenu cette demi-journée",
				"Pas d’information sur les patients");
		assertThat(post(MONTH + "/contestation", me(), "ligne", "" + line)).bodyText()
			.contains("Choisissez ce qui ne va pas.");
		assertThat(post(MONTH + "/contestation", me(), "ligne", "" + line, "motif", "NOT_HELD", "commentaire",
				"a".repeat(301)))
			.bodyText()
			.contains("Écrivez 300 caractères au plus.");
		post(MONTH + "/contestation", me(), "ligne", "" + line, "motif", "NOT_HELD", "commentaire",
				"J’étais <malade>.");
		see(MONTH, me()).says("contesté", "J’étais <malade>.", "L’agence va vous répondre");
		var dispute = agencyPath() + "/contestations/" + january().disputes().getFirst().id();
		see(agencyPath(), People.agent()).says("J’étais <malade>.", "Répondre").doesNotSay("Clore ce relevé");
		see(dispute, People.agent()).says("Corriger : la ligne est retirée", "Maintenir la ligne");
		assertThat(post(dispute, People.agent(), "suite", "MAINTAINED")).bodyText()
			.contains("Expliquez pourquoi rien ne change.");
		assertThat(post(dispute, People.agentOf("32"), "suite", "CORRECTED")).hasStatus(HttpStatus.NOT_FOUND);
		post(dispute, People.agent(), "suite", "CORRECTED", "reponse", "C’est retiré.");
		see(MONTH, me()).says("Corrigé.", "C’est retiré.", "Aucune demi-journée n’est enregistrée");
		assertThat(get(dispute, People.agent())).hasStatus3xxRedirection();
	}

	@Test
	void a_missing_half_day_is_said() {
		see(MONTH + "/contestation", me()).says("Il manque une demi-journée");
		assertThat(post(MONTH + "/contestation", me(), "jour", "2027-02-01", "periode", "MORNING")).bodyText()
			.contains("Choisissez un jour de ce mois.");
		assertThat(post(MONTH + "/contestation", me(), "jour", "2027-01-32")).hasStatusOk();
		post(MONTH + "/contestation", me(), "jour", "2027-01-13", "periode", "MORNING");
		see(MONTH, me()).says("Cette demi-journée manque");
	}

	@Test
	void the_agency_closes_what_it_may_and_corrects_what_is_closed() {
		see("/ars/indemnites/releves?mois=2027-01", People.agent()).says("Dr Aline Roux", "à vérifier par le médecin")
			.doesNotSay("Clore");
		post(MONTH + "/confirmation", me(), "vu", january().mark());
		see("/ars/indemnites/releves?mois=2027-01", People.agent()).says("Clore le relevé qui peut l’être");
		see("/ars/indemnites/releves?mois=2027-01", People.agentOf("32")).doesNotSay("Dr Aline Roux");
		post("/ars/indemnites/releves/cloture", People.agentOf("32"), "mois", "2027-01");
		assertThat(january().closedAt()).isNull();
		post("/ars/indemnites/releves/cloture", People.agent(), "mois", "2027-01");
		assertThat(january().closedAt()).isNotNull();
		var path = agencyPath() + "/lignes/" + january().lines().getFirst().id() + "/correction";
		see(path, People.agent()).says("Corriger une ligne d’un relevé clos");
		assertThat(post(path, People.agent(), "montant", "abc")).bodyText().contains("Écrivez un montant en euros");
		assertThat(post(path, People.agent(), "montant", "-1")).bodyText().contains("Écrivez la raison");
		assertThat(post(path, People.agent(), "montant", "-500", "raison", "Erreur")).bodyText()
			.contains("ni reprendre plus que ce qui a été compté");
		post(path, People.agent(), "montant", "-100", "raison", "Erreur de jour");
		see("/medecin/indemnites/2027-02", me()).says("Correction d’un relevé clos : Erreur de jour", "-100 €");
		pdf(get("/medecin/indemnites/attestation.pdf", me())).says("Aucune demi-journée confirmée");
	}

	@Test
	void shows_many_lines_with_as_many_queries_as_one() {
		int one = QueryCount.of(() -> see(MONTH, me()));
		int list = QueryCount.of(() -> see("/medecin/indemnites", me()));
		int agency = QueryCount.of(() -> see("/ars/indemnites/releves?mois=2027-01", People.agent()));
		this.jdbc.sql("select id from half_day_slot where id <> ?")
			.param(this.morning.getId())
			.query(Long.class)
			.list()
			.forEach((slot) -> this.ledger.enter(slot, this.agent.id()));
		assertThat(QueryCount.of(() -> see(MONTH, me()).says("200 €"))).isEqualTo(one);
		assertThat(QueryCount.of(() -> see("/medecin/indemnites", me()))).isEqualTo(list);
		assertThat(QueryCount.of(() -> see("/ars/indemnites/releves?mois=2027-01", People.agent()))).isEqualTo(agency);
	}

	@Test
	void a_doctor_comes_again_in_one_press_and_reads_why_some_half_days_cannot_be_had() {
		this.clock.reset();
		this.scenario.taken(this.doctor, this.site, HalfDay.afternoonOf(TUESDAY));
		var again = this.scenario.halfDay(this.site, HalfDay.morningOf(LocalDate.of(2027, 3, 9)));
		this.clock.set(LocalDateTime.of(2027, 2, 25, 9, 0));
		see("/medecin/retour", me()).says("Revenir en mars 2027", "mardi 9 mars 2027, matin",
				"Prendre cette demi-journée", "mardi 9 mars 2027, après-midi", "L’agence ne l’a pas ouverte");
		assertThat(post("/medecin/retour", me(), "creneaux", "" + again.getId())).redirectedUrl()
			.isEqualTo("/medecin/agenda?mois=2027-03");
		assertThat(post("/medecin/retour", me(), "creneaux", "" + again.getId())).as("a double click")
			.redirectedUrl()
			.isEqualTo("/medecin/agenda?mois=2027-03");
		assertThat(this.scheduling.cap(this.doctor.getId(), YearMonth.of(2027, 3)).left()).isEqualTo(3);
		see("/medecin/retour", me()).says("Elle est déjà à vous");
		assertThat(post("/medecin/retour", me())).redirectedUrl().isEqualTo("/medecin/retour");
		see("/medecin/retour", other()).says("Vous n’avez pas encore tenu de demi-journée");
	}

}
