package fr.medecinproche.insight.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;

import fr.medecinproche.account.Role;
import fr.medecinproche.insight.PastFixture;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.ExcelReading;
import fr.medecinproche.testing.People;
import fr.medecinproche.testing.QueryCount;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import fr.medecinproche.web.CsvFile;
import fr.medecinproche.web.ExcelFile;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static fr.medecinproche.testing.PageAssertions.page;
import static fr.medecinproche.testing.PdfAssertions.pdf;
import static org.assertj.core.api.Assertions.assertThat;

@ApplicationTest
class ReportPagesTests {

	private static final String JANUARY = "du=2027-01&au=2027-01";

	@Autowired
	CleanDatabase database;

	@Autowired
	Scenario scenario;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TestClock.SettableClock clock;

	@Autowired
	MockMvcTester mvc;

	PastFixture past;

	ConsultationSite marciac;

	long agent;

	@BeforeEach
	void aMonthToLookBackAt() {
		this.database.clean();
		this.past = new PastFixture(this.jdbc);
		this.marciac = this.scenario.openSite("Maison de Marciac", Scenario.MARCIAC, 9);
		this.agent = this.scenario.agent().id();
		this.clock.set(LocalDateTime.of(2027, 2, 15, 8, 0));
	}

	private void january() {
		var doctor = this.scenario.volunteer("Anne", "Abadie");
		this.past.open(this.marciac, Scenario.TUESDAY);
		long slot = this.past.taken(this.marciac, Scenario.TUESDAY, doctor);
		this.past.said(slot, true, this.agent);
		this.past.visits(slot, 0, 6, "HONOURED", "NO");
		this.past.visits(slot, 6, 2, "ABSENT", "YES");
	}

	private MvcTestResult get(String address) {
		return this.mvc.get().uri(address).with(People.signedIn(this.agent, Role.AGENT)).exchange();
	}

	@Test
	void without_anything_the_page_says_so_and_shows_no_nought_for_a_share() {
		page(get("/ars/rapports")).isSound()
			.has(".indicator:contains(Part d’absents) .nothing:contains(pas de donnée)")
			.has(".indicator:contains(Demi-journées ouvertes) .indicator-value:matchesOwn(^0$)")
			.says("Rien n’a été relevé sur cette période.", "septembre 2026 à février 2027");
	}

	@Test
	void each_figure_has_its_unit_what_it_is_a_part_of_and_its_definition() {
		january();
		page(get("/ars/rapports?" + JANUARY)).isSound()
			.says("Toutes les zones, janvier 2027.", "50 %", "1 sur 2", "25 %", "2 sur 8", "75 %", "6 sur 8")
			.says("Les absents, divisés par les patients notés venus ou absents.")
			.has("table:contains(Bastides et vallons du Gers) td:contains(1 sur 2)")
			.has("[role=img] rect.chart-fill-3")
			.has("a[href='/ars/rapports/zones.xlsx?du=2027-01&au=2027-01&departement=']")
			.doesNotSay("Abadie");
		page(get("/ars/rapports?lang=en&" + JANUARY)).isSound().says("All zones, January 2027.", "1 out of 2");
	}

	@Test
	void a_figure_leads_to_the_half_days_it_is_counted_from() {
		january();
		this.past.closed(this.marciac, Scenario.TUESDAY);
		this.past.open(this.scenario.openSite("Maison du Vigan", Scenario.LE_VIGAN), Scenario.TUESDAY);
		var january = "/ars/rapports/demi-journees?liste=%s&" + JANUARY;
		page(get("/ars/rapports?" + JANUARY)).has(".indicator a[href='" + january.formatted("ouvertes") + "']")
			.has("td a[href='" + january.formatted("venus") + "&zone=243200508']:contains(6)")
			.has("td a[href='" + january.formatted("prises") + "&principal=32']:contains(1)")
			.hasNo("td a[href*='" + january.formatted("prises") + "&principal=30']");
		page(get(january.formatted("ouvertes"))).isSound()
			.says("Toutes les zones, janvier 2027.", "Demi-journées ouvertes", "3 demi-journées",
					"Total Ouvertes : 3, prises : 1, tenues : 1 10 8 6 2");
		page(get(january.formatted("ouvertes") + "&zone=243200508")).says("Bastides et vallons du Gers, janvier 2027.",
				"Ouvertes : 2, prises : 1");
		page(get(january.formatted("ouvertes") + "&principal=30")).says("Gard, janvier 2027.",
				"Ouvertes : 1, prises : 0");
		for (var counted : Counted.values()) {
			page(get(january.formatted(counted.address()))).isSound();
		}
		page(get(january.formatted("absents"))).says("Dr Anne Abadie", "Une demi-journée");
		page(get("/ars/rapports/demi-journees?liste=prises&du=2026-12&au=2026-12")).isSound()
			.says("Aucune demi-journée");
		this.jdbc.sql("update zone_priority set ends_on = date '2027-02-01' where siren = '243200508'").update();
		this.jdbc.sql("update intercommunalite set priority = false where siren = '243200508'").update();
		page(get(january.formatted("ouvertes") + "&zone=243200508")).as("a zone out of the scheme by now")
			.isSound()
			.says("Bastides et vallons du Gers, janvier 2027.");
		assertThat(this.mvc.get()
			.uri(january.formatted("ouvertes") + "&zone=243200508")
			.with(People.agentOf("30"))
			.exchange()).hasStatus(HttpStatus.NOT_FOUND);
		page(this.mvc.get().uri(january.formatted("ouvertes")).with(People.agentOf("30")).exchange())
			.says("Une demi-journée", "Maison du Vigan")
			.doesNotSay("Marciac");
	}

	@Test
	void what_makes_no_sense_in_the_address_shows_the_usual_page() {
		page(get("/ars/rapports?du=hier&au=99&departement=zz&page=-7")).isSound().says("Toutes les zones");
		assertThat(get("/ars/rapports/mois.pdf")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(get("/ars/rapports/tout.csv")).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void an_agent_of_a_department_sees_its_zones_only_in_every_form() {
		january();
		this.past.open(this.scenario.openSite("Maison du Vigan", Scenario.LE_VIGAN), Scenario.TUESDAY);
		page(this.mvc.get().uri("/ars/rapports?" + JANUARY).with(People.agentOf("30")).exchange())
			.says("Gard, janvier 2027.")
			.doesNotSay("Bastides");
		assertThat(text(this.mvc.get().uri("/ars/rapports/zones.csv?" + JANUARY).with(People.agentOf("30")).exchange()))
			.contains("Viganais")
			.doesNotContain("Bastides");
		page(get("/ars/rapports?departement=30&" + JANUARY)).says("Gard").doesNotSay("Bastides et vallons");
	}

	@Test
	void a_file_has_the_page_s_figures_and_the_journal_knows_who_took_it() {
		january();
		var csv = get("/ars/rapports/mois.csv?" + JANUARY);
		assertThat(csv).hasStatusOk().hasContentType(CsvFile.MEDIA_TYPE);
		assertThat(csv.getResponse().getHeader(HttpHeaders.CONTENT_DISPOSITION))
			.isEqualTo("attachment; filename=\"rapport-par-mois-2027-01-2027-01.csv\"");
		var rows = text(csv).lines().toList();
		assertThat(rows).hasSize(2);
		assertThat(rows.getFirst()).startsWith("\ufeff\"Mois\";\"Habitants\";\"Demi-journées ouvertes\"");
		assertThat(rows.getLast()).startsWith("\"2027-01\";")
			.contains(";\"2\";\"1\";\"1\";\"50\";\"10\";\"8\";\"6\";\"2\";");
		assertThat(this.jdbc.sql(
				"select account_id || ' ' || action || ' ' || subject || ' ' || label from journal_entry where action like 'report.%'")
			.query(String.class)
			.list()).containsExactly(
					this.agent + " report.exported report:mois.csv Rapport\u00a0: Toutes les zones, janvier 2027");
	}

	@Test
	void a_department_out_of_sight_is_as_if_none_was_asked_for() {
		january();
		assertThat(get("/ars/rapports/zones.csv?departement=99&" + JANUARY)).hasStatusOk();
		assertThat(get("/ars/rapports/rapport.pdf?mois=2027-01&departement=99")).hasStatusOk();
		for (var address : List.of("zones.csv?" + JANUARY, "rapport.pdf?mois=2027-01")) {
			assertThat(this.mvc.get()
				.uri("/ars/rapports/" + address + "&departement=65")
				.with(People.agentOf("32"))
				.exchange()).hasStatusOk();
		}
		page(get("/ars/rapports?departement=99&" + JANUARY)).isSound().says("Toutes les zones");
		assertThat(this.jdbc.sql(
				"select coalesce(departement, '-') from journal_entry where action = 'report.exported' order by number")
			.query(String.class)
			.list()).containsExactly("-", "-", "32", "32");
	}

	@Test
	void a_workbook_holds_numbers_and_no_formula_whatever_a_zone_is_called() {
		january();
		this.jdbc.sql("update intercommunalite set nom_ars = '=1+1' where siren = '243200508'").update();
		try {
			var file = get("/ars/rapports/zones.xlsx?" + JANUARY);
			assertThat(file).hasStatusOk().hasContentType(ExcelFile.MEDIA_TYPE);
			var book = ExcelReading.of(file.getResponse().getContentAsByteArray());
			assertThat(book.rows(1)).hasSize(29);
			assertThat(book.sheet(1).select("f")).isEmpty();
			assertThat(book.rows(1)).anySatisfy((row) -> assertThat(row).startsWith("243200508", "=1+1", "32")
				.containsSubsequence("2", "1", "1", "50.0", "10", "8", "6", "2"));
			assertThat(text(get("/ars/rapports/zones.csv?" + JANUARY))).contains("\"'=1+1\"");
		}
		finally {
			this.jdbc
				.sql("update intercommunalite set nom_ars = 'Bastides et vallons du Gers' where siren = '243200508'")
				.update();
		}
	}

	@Test
	void every_table_can_be_taken_away_in_both_formats() {
		january();
		for (var kind : List.of("mois", "departements", "zones", "delais")) {
			for (var format : List.of("csv", "xlsx")) {
				assertThat(get("/ars/rapports/" + kind + "." + format)).as(kind + format).hasStatusOk();
			}
		}
	}

	@Test
	void the_report_of_a_month_is_a_paper_with_the_month_before_the_holes_and_the_definitions() {
		january();
		var file = get("/ars/rapports/rapport.pdf?mois=2027-01");
		assertThat(file).hasStatusOk();
		pdf(file).isAccessible("fr")
			.says("Rapport pour janvier 2027", "Territoire : Toutes les zones", "Demi-journées prises", "décembre 2026",
					"27 zones n’ont eu aucun médecin", "28 zones n’ont encore aucun médecin", "1 sur 2",
					"Bastides et vallons du Gers (32)", "pas de donnée", "population totale RP 2021")
			.doesNotSay("Abadie", "chiffres provisoires")
			.hasTypeOfAtLeast(9)
			.keptAs("rapport");
		pdf(get("/ars/rapports/rapport.pdf?mois=2027-02&departement=32&lang=en")).isAccessible("en")
			.says("Report of February 2027", "Territory: Gers", "provisional figures");
	}

	@Test
	void nobody_else_reads_reports() {
		assertThat(this.mvc.get().uri("/ars/rapports/zones.csv").with(People.regulator()).exchange())
			.hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.mvc.get().uri("/ars/rapports/rapport.pdf").exchange()).hasStatus3xxRedirection();
	}

	@Test
	void more_half_days_take_no_more_queries() {
		int few = QueryCount.of(() -> get("/ars/rapports?" + JANUARY));
		january();
		this.past.open(this.scenario.openSite("Maison du Vigan", Scenario.LE_VIGAN), Scenario.TUESDAY);
		assertThat(QueryCount.of(() -> get("/ars/rapports?" + JANUARY))).isEqualTo(few);
	}

	@Test
	void the_page_has_as_many_rows_as_zones_and_a_total_that_is_their_sum() {
		january();
		var rows = Jsoup.parse(text(get("/ars/rapports?" + JANUARY)))
			.select("table:has(caption:contains(chaque zone)) tbody tr");
		assertThat(rows).hasSize(28);
		assertThat(rows.stream().mapToInt((row) -> Integer.parseInt(row.select("td").getFirst().text())).sum())
			.isEqualTo(2);
	}

	private static String text(MvcTestResult result) {
		return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

}
