package fr.medecinproche.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import fr.medecinproche.testing.ExcelReading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ExcelFileTests {

	private static final List<String> COLUMNS = List.of("Lieu", "Nombre", "Montant", "Jour", "Mois", "À");

	@Test
	void numbers_and_dates_are_numbers_and_dates_under_names_that_stay_in_sight() {
		var row = Arrays.<Object>asList("Aignan", 1280, new BigDecimal("-12.50"), LocalDate.of(2027, 1, 12),
				YearMonth.of(2027, 1), Instant.parse("2027-01-12T08:30:00Z"));
		var book = ExcelReading.of(ExcelFile.of(new Table("Relevés", COLUMNS, List.of(row))));
		// Excel counts days from the last of 1899
		assertThat(book.rows(1)).containsExactly(COLUMNS,
				List.of("Aignan", "1280", "-12.50", "46399.0", "46388.0", "46399.395833333336"));
		assertThat(book.sheet(1).select("c[t=inlineStr]")).hasSize(COLUMNS.size() + 1);
		assertThat(book.sheet(1).select("pane[state=frozen]")).hasSize(1);
		assertThat(book.sheet(1).select("col[width]")).hasSize(COLUMNS.size());
	}

	@ParameterizedTest
	@ValueSource(strings = { "=cmd|' /C calc'!A0", "+33612345678", "-1+1", "@SUM(A1)", "\t=1", "＝1", "<b>&\"" })
	void a_text_is_never_a_formula(String text) {
		var book = ExcelReading.of(ExcelFile.of(new Table("Essai", List.of(text), List.of(List.of(text)))));
		assertThat(book.rows(1)).containsExactly(List.of(text), List.of(text));
		assertThat(book.sheet(1).select("f")).isEmpty();
		assertThat(book.sheet(1).select("c")).allMatch((cell) -> cell.attr("t").equals("inlineStr"));
	}

	@Test
	void a_character_that_xml_forbids_does_not_spoil_the_file() {
		var book = ExcelReading.of(ExcelFile.of(new Table("Essai", List.of("a"), List.of(List.of("a\u0001b")))));
		assertThat(book.sheet(1).outerHtml()).doesNotContain("\u0001", "&#1;");
	}

	@Test
	void many_rows_are_all_written() {
		var rows = Collections.nCopies(1_203, List.of("a", 1));
		assertThat(ExcelReading.of(ExcelFile.of(new Table("Essai", List.of("a", "b"), rows))).rows(1)).hasSize(1_204);
	}

	@Test
	void sheets_have_names_excel_accepts() {
		var name = "Zones : [toutes] / « un nom qui est bien trop long »";
		var table = new Table(name, List.of("a"), List.of());
		assertThat(ExcelReading.of(ExcelFile.of(table, table)).sheets()).doesNotHaveDuplicates()
			.hasSize(2)
			.allSatisfy((each) -> assertThat(each).hasSizeLessThanOrEqualTo(31).doesNotContainPattern("[\\[\\]:*?/]"));
	}

	@Test
	void a_file_has_a_name_every_system_accepts() {
		assertThat(new Table("Indemnités : « janvier 2027 »", List.of(), List.of()).fileName("xlsx"))
			.isEqualTo("indemnites-janvier-2027.xlsx");
		assertThat(new Table("../\r\n\"", List.of(), List.of()).fileName("csv")).isEqualTo("tableau.csv");
	}

	@Test
	void a_row_has_a_cell_for_each_column() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Table("Essai", List.of("a", "b"), List.of(List.of("a"))));
	}

}
