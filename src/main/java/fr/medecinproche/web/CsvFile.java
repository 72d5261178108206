package fr.medecinproche.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;

/**
 * A table as a file a French spreadsheet opens with a double click: UTF-8 with its mark,
 * semicolons, every cell quoted. A text that a spreadsheet would run as a formula is
 * written so that it is shown.
 */
public final class CsvFile {

	/** What such a file is. */
	public static final MediaType MEDIA_TYPE = new MediaType("text", "csv", StandardCharsets.UTF_8);

	private static final String MARK = "\ufeff";

	/**
	 * After what spreadsheets pass over (spaces, invisible and control characters), what
	 * starts a formula, also at full width.
	 */
	private static final Pattern FORMULA = Pattern.compile("^(?:[\\t\\r\\n]|[\\s\\p{Z}\\p{C}]*[=+\\-@＝＋－＠])");

	private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
		.withZone(ZoneId.of("Europe/Paris"));

	private CsvFile() {
	}

	/**
	 * Writes a table.
	 * @param table its columns and rows
	 * @return the file
	 */
	public static byte[] of(Table table) {
		return of(table.columns(), table.rows());
	}

	/**
	 * Writes a table.
	 * @param header the names of the columns
	 * @param rows their cells: texts, numbers, dates; nothing for null
	 * @return the file
	 */
	public static byte[] of(List<String> header, List<? extends List<? extends @Nullable Object>> rows) {
		var format = CSVFormat.EXCEL.builder()
			.setDelimiter(';')
			.setQuoteMode(QuoteMode.ALL)
			.setRecordSeparator("\r\n")
			.get();
		return write(MARK, format, header, rows, CsvFile::cell);
	}

	/**
	 * Writes a table for programs, as RFC 4180 has it: UTF-8 without a mark, commas,
	 * decimal points, quotes where they are needed. People open such files too: a text
	 * that a spreadsheet would run is shown here as well.
	 * @param table its columns and rows
	 * @return the file
	 */
	public static byte[] forPrograms(Table table) {
		return write("", CSVFormat.RFC4180, table.columns(), table.rows(),
				(value) -> (value instanceof Number) ? value.toString() : cell(value));
	}

	private static byte[] write(String mark, CSVFormat format, List<String> header,
			List<? extends List<? extends @Nullable Object>> rows, Function<@Nullable Object, String> cell) {
		var file = new StringBuilder(mark);
		try (var printer = new CSVPrinter(file, format)) {
			printer.printRecord(header.stream().map(cell).toList());
			for (var row : rows) {
				printer.printRecord(row.stream().map(cell).toList());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return file.toString().getBytes(StandardCharsets.UTF_8);
	}

	private static String cell(@Nullable Object value) {
		if (value == null) {
			return "";
		}
		if (value instanceof Number number) {
			var decimal = NumberFormat.getInstance(Locale.FRANCE);
			decimal.setGroupingUsed(false);
			return decimal.format(number);
		}
		if (value instanceof Instant instant) {
			return INSTANT.format(instant);
		}
		var text = value.toString();
		return FORMULA.matcher(text).find() ? "'" + text : text;
	}

}
