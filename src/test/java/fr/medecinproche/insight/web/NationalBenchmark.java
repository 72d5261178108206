package fr.medecinproche.insight.web;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import fr.medecinproche.account.Role;
import fr.medecinproche.insight.OpenDataReader;
import fr.medecinproche.insight.ReportPeriod;
import fr.medecinproche.insight.ReportReader;
import fr.medecinproche.insight.ReportScope;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.People;
import fr.medecinproche.testing.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How long the agency's pages take at national size: run by name only, and told, never
 * asserted. {@code ./mvnw test -Dtest=NationalBenchmark} prints, for each page, the least
 * of some runs in milliseconds: all of it, and the time of its own thread, which is what
 * is not waiting for the database.
 */
@ApplicationTest
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class NationalBenchmark {

	private static final int RUNS = Integer.getInteger("benchmark.runs", 12);

	private static final List<String> PAGES = List.of("/ars", "/ars/couverture?duree=12",
			"/ars/couverture?duree=12&pas=mois", "/ars/couverture", "/ars/couverture/carte",
			"/ars/couverture/carte?duree=12", "/ars/couverture.csv?duree=12", "/ars/zones-sans-medecin",
			"/ars/couverture/900000001/2027-S03", "/ars/couverture/900000001/2027-02", "/ars/rapports",
			"/ars/rapports?du=2025-02&au=2027-01", "/ars/rapports/zones.xlsx?du=2025-02&au=2027-01",
			"/ars/rapports/rapport.pdf?mois=2026-12", "/open-data");

	@Autowired
	MockMvcTester mvc;

	@Autowired
	CoverageReader coverage;

	@Autowired
	ReportReader reports;

	@Autowired
	OpenDataReader openData;

	@Autowired
	CleanDatabase database;

	@Autowired
	Scenario scenario;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TransactionTemplate transaction;

	@Value("classpath:benchmark/national.sql")
	Resource scheme;

	@Test
	void pages() throws Exception {
		this.database.clean();
		var agent = People.signedIn(this.scenario.agent().id(), Role.AGENT);
		var sql = this.scheme.getContentAsString(StandardCharsets.UTF_8);
		this.transaction.executeWithoutResult((status) -> this.jdbc.sql(sql).update());
		this.jdbc.sql("vacuum analyze").update();
		var work = new LinkedHashMap<String, Supplier<Object>>();
		PAGES.forEach((page) -> work.put(page, () -> read(page, agent)));
		work.put("read the board of 52 weeks", () -> this.coverage.fullBoard(filter("12"), null));
		work.put("read the board of 13 weeks", () -> this.coverage.fullBoard(filter("3"), null));
		work.put("read the report of 24 months", () -> this.reports
			.read(new ReportPeriod(YearMonth.of(2025, 2), YearMonth.of(2027, 1)), new ReportScope(null, null)));
		work.put("read zones.csv", this.openData::zones);
		work.put("read lieux.csv", this.openData::sites);
		work.put("read couverture.csv", this.openData::coverage);
		work.forEach(NationalBenchmark::measure);
		this.database.clean();
		this.jdbc.sql("delete from intercommunalite_departement where siren like '900000%'").update();
		this.jdbc.sql("delete from intercommunalite where siren like '900000%'").update();
	}

	private static CoverageFilter filter(String months) {
		return new CoverageFilter(null, null, null, months, null, null);
	}

	private Object read(String page, RequestPostProcessor agent) {
		var answer = this.mvc.get().uri(page).with(agent).exchange();
		assertThat(answer).hasStatusOk();
		return answer.getResponse().getContentAsByteArray();
	}

	private static void measure(String name, Supplier<Object> work) {
		var threads = ManagementFactory.getThreadMXBean();
		long least = Long.MAX_VALUE;
		long leastOwn = Long.MAX_VALUE;
		Object last = Map.of();
		for (int run = 0; run < RUNS; run++) {
			long start = System.nanoTime();
			long own = threads.getCurrentThreadCpuTime();
			last = work.get();
			leastOwn = Math.min(leastOwn, threads.getCurrentThreadCpuTime() - own);
			least = Math.min(least, System.nanoTime() - start);
		}
		System.out.printf("%-60s %6d ms, own %6d ms%s%n", name, least / 1_000_000, leastOwn / 1_000_000,
				(last instanceof byte[] bytes) ? ", %d kB".formatted(bytes.length / 1024) : "");
	}

}
