package fr.medecinproche.web;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CsvFileTests {

	private static String file(Object... cells) {
		return new String(CsvFile.of(List.of("Colonne"), List.of(Arrays.asList(cells))), StandardCharsets.UTF_8);
	}

	@Test
	void is_written_as_french_spreadsheets_read_it() {
		assertThat(file("Dr \"Zoé\" d’Août; suite", 1, new BigDecimal("-1280.50"), LocalDate.of(2027, 1, 12), null))
			.isEqualTo(
					"\ufeff\"Colonne\"\r\n\"Dr \"\"Zoé\"\" d’Août; suite\";\"1\";\"-1280,5\";\"2027-01-12\";\"\"\r\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "=cmd|' /C calc'!A0", "+33612345678", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\n1", " =1",
			"\u00a0=1", "\u200b=1", "\u3000=1", "\u0000=1", "\u2028@A1", "＝1", "＋1", "－1", "＠A1" })
	void shows_what_a_spreadsheet_would_run(String formula) {
		assertThat(file(formula)).contains("\"'" + formula + "\"");
	}

	@Test
	void shows_what_a_spreadsheet_would_run_in_a_title_or_in_what_is_no_text() {
		var value = new Object() {
			@Override
			public String toString() {
				return "+33612345678";
			}
		};
		assertThat(new String(CsvFile.of(new Table("Essai", List.of("=1"), List.of(List.of(value)))),
				StandardCharsets.UTF_8))
			.isEqualTo("\ufeff\"'=1\"\r\n\"'+33612345678\"\r\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Marciac", "10000000001", "；", "L’Isle-Jourdain", "a=b" })
	void leaves_other_texts_as_they_are(String text) {
		assertThat(file(text)).contains("\"" + text + "\"");
	}

}
