package fr.medecinproche.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;

/**
 * Tables as a workbook (XLSX, ECMA-376): a sheet each, whose first row names the columns
 * and stays in sight. Numbers and dates are numbers and dates; a text is written into its
 * own cell as a text, which no spreadsheet runs, whatever it begins with.
 */
public final class ExcelFile {

	/** What such a file is. */
	public static final MediaType MEDIA_TYPE = MediaType
		.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

	/** The same in Excel's own words, which it shows in the user's language. */
	private static final String DATE = "dd/mm/yyyy";

	private static final String MONTH = "mm/yyyy";

	private static final String INSTANT = "dd/mm/yyyy hh:mm";

	private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

	/** Excel refuses to open a file with longer ones. */
	private static final int LONGEST_SHEET_NAME = 31;

	private static final int LONGEST_TEXT = 32_767;

	private static final int NARROWEST = 9;

	private static final int WIDEST = 50;

	/** The rows that are read to tell how wide a column is. */
	private static final int MEASURED = 200;

	/** The rows that are in memory a second time while the file is written. */
	private static final int FLUSHED = 500;

	private ExcelFile() {
	}

	/**
	 * Writes a workbook.
	 * @param sheets its tables, at least one
	 * @return the file
	 */
	public static byte[] of(Table... sheets) {
		var file = new ByteArrayOutputStream();
		try {
			write(List.of(sheets), file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return file.toByteArray();
	}

	/**
	 * Writes a workbook as it goes.
	 * @param sheets its tables, at least one
	 * @param out where to; left open
	 * @throws IOException when that fails
	 */
	public static void write(List<Table> sheets, OutputStream out) throws IOException {
		try (var book = new Workbook(out, "medecin-proche", null)) {
			var names = new HashSet<String>();
			for (var table : sheets) {
				try (var sheet = book.newWorksheet(sheetName(table.name(), names))) {
					fill(sheet, table);
				}
			}
		}
	}

	/** Excel tells sheets apart by their names, whatever their case. */
	private static String sheetName(String name, Set<String> taken) {
		var plain = name.replaceAll("[\\[\\]:*?/\\\\\\p{Cntrl}]", " ").strip().replaceAll("^'+|'+$", "");
		var stem = plain.isEmpty() ? "Tableau" : plain;
		var unique = cut(stem, "");
		for (int n = 2; !taken.add(unique.toLowerCase(Locale.ROOT)); n++) {
			unique = cut(stem, " " + n);
		}
		return unique;
	}

	private static String cut(String stem, String end) {
		return stem.substring(0, Math.min(stem.length(), LONGEST_SHEET_NAME - end.length())) + end;
	}

	private static void fill(Worksheet sheet, Table table) throws IOException {
		int width = table.columns().size();
		sheet.freezePane(0, 1);
		for (int column = 0; column < width; column++) {
			sheet.width(column, width(table, column));
			text(sheet, 0, column, table.columns().get(column));
			sheet.style(0, column).bold().wrapText(true).verticalAlignment("top").set();
		}
		if (width > 0) {
			sheet.setAutoFilter(0, 0, table.rows().size(), width - 1);
		}
		int at = 0;
		for (var row : table.rows()) {
			at++;
			for (int column = 0; column < width; column++) {
				cell(sheet, at, column, row.get(column));
			}
			if (at % FLUSHED == 0) {
				sheet.flush();
			}
		}
	}

	private static int width(Table table, int column) {
		int longest = table.rows()
			.stream()
			.limit(MEASURED)
			.mapToInt((row) -> String.valueOf(row.get(column)).length())
			.max()
			.orElse(0);
		// a title may take two lines
		int title = table.columns().get(column).length() / 2 + 4;
		return Math.clamp(Math.max(longest + 2, title), NARROWEST, WIDEST);
	}

	private static void cell(Worksheet sheet, int row, int column, @Nullable Object value) {
		switch (value) {
			case null -> {
			}
			case Number number -> {
				sheet.value(row, column, number);
				if (number instanceof BigDecimal decimal && decimal.scale() > 0) {
					sheet.style(row, column).format("#,##0." + "0".repeat(decimal.scale())).set();
				}
			}
			case Boolean yes -> sheet.value(row, column, yes);
			case LocalDate day -> date(sheet, row, column, day, DATE);
			case YearMonth month -> date(sheet, row, column, month.atDay(1), MONTH);
			case Instant instant -> {
				sheet.value(row, column, instant.atZone(ZONE).toLocalDateTime());
				sheet.style(row, column).format(INSTANT).set();
			}
			default -> text(sheet, row, column, value.toString());
		}
	}

	private static void date(Worksheet sheet, int row, int column, LocalDate day, String format) {
		sheet.value(row, column, day);
		sheet.style(row, column).format(format).set();
	}

	private static void text(Worksheet sheet, int row, int column, String text) {
		sheet.inlineString(row, column, text.substring(0, Math.min(text.length(), LONGEST_TEXT)));
	}

}
