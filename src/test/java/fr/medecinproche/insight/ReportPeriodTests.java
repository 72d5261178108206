package fr.medecinproche.insight;

import java.time.YearMonth;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReportPeriodTests {

	private static final YearMonth PRESENT = YearMonth.of(2027, 5);

	@ParameterizedTest
	@CsvSource(nullValues = "-",
			value = { "-, -, 2026-12, 2027-05", "2027-01, 2027-02, 2027-01, 2027-02",
					"2027-03, 2027-01, 2027-01, 2027-03", "hier, 2027-13, 2026-12, 2027-05",
					"1900-01, 2099-12, 2024-06, 2027-05", "-, 2027-02, 2026-09, 2027-02", "'', '', 2026-12, 2027-05",
					"+999999999-01, -, 2027-05, 2027-05" })
	void what_makes_no_sense_asks_for_the_last_months(String from, String to, YearMonth first, YearMonth last) {
		assertThat(ReportPeriod.asked(from, to, PRESENT)).isEqualTo(new ReportPeriod(first, last));
	}

	@Test
	void it_has_all_its_months() {
		assertThat(new ReportPeriod(YearMonth.of(2026, 12), YearMonth.of(2027, 2)).months())
			.containsExactly(YearMonth.of(2026, 12), YearMonth.of(2027, 1), YearMonth.of(2027, 2));
	}

}
