package fr.medecinproche.local;

import java.time.YearMonth;

import fr.medecinproche.insight.ReportPeriod;
import fr.medecinproche.insight.ReportReader;
import fr.medecinproche.insight.ReportScope;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@ApplicationTest
class DemoPastTests {

	@Autowired
	CleanDatabase database;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	ReportReader reports;

	@Autowired
	ApplicationContext context;

	@Test
	void reports_have_months_to_tell_of_and_nothing_is_left_to_pay() {
		this.database.clean();
		try (var demo = new DemoWorld(this.context, DemoPeople.class, DemoSites.class, DemoStops.class,
				DemoDoctors.class, DemoHalfDays.class, DemoPresences.class, DemoPast.class)) {
			demo.create();
		}
		var report = this.reports.read(new ReportPeriod(YearMonth.of(2026, 5), YearMonth.of(2026, 12)),
				new ReportScope(null, null));
		assertThat(report.months()).hasSize(8)
			.allSatisfy((month) -> assertThat(month.tally().honoured()).isGreaterThan(20))
			.allSatisfy((month) -> assertThat(month.waits().median()).isPositive());
		assertThat(this.jdbc.sql("""
				select count(*) from half_day_presence p where p.held
				and not exists (select from indemnity_line l where l.slot_id = p.slot_id)""")
			.query(Long.class)
			.single()).isZero();
		assertThat(this.jdbc
			.sql("select count(*) from indemnity_statement where closed_at is null and month < '2026-11-01'")
			.query(Long.class)
			.single()).isZero();
	}

}
