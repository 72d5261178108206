package fr.medecinproche.insight.web;

import java.time.LocalDate;
import java.util.List;

import fr.medecinproche.insight.Span;
import fr.medecinproche.insight.Tally;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.PageAssertions;
import fr.medecinproche.testing.People;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import fr.medecinproche.volunteer.FileStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

import static fr.medecinproche.testing.PageAssertions.page;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The morning page, and the lists behind its figures.
 */
@ApplicationTest
class MorningPageTests {

	private static final LocalDate IN_FEBRUARY = LocalDate.of(2027, 2, 9);

	@Autowired
	MockMvcTester mvc;

	@Autowired
	CleanDatabase database;

	@Autowired
	Scenario scenario;

	@Autowired
	TestClock.SettableClock clock;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TransactionTemplate transaction;

	@BeforeEach
	void clean() {
		this.database.clean();
	}

	@Test
	void an_empty_scheme_has_a_morning_page() {
		get("/ars", People.agent()).isSound()
			.says("Prises : 0 sur 0", "28 zones", "Aucun dossier", "Aucun lieu",
					"28 zones sans médecin en février 2027", "▲ Aucun lieu ouvert. Dernier médecin : jamais.");
		get("/ars", People.agentOf("R53")).isSound().says("Aucune zone", "Rien à décider");
	}

	@Test
	void the_figures_are_the_sizes_of_the_lists_they_lead_to() {
		februaryAtMarciacAndLeVigan();
		get("/ars", People.agent()).isSound()
			.says("Prises : 2 sur 4", "26 zones", "2 dossiers", "Un lieu", "2 dossiers attendent une réponse",
					"Dr Zoé Zola, Toulouse", "Un lieu n’est pas prêt Maison de Plaisance");
		get("/ars/demi-journees?mois=2027-02", People.agent()).isSound().says("4 demi-journées");
		get("/ars/demi-journees?mois=2027-02&statut=TAKEN", People.agent()).says("2 demi-journées");
		get("/ars/zones-sans-medecin?mois=2027-02", People.agent()).isSound().says("26 zones").doesNotSay("Viganais");
		get("/ars/medecins?qui=AGENCY", People.agent()).says("2 médecins");
		get("/ars/lieux?statut=A_PREPARER", People.agent()).says("Un lieu");
	}

	@Test
	void an_agent_of_a_department_counts_only_what_is_there() {
		februaryAtMarciacAndLeVigan();
		var zones = this.jdbc.sql("""
				select count(*) from intercommunalite z where priority and exists (
				select from intercommunalite_departement d where d.siren = z.siren and d.departement = '32')""")
			.query(Integer.class)
			.single();
		get("/ars", People.agentOf("32")).isSound().says("Prises : 1 sur 3", (zones - 1) + " zone", "Aucun dossier");
		get("/ars/demi-journees?mois=2027-02", People.agentOf("32")).says("3 demi-journées")
			.doesNotSay("Maison du Vigan");
		get("/ars/zones-sans-medecin", People.agentOf("32")).doesNotSay("Viganais", "Bastides et vallons");
		get("/ars", People.agentOf("31")).says("2 dossiers", "Zoé Zola");
	}

	@Test
	void the_figures_are_what_the_rows_add_up_to() {
		var fixture = new CoverageFixture(this.scenario, this.jdbc, this.transaction);
		fixture.byChance(11);
		var february = Span.parse("2027-02").orElseThrow();
		var zones = this.jdbc.sql("select siren from intercommunalite where priority")
			.query(String.class)
			.list()
			.stream()
			.map((siren) -> fixture.counted(siren, february))
			.toList();
		var sum = zones.stream().reduce(Tally.NONE, Tally::plus);
		assertThat(sum.taken()).isPositive();
		get("/ars", People.agent()).isSound()
			.says("Prises : %d sur %d".formatted(sum.taken(), sum.opened()),
					zones.stream().filter((figures) -> figures.taken() == 0).count() + " zones",
					"décembre 2026 : %d demi-journées"
						.formatted(fixture.undecided(Span.parse("2026-12").orElseThrow())));
	}

	@Test
	void files_wait_for_the_agency_in_the_steps_the_agency_acts_in() {
		assertThat(FileStatus.awaiting(FileStatus.Party.AGENCY)).containsExactlyInAnyOrder(FileStatus.SUBMITTED,
				FileStatus.CPAM_NUMBER_GIVEN);
	}

	@Test
	void the_oldest_file_is_first_to_decide() {
		this.scenario.candidate("Zoé", "Zola");
		this.clock.set(LocalDate.of(2027, 1, 5).atTime(9, 0));
		this.scenario.candidate("Anne", "Abadie");
		assertThat(this.mvc.get().uri("/ars").with(People.agent())).bodyText().containsSubsequence("Zola", "Abadie");
	}

	@Test
	void what_waits_leads_to_where_it_is_decided() {
		var doctor = this.scenario.volunteer("Anne", "Abadie");
		var slot = this.scenario.taken(doctor, this.scenario.openSite("Maison", Scenario.MARCIAC),
				HalfDay.morningOf(Scenario.TUESDAY));
		this.clock.set(LocalDate.of(2027, 2, 1).atTime(8, 0));
		var statement = this.jdbc
			.sql("insert into indemnity_statement (volunteer_id, month, ready_at) values (?, '2027-01-01', now()) "
					+ "returning id")
			.param(doctor.getId())
			.query(Long.class)
			.single();
		this.jdbc.sql("""
				insert into indemnity_dispute (statement_id, day, period, reason, raised_by, raised_at)
				values (?, '2027-01-12', 'MORNING', 'MISSING', ?, timestamptz '2027-01-30 08:00Z')""")
			.params(statement, doctor.getAccount().id())
			.update();
		this.jdbc
			.sql("""
					insert into outbox_message (dedup_key, channel, status, next_attempt_at, not_after, created_at, settled_at)
					values ('x', 'EMAIL', 'FAILED', now(), now(), now(), now())""")
			.update();
		assertThat(slot.getId()).isPositive();
		get("/ars", People.agent()).isSound()
			.says("janvier 2027 : une demi-journée", "Une contestation sans réponse",
					"Dr Anne Abadie, relevé pour janvier 2027", "Un message n’a pas pu partir");
		for (var path : List.of("/ars/indemnites/presences?mois=2027-01", "/ars/messages?etat=FAILED",
				"/ars/indemnites/releves/%d/contestations/1".formatted(statement))) {
			get("/ars", People.agent()).has("main a[href='" + path + "']");
			get(path, People.agent()).isSound();
		}
		get("/ars", People.agentOf("48")).doesNotSay("Abadie", "à confirmer");
	}

	@Test
	void a_month_that_makes_no_sense_is_the_next_one() {
		for (var month : new String[] { "x", "2027-13", "9999-01", "-999999999-01" }) {
			get("/ars/zones-sans-medecin?mois=" + month, People.agent()).says("février 2027");
		}
	}

	private void februaryAtMarciacAndLeVigan() {
		var marciac = this.scenario.openSite("Maison de Marciac", Scenario.MARCIAC, 2);
		var vigan = this.scenario.openSite("Maison du Vigan", Scenario.LE_VIGAN);
		this.scenario.preparingSite("Maison de Plaisance", Scenario.PLAISANCE);
		var anne = this.scenario.volunteer("Anne", "Abadie");
		this.scenario.taken(anne, marciac, HalfDay.morningOf(IN_FEBRUARY));
		this.scenario.taken(anne, vigan, HalfDay.morningOf(IN_FEBRUARY.plusDays(1)));
		this.scenario.halfDay(marciac, HalfDay.afternoonOf(IN_FEBRUARY));
		this.scenario.halfDay(marciac, HalfDay.afternoonOf(IN_FEBRUARY), 2);
		this.scenario.halfDay(marciac, HalfDay.afternoonOf(LocalDate.of(2027, 3, 1)));
		var closed = this.scenario.halfDay(marciac, HalfDay.morningOf(IN_FEBRUARY), 2);
		this.jdbc.sql("update half_day_slot set status = 'CLOSED' where id = ?").param(closed.getId()).update();
		this.scenario.candidate("Zoé", "Zola");
		this.scenario.candidate("Luc", "Lacaze");
	}

	private PageAssertions get(String path, RequestPostProcessor who) {
		return page(this.mvc.get().uri(path).with(who).exchange());
	}

}
