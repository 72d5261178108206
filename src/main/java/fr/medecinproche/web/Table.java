package fr.medecinproche.web;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A table as it leaves the application: described once, written for a spreadsheet by
 * {@link CsvFile} and {@link ExcelFile}. A cell is a text, a number, a date
 * ({@code LocalDate}, {@code YearMonth}, {@code Instant}), a boolean, or {@code null}
 * where nothing is known; anything else is written as the text it says. A
 * {@code BigDecimal} shows as many decimals as it has.
 *
 * @param name what it is about, in the reader's language; the files are named after it
 * @param columns the names of the columns
 * @param rows as many cells each
 */
public record Table(String name, List<String> columns, List<? extends List<? extends @Nullable Object>> rows) {

	/** Longer names of files are cut by archives and mail programs. */
	private static final int LONGEST_FILE_NAME = 80;

	/**
	 * Takes a table.
	 * @throws IllegalArgumentException when a row has more or fewer cells than there are
	 * columns
	 */
	public Table {
		columns = List.copyOf(columns);
		int width = columns.size();
		if (rows.stream().anyMatch((row) -> row.size() != width)) {
			throw new IllegalArgumentException("a row of «" + name + "» has not " + width + " cells");
		}
	}

	/**
	 * A name for a file of it that every system accepts: unaccented small letters, digits
	 * and hyphens.
	 * @param extension what follows the dot
	 * @return such as "indemnites-janvier-2027.xlsx"
	 */
	public String fileName(String extension) {
		var plain = Normalizer.normalize(this.name, Normalizer.Form.NFD)
			.replaceAll("\\p{M}", "")
			.toLowerCase(Locale.ROOT)
			.replace("œ", "oe")
			.replaceAll("[^a-z0-9]+", "-")
			.replaceAll("^-|-$", "");
		var stem = plain.substring(0, Math.min(plain.length(), LONGEST_FILE_NAME));
		return (stem.isEmpty() ? "tableau" : stem) + "." + extension;
	}

}
