package fr.medecinproche.web;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import fr.medecinproche.web.UploadRefusedException.Reason;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.jspecify.annotations.Nullable;

import org.springframework.web.multipart.MultipartFile;

/**
 * A table somebody made with a spreadsheet and sends as a CSV file, in UTF-8 with its
 * mark or without, in UTF-16 with its mark or in Windows-1252, its cells parted by
 * semicolons, commas, tabs or bars. Columns are found by their names, in any order;
 * capitals, accents and what is no letter do not count. A file that cannot be read as a
 * whole is refused; a row with something wrong in it is given with its {@link Fault}.
 */
public final class UploadedTable {

	/** The most bytes a file has. */
	public static final int MAX_BYTES = 5 * 1024 * 1024;

	/** The most rows a file has, the one of names and empty ones not counted. */
	public static final int MAX_ROWS = 10_000;

	/** The longest text of a cell. */
	static final int MAX_CELL = 1_000;

	/** After what spreadsheets pass over; a phone number or a figure is no formula. */
	private static final Pattern FORMULA = Pattern.compile("(?![+\\-][\\d\\s\\u00a0\\u202f.,()/\\-]*$)[=+\\-@＝＋－＠].*",
			Pattern.DOTALL);

	private static final Pattern BLANKS = Pattern.compile(
			"^[\\s\\u00a0\\u200b-\\u200f\\u202f\\u2060\\ufeff]+|[\\s\\u00a0\\u200b-\\u200f\\u202f\\u2060\\ufeff]+$");

	private final List<Row> rows;

	private final List<String> ignored;

	private UploadedTable(List<Row> rows, List<String> ignored) {
		this.rows = List.copyOf(rows);
		this.ignored = List.copyOf(ignored);
	}

	/**
	 * Reads a file that came with a form.
	 * @param file what came, null when there was no such field
	 * @param columns what the file may hold
	 * @return the table, with one row at least
	 * @throws UploadRefusedException when there is no file, or it cannot be read
	 */
	public static UploadedTable read(@Nullable MultipartFile file, List<Column> columns) {
		if (file == null || file.isEmpty()) {
			throw new UploadRefusedException(Reason.NO_FILE);
		}
		if (file.getSize() > MAX_BYTES) {
			throw new UploadRefusedException(Reason.TOO_LARGE);
		}
		try {
			return read(file.getBytes(), columns);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Reads the bytes of a file.
	 * @param bytes the whole file
	 * @param columns what the file may hold
	 * @return the table, with one row at least
	 * @throws UploadRefusedException when it is empty, too large, no text, has a quote
	 * that is never closed, or lacks a column
	 */
	public static UploadedTable read(byte[] bytes, List<Column> columns) {
		if (bytes.length > MAX_BYTES) {
			throw new UploadRefusedException(Reason.TOO_LARGE);
		}
		var text = UploadedText.of(bytes);
		var format = CSVFormat.DEFAULT.builder().setDelimiter(text.separator()).setIgnoreEmptyLines(false).get();
		try (var parser = CSVParser.parse(new StringReader(text.content()), format)) {
			return read(parser, columns, text.linesBefore());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static UploadedTable read(CSVParser parser, List<Column> columns, int linesBefore) {
		var lines = parser.iterator();
		var rows = new ArrayList<Row>();
		Heading heading = null;
		long line = linesBefore;
		try {
			for (line += 1; lines.hasNext(); line = linesBefore + parser.getCurrentLineNumber() + 1) {
				var cells = lines.next().stream().map(UploadedTable::plain).toList();
				if (cells.stream().allMatch(String::isEmpty)) {
					continue;
				}
				if (heading == null) {
					heading = Heading.of(cells, columns);
					continue;
				}
				if (rows.size() == MAX_ROWS) {
					throw new UploadRefusedException(Reason.TOO_MANY_ROWS);
				}
				rows.add(new Row((int) line, heading, cells));
			}
		}
		catch (UncheckedIOException ex) {
			throw new UploadRefusedException(Reason.BROKEN_QUOTES, line);
		}
		if (heading == null || rows.isEmpty()) {
			throw new UploadRefusedException(Reason.NO_ROWS);
		}
		return new UploadedTable(rows, heading.ignored());
	}

	/** Without the blanks around, nor the apostrophe that shields a text in our files. */
	private static String plain(String cell) {
		var text = BLANKS.matcher(cell).replaceAll("");
		return (text.length() > 1 && text.charAt(0) == '\'' && "=+-@＝＋－＠".indexOf(text.charAt(1)) >= 0)
				? text.substring(1) : text;
	}

	/**
	 * The rows, in the order of the file.
	 */
	public List<Row> rows() {
		return this.rows;
	}

	/**
	 * The names of columns nobody asked for, as written.
	 */
	public List<String> ignored() {
		return this.ignored;
	}

	/**
	 * A column a file may hold.
	 *
	 * @param name how {@link Row#value} and refusals call it
	 * @param required whether the file is refused without it
	 * @param alsoCalled other names people give it
	 */
	public record Column(String name, boolean required, List<String> alsoCalled) {

		/** A column no file is read without. */
		public static Column required(String name, String... alsoCalled) {
			return new Column(name, true, List.of(alsoCalled));
		}

		/** A column that may be missing. */
		public static Column optional(String name, String... alsoCalled) {
			return new Column(name, false, List.of(alsoCalled));
		}

		private boolean isCalled(String heading) {
			var folded = folded(heading);
			return Stream.concat(Stream.of(this.name), this.alsoCalled.stream())
				.anyMatch((each) -> folded(each).equals(folded));
		}

		private static String folded(String name) {
			return Normalizer.normalize(name, Normalizer.Form.NFD)
				.replaceAll("\\p{M}", "")
				.toLowerCase(Locale.ROOT)
				.replaceAll("[^a-z0-9]", "");
		}

	}

	/**
	 * What is wrong with a row before anybody looks at what it says; the sentence is the
	 * message {@code web.upload.fault.<FAULT>}.
	 */
	public enum Fault {

		/** A cell is a formula: nobody knows what it would say. */
		FORMULA,
		/** There are more cells than names of columns: a separator without quotes. */
		TOO_MANY_CELLS,
		/** A cell is longer than anything asked for. */
		TOO_LONG

	}

	/**
	 * A row of the table.
	 */
	public static final class Row {

		private final int line;

		private final Heading heading;

		private final List<String> cells;

		private Row(int line, Heading heading, List<String> cells) {
			this.line = line;
			this.heading = heading;
			this.cells = cells;
		}

		/** The line of the file where the row begins, from 1, as editors count them. */
		public int line() {
			return this.line;
		}

		/**
		 * What a cell says.
		 * @param column the name of a {@link Column}
		 * @return the text without the blanks around it, empty when there is none
		 */
		public String value(String column) {
			var place = this.heading.places().get(column);
			return (place != null && place < this.cells.size()) ? this.cells.get(place) : "";
		}

		/**
		 * What is wrong with the row as a whole.
		 * @return mostly empty
		 */
		public Optional<Fault> fault() {
			if (this.cells.stream().skip(this.heading.size()).anyMatch((cell) -> !cell.isEmpty())) {
				return Optional.of(Fault.TOO_MANY_CELLS);
			}
			var asked = this.heading.places().keySet().stream().map(this::value).toList();
			if (asked.stream().anyMatch((cell) -> cell.length() > MAX_CELL)) {
				return Optional.of(Fault.TOO_LONG);
			}
			return asked.stream().anyMatch((cell) -> FORMULA.matcher(cell).matches()) ? Optional.of(Fault.FORMULA)
					: Optional.empty();
		}

	}

	/**
	 * The row of names.
	 *
	 * @param places where each column asked for is
	 * @param ignored the names nobody asked for
	 * @param size how many columns there are
	 */
	private record Heading(Map<String, Integer> places, List<String> ignored, int size) {

		static Heading of(List<String> names, List<Column> columns) {
			var places = new HashMap<String, Integer>();
			var ignored = new ArrayList<String>();
			for (int at = 0; at < names.size(); at++) {
				var name = names.get(at);
				var column = columns.stream().filter((each) -> each.isCalled(name)).findFirst();
				if (column.isEmpty() && !name.isEmpty()) {
					ignored.add(shown(name));
				}
				if (column.isPresent() && places.putIfAbsent(column.get().name(), at) != null) {
					throw new UploadRefusedException(Reason.COLUMN_TWICE, shown(name));
				}
			}
			var missing = columns.stream()
				.filter((column) -> column.required() && !places.containsKey(column.name()))
				.map(Column::name)
				.toList();
			if (!missing.isEmpty()) {
				throw new UploadRefusedException(Reason.COLUMN_MISSING, String.join(", ", missing));
			}
			return new Heading(places, ignored, names.size());
		}

		private static String shown(String name) {
			return name.substring(0, Math.min(name.length(), 60));
		}

	}

}
