package fr.medecinproche.indemnity.web;

import java.time.LocalDateTime;
import java.time.YearMonth;

import fr.medecinproche.account.Account;
import fr.medecinproche.indemnity.Dispute;
import fr.medecinproche.indemnity.DisputeService;
import fr.medecinproche.indemnity.DisputeService.Complaint;
import fr.medecinproche.indemnity.IndemnityLedger;
import fr.medecinproche.indemnity.StatementRounds;
import fr.medecinproche.indemnity.StatementService;
import fr.medecinproche.indemnity.Statements;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Genuine;
import fr.medecinproche.testing.PageAssertions;
import fr.medecinproche.testing.People;
import fr.medecinproche.testing.QueryCount;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import fr.medecinproche.testing.Works;
import fr.medecinproche.volunteer.BillingNumber;
import fr.medecinproche.volunteer.FileAuthor;
import fr.medecinproche.volunteer.Volunteer;
import fr.medecinproche.volunteer.VolunteerService;
import fr.medecinproche.work.WorkStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static fr.medecinproche.testing.PageAssertions.page;
import static fr.medecinproche.testing.Scenario.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

@ApplicationTest
class MonthPagesTests {

	private static final YearMonth JANUARY = YearMonth.of(2027, 1);

	private static final String CLOSING = "/ars/indemnites/mois/2027-01/cloture";

	@Autowired
	MockMvcTester mvc;

	@Autowired
	IndemnityLedger ledger;

	@Autowired
	Statements statements;

	@Autowired
	StatementService service;

	@Autowired
	StatementRounds rounds;

	@Autowired
	DisputeService disputes;

	@Autowired
	VolunteerService files;

	@Autowired
	Works works;

	@Autowired
	Scenario scenario;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TestClock.SettableClock clock;

	@Autowired
	CleanDatabase database;

	private Account agent;

	private Volunteer aline;

	private Volunteer jean;

	private HalfDaySlot jeans;

	@BeforeEach
	void oneHalfDayConfirmedAndOneNot() {
		this.database.clean();
		this.agent = this.scenario.agent();
		this.aline = this.scenario.volunteer("Aline", "Roux");
		this.jean = this.scenario.volunteer("Jean", "Weber");
		var site = this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC);
		var alines = this.scenario.taken(this.aline, site, HalfDay.morningOf(TUESDAY));
		this.jeans = this.scenario.taken(this.jean, site, HalfDay.afternoonOf(TUESDAY));
		this.clock.set(LocalDateTime.of(2027, 2, 2, 9, 0));
		this.ledger.enter(alines.getId(), this.agent.id());
		this.rounds.makeSomeReady();
		confirm(this.aline);
	}

	private void confirm(Volunteer doctor) {
		this.service.confirm(doctor.getId(), JANUARY, this.statements.of(doctor.getId(), JANUARY).mark());
	}

	private PageAssertions see(String path, RequestPostProcessor who) {
		return page(this.mvc.get().uri(path).with(who).exchange()).isSound();
	}

	private MvcTestResult post(String path, RequestPostProcessor who) {
		return this.mvc.post().uri(path).with(who).with(Genuine.form()).exchange();
	}

	@Test
	void the_desk_s_numbers_lead_to_their_rows() {
		see("/ars/indemnites", People.agent())
			.says("1 demi-journée à confirmer", "0 contestation", "1 relevé prêt à clore", "confirmé par le médecin",
					"janvier 2027 : 1")
			.has("a[href='/ars/indemnites/presences?mois=2027-01']")
			.has("a[href='/ars/indemnites/releves?mois=2027-01&etat=CLOSABLE']")
			.has("a[href='/ars/indemnites/mois/2027-01/cloture']");
		see("/ars/indemnites/presences?mois=2027-01", People.agent()).says("Une demi-journée à confirmer");
		see("/ars/indemnites/releves?mois=2027-01&etat=CLOSABLE", People.agent())
			.says("Seulement : prêts à clore", "Un relevé", "Dr Aline Roux")
			.doesNotSay("Dr Jean Weber");
		see("/ars/indemnites/releves?mois=2027-01&etat=DISPUTED", People.agent()).says("Aucun relevé");
		see("/ars/indemnites/releves?mois=2027-01&etat=x", People.agent()).says("Un relevé");
		see("/ars/indemnites", People.agentOf("32")).says("1 demi-journée", "Aucun relevé").doesNotSay("Lots");
		for (var typed : new String[] { "2031-01", "2027-13", "%27" }) {
			see("/ars/indemnites?mois=" + typed, People.agent());
		}
	}

	@Test
	void a_month_is_not_closed_while_something_is_open_and_says_what() {
		see(CLOSING, People.agentOf("R76"))
			.says("Une demi-journée que personne n’a confirmée", "Clore le relevé qui peut l’être")
			.hasNo("form[action='" + CLOSING + "']");
		post(CLOSING, People.agentOf("R76"));
		assertThat(this.jdbc.sql("select count(*) from indemnity_month").query(Long.class).single()).isZero();
		this.ledger.enter(this.jeans.getId(), this.agent.id());
		this.rounds.makeSomeReady();
		see(CLOSING, People.agentOf("R76")).says("Un relevé que le médecin a encore le temps de vérifier")
			.has("a[href='/ars/indemnites/releves?mois=2027-01&etat=WAITING&region=R76']");
		this.disputes.raise(this.jean.getId(), JANUARY,
				new Complaint(HalfDay.afternoonOf(TUESDAY), Dispute.Reason.AMOUNT, null), this.jean.getAccount().id());
		see(CLOSING, People.agentOf("R76")).says("Un relevé contesté");
		see("/ars/indemnites/contestations", People.agentOf("31")).says("Une contestation attend", "Dr Jean Weber");
		see("/ars/indemnites/contestations", People.agentOf("32")).says("Aucune contestation");
		assertThat(this.mvc.get().uri("/ars/indemnites/mois/2031-01/cloture").with(People.agent()))
			.hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void statements_of_other_regions_are_left_alone() {
		see(CLOSING, People.admin()).has("form[action$='/releves/cloture'] input[name=region][value=R76]");
		see("/ars/indemnites/releves?mois=2027-01&region=R76", People.admin()).says("Seulement : Occitanie")
			.has("form[action$='/releves/cloture'] input[name=region][value=R76]");
		see("/ars/indemnites/releves?mois=2027-01&region=%27", People.admin()).doesNotSay("Seulement");
		post("/ars/indemnites/releves/cloture?mois=2027-01&region=R75", People.admin());
		assertThat(this.service.closable(null, JANUARY)).hasSize(1);
		post("/ars/indemnites/releves/cloture?mois=2027-01&region=R76", People.agentOf("R75"));
		assertThat(this.service.closable(null, JANUARY)).hasSize(1);
		post("/ars/indemnites/releves/cloture?mois=2027-01&region=R76", People.admin());
		assertThat(this.service.closable(null, JANUARY)).isEmpty();
	}

	@Test
	void doctors_without_a_health_insurance_number_are_named_before_the_month_is_closed_and_sent() {
		see(CLOSING, People.agentOf("R76")).says("2 médecins sans numéro Assurance Maladie")
			.has("a[href='/ars/medecins/%d#numero-am']".formatted(this.aline.getId()));
		see(CLOSING, People.agentOf("31")).says("2 médecins sans numéro");
		see(CLOSING, People.agentOf("32")).doesNotSay("sans numéro");
		post("/ars/indemnites/releves/cloture?mois=2027-01&region=R76", People.agentOf("R76"));
		see("/ars/indemnites/lots", People.agentOf("R76")).says("Un médecin n’a pas de numéro Assurance Maladie");
		this.files.noteBillingNumber(this.aline.getId(), BillingNumber.parse("301 234 567").orElseThrow(),
				FileAuthor.agent(this.agent.id()));
		see(CLOSING, People.agentOf("R76")).says("Un médecin sans numéro Assurance Maladie")
			.hasNo("a[href='/ars/medecins/%d#numero-am']".formatted(this.aline.getId()));
		see("/ars/indemnites/lots", People.agentOf("R76")).doesNotSay("pas de numéro");
		var batch = post("/ars/indemnites/lots?region=R76", People.agentOf("R76")).getResponse().getRedirectedUrl();
		see(batch, People.agentOf("R76")).says("AM 301234567");
	}

	@Test
	void what_is_looked_at_stays_so_from_month_to_month() {
		this.clock.set(LocalDateTime.of(2027, 3, 2, 9, 0));
		see("/ars/indemnites/releves?mois=2027-01&etat=CLOSABLE&region=R76", People.admin())
			.has("a[rel=next][href='/ars/indemnites/releves?mois=2027-02&etat=CLOSABLE&region=R76']");
		see("/ars/indemnites/releves?mois=2027-01", People.admin())
			.has("a[rel=next][href='/ars/indemnites/releves?mois=2027-02']");
	}

	@Test
	void the_month_is_closed_and_sent_for_a_region_and_others_do_not_find_it() {
		this.ledger.enter(this.jeans.getId(), this.agent.id());
		this.rounds.makeSomeReady();
		confirm(this.jean);
		see(CLOSING, People.agentOf("31")).says("pour toute la région").hasNo("form[action='" + CLOSING + "']");
		assertThat(post(CLOSING, People.agentOf("31"))).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(post(CLOSING + "?region=R76", People.agentOf("R75"))).hasStatus(HttpStatus.NOT_FOUND);
		see(CLOSING, People.agentOf("R75")).says("Aucun");
		see(CLOSING, People.admin()).says("Occitanie", "Clore janvier 2027");
		assertThat(post(CLOSING + "?region=R76", People.admin())).hasStatus3xxRedirection();
		see(CLOSING, People.agentOf("31")).says("janvier 2027 est clos depuis", "200 €");
		see("/ars/indemnites?mois=2027-01", People.agentOf("R76")).says("est clos depuis", "2 relevés");
		see("/ars/indemnites/lots", People.agentOf("R76")).says("Reste à envoyer, 2 lignes", "200 €", "Aucun lot");
		assertThat(this.mvc.get().uri("/ars/indemnites/lots").with(People.agentOf("31")))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(post("/ars/indemnites/lots?region=R76", People.agentOf("31"))).hasStatus(HttpStatus.NOT_FOUND);
		var batch = post("/ars/indemnites/lots?region=R76", People.agentOf("R76")).getResponse().getRedirectedUrl();
		see(batch, People.agentOf("R76")).says("Lot n° 1, Occitanie", "Dr Aline Roux", "identique", "200 €")
			.doesNotSay("différent");
		assertThat(this.mvc.get().uri(batch).with(People.agentOf("R75"))).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.mvc.get().uri(batch + "/lot.csv").with(People.agentOf("31"))).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.mvc.get().uri(batch + "/lot.xlsx").with(People.agentOf("R76"))).hasStatusOk()
			.headers()
			.hasValue("Content-Disposition", "attachment; filename=\"cpam-r76-lot-1.xlsx\"");
		see("/ars/indemnites/lots", People.admin()).says("Lot n° 1", "aucune ligne");
		assertThat(this.jdbc.sql("select action from journal_entry order by number desc limit 3")
			.query(String.class)
			.list()).containsExactly("indemnity.batchTaken", "indemnity.sent", "indemnity.monthClosed");
	}

	@Test
	void a_long_month_is_closed_while_a_page_shows_how_far_it_is() {
		this.ledger.notHeld(this.jeans.getId(), this.agent.id());
		for (int n = 0; n < 26; n++) {
			var doctor = this.scenario.candidate("Camille", "Numero" + (char) ('a' + n));
			this.jdbc.sql("insert into indemnity_statement (volunteer_id, month, ready_at) values (?, '2027-01-01', ?)")
				.params(doctor.getId(), LocalDateTime.of(2027, 1, 2, 0, 0))
				.update();
		}
		this.clock.set(LocalDateTime.of(2027, 2, 20, 9, 0));
		this.rounds.makeSomeReady();
		this.clock.set(LocalDateTime.of(2027, 3, 10, 9, 0));
		var work = post(CLOSING + "?region=R76", People.agentOf("R76")).getResponse().getRedirectedUrl();
		assertThat(work).startsWith("/ars/travaux/");
		var done = this.works.await(work);
		assertThat(done.status()).isEqualTo(WorkStatus.DONE);
		see(String.valueOf(done.result()), People.agentOf("R76")).says("est clos depuis", "28 relevés");
	}

	@Test
	void shows_many_statements_with_as_many_queries_as_one() {
		int desk = QueryCount.of(() -> see("/ars/indemnites", People.agent()));
		int closing = QueryCount.of(() -> see(CLOSING, People.agentOf("R76")));
		this.ledger.enter(this.jeans.getId(), this.agent.id());
		this.rounds.makeSomeReady();
		assertThat(QueryCount.of(() -> see("/ars/indemnites", People.agent()))).isEqualTo(desk);
		assertThat(QueryCount.of(() -> see(CLOSING, People.agentOf("R76")))).isEqualTo(closing);
	}

}
