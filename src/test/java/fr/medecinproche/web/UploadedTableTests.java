package fr.medecinproche.web;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import fr.medecinproche.web.UploadRefusedException.Reason;
import fr.medecinproche.web.UploadedTable.Column;
import fr.medecinproche.web.UploadedTable.Fault;
import fr.medecinproche.web.UploadedTable.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockMultipartFile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class UploadedTableTests {

	private static final List<Column> COLUMNS = List.of(Column.required("e-mail", "courriel"),
			Column.optional("prénom"), Column.optional("téléphone", "mobile"));

	private static final String FILE = "Prenom;COURRIEL;remarque\nZoé;zoe@essai.example;rien\n";

	@ParameterizedTest
	@CsvSource({ "UTF-8, ''", "UTF-8, \uFEFF", "windows-1252, ''", "UTF-16LE, \uFEFF", "UTF-16BE, \uFEFF" })
	void reads_the_encodings_spreadsheets_write(String charset, String mark) {
		var table = UploadedTable.read((mark + FILE).getBytes(Charset.forName(charset)), COLUMNS);
		assertThat(table.rows()).singleElement().satisfies((row) -> {
			assertThat(row.value("prénom")).isEqualTo("Zoé");
			assertThat(row.value("e-mail")).isEqualTo("zoe@essai.example");
			assertThat(row.value("téléphone")).isEmpty();
			assertThat(row.fault()).isEmpty();
		});
		assertThat(table.ignored()).containsExactly("remarque");
	}

	@ParameterizedTest
	@ValueSource(strings = { ";", ",", "\t", "|" })
	void finds_what_parts_the_cells(String separator) {
		var text = FILE.replace(";", separator);
		assertThat(read(text).rows().getFirst().value("e-mail")).isEqualTo("zoe@essai.example");
		assertThat(read("sep=" + separator + "\r\n" + text).rows().getFirst())
			.satisfies((row) -> assertThat(row.value("prénom")).isEqualTo("Zoé"))
			.satisfies((row) -> assertThat(row.line()).isEqualTo(3));
	}

	@Test
	void tells_the_line_as_an_editor_counts_it_and_passes_over_empty_ones() {
		var table = read("\n courriel ;prénom\r\n\r\na@b.fr;\"A\nB\"\r\n;;\nc@d.fr; C\u00a0");
		assertThat(table.rows()).extracting(Row::line).containsExactly(4, 7);
		assertThat(table.rows()).extracting((row) -> row.value("prénom")).containsExactly("A\nB", "C");
	}

	@ParameterizedTest
	@ValueSource(strings = { "=1+1", "@SUM(A1)", "-1+1", "+cmd|' /C calc'!A0", "\t=1", "'=1", "＝1", "\u00a0=1" })
	void knows_a_formula(String cell) {
		assertThat(read("courriel;prénom\na@b.fr;\"" + cell + "\"").rows().getFirst().fault()).contains(Fault.FORMULA);
	}

	@ParameterizedTest
	@ValueSource(strings = { "+33 6 39 98 00 01", "'+33639980001", "-1,5", "O'Neill", "1=1" })
	void takes_a_phone_number_or_a_figure_for_what_it_is(String cell) {
		assertThat(read("courriel;mobile\na@b.fr;" + cell).rows().getFirst().fault()).isEmpty();
	}

	@Test
	void gives_a_row_with_too_much_in_it_as_such() {
		assertThat(read("courriel\na@b.fr;b\n").rows().getFirst().fault()).contains(Fault.TOO_MANY_CELLS);
		assertThat(read("courriel\na@b.fr;;\n").rows().getFirst().fault()).isEmpty();
		assertThat(read("courriel\n" + "a".repeat(UploadedTable.MAX_CELL + 1)).rows().getFirst().fault())
			.contains(Fault.TOO_LONG);
	}

	@Test
	void reads_as_many_rows_as_it_says_and_not_one_more() {
		var rows = "a@b.fr\n".repeat(UploadedTable.MAX_ROWS);
		assertThat(read("courriel\n" + rows).rows()).hasSize(UploadedTable.MAX_ROWS);
		refuses("courriel\n" + rows + "a@b.fr", Reason.TOO_MANY_ROWS);
	}

	@Test
	void refuses_what_is_no_table() {
		refuses("", Reason.NO_ROWS);
		refuses("courriel\n\n;\n", Reason.NO_ROWS);
		refuses("prénom\nZoé", Reason.COLUMN_MISSING);
		refuses("courriel;E mail\na;b", Reason.COLUMN_TWICE);
		refuses("courriel\na\n\"b\nc\n", Reason.BROKEN_QUOTES);
		refuses("courriel\na\n\"b\"c\n", Reason.BROKEN_QUOTES);
		refuses("PK\u0003\u0004", Reason.WORKBOOK);
		refuses("courriel\na\0b", Reason.NOT_TEXT);
	}

	@Test
	void refuses_a_file_that_is_missing_or_too_large() {
		assertThatExceptionOfType(UploadRefusedException.class)
			.isThrownBy(() -> UploadedTable.read(new MockMultipartFile("fichier", new byte[0]), COLUMNS))
			.matches((refusal) -> refusal.reason() == Reason.NO_FILE);
		var bytes = new byte[UploadedTable.MAX_BYTES + 1];
		Arrays.fill(bytes, (byte) 'a');
		assertThatExceptionOfType(UploadRefusedException.class)
			.isThrownBy(() -> UploadedTable.read(new MockMultipartFile("fichier", bytes), COLUMNS))
			.matches((refusal) -> refusal.reason() == Reason.TOO_LARGE);
	}

	private static void refuses(String text, Reason reason) {
		assertThatExceptionOfType(UploadRefusedException.class).isThrownBy(() -> read(text))
			.matches((refusal) -> refusal.reason() == reason);
	}

	private static UploadedTable read(String text) {
		return UploadedTable.read(text.getBytes(StandardCharsets.UTF_8), COLUMNS);
	}

}
