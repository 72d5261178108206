package fr.medecinproche.territory.imports;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

import fr.medecinproche.territory.GeoPoint;
import fr.medecinproche.territory.Siren;
import fr.medecinproche.territory.imports.ImportLine.Reason;
import fr.medecinproche.web.UploadedTable;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one line, read as what they should be; what is not throws a
 * {@link BadLineException}.
 */
public class LineCells {

	private static final List<DateTimeFormatter> DAYS = List.of(
			DateTimeFormatter.ISO_LOCAL_DATE.withResolverStyle(ResolverStyle.STRICT),
			DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT));

	private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");

	private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,8}(\\.\\d{1,10})?");

	private static final String SPACES = "[\\s\\u00a0\\u202f]";

	private final UploadedTable.Row row;

	/**
	 * Takes a line.
	 * @param row of a table
	 */
	public LineCells(UploadedTable.Row row) {
		this.row = row;
	}

	/**
	 * Refuses a line that is wrong whatever it says: a formula, cells too many.
	 */
	public void mustBePlain() {
		this.row.fault().ifPresent((fault) -> {
			throw new BadLineException(Reason.valueOf(fault.name()), "");
		});
	}

	/** The line in its file. */
	public int number() {
		return this.row.line();
	}

	/** The text of the first of some columns that says anything, perhaps empty. */
	public String text(String... columns) {
		return Arrays.stream(columns).map(this.row::value).filter((text) -> !text.isEmpty()).findFirst().orElse("");
	}

	/** A text no longer than said, or null when the cell is empty. */
	public @Nullable String text(String column, int longest) {
		var text = this.row.value(column);
		if (text.length() > longest) {
			throw new BadLineException(Reason.TOO_LONG, text);
		}
		return text.isEmpty() ? null : text;
	}

	public String siren(String column) {
		var digits = this.row.value(column).replaceAll(SPACES, "");
		if (digits.isEmpty()) {
			throw new BadLineException(Reason.SIREN_MISSING, "");
		}
		if (!Siren.isWellFormed(digits)) {
			throw new BadLineException(Reason.SIREN_FORM, digits);
		}
		if (!Siren.hasCheckDigit(digits)) {
			throw new BadLineException(Reason.SIREN_CHECK, digits);
		}
		return digits;
	}

	/** A day from today on, or null when the cell is empty. */
	public @Nullable LocalDate day(String column, LocalDate today) {
		var text = this.row.value(column);
		if (text.isEmpty()) {
			return null;
		}
		for (var format : DAYS) {
			try {
				var day = LocalDate.parse(text, format);
				if (day.isBefore(today)) {
					throw new BadLineException(Reason.DATE_PAST, text);
				}
				return day;
			}
			catch (DateTimeException ex) {
				// the next way of writing days
			}
		}
		throw new BadLineException(Reason.DATE_FORM, text);
	}

	/** A whole number that is not negative, or null when no column says one. */
	public @Nullable Integer count(String... columns) {
		var text = text(columns).replaceAll(SPACES, "");
		if (text.isEmpty()) {
			return null;
		}
		if (!WHOLE.matcher(text).matches()) {
			throw new BadLineException(Reason.NUMBER_FORM, text);
		}
		return Integer.valueOf(text);
	}

	/** A number with a comma or a point, or null when the cell is empty. */
	public @Nullable BigDecimal decimal(String column) {
		var text = this.row.value(column).replaceAll(SPACES, "").replace(',', '.');
		if (text.isEmpty()) {
			return null;
		}
		if (!DECIMAL.matcher(text).matches()) {
			throw new BadLineException(Reason.NUMBER_FORM, text);
		}
		return new BigDecimal(text);
	}

	/** A point of the globe, or null when both cells are empty. */
	public @Nullable GeoPoint position(String latitude, String longitude) {
		var north = decimal(latitude);
		var east = decimal(longitude);
		if (north == null && east == null) {
			return null;
		}
		if (north == null || east == null || north.abs().doubleValue() > 90 || east.abs().doubleValue() > 180) {
			throw new BadLineException(Reason.POSITION_FORM,
					this.row.value(latitude) + " " + this.row.value(longitude));
		}
		return new GeoPoint(north.doubleValue(), east.doubleValue());
	}

	/**
	 * The texts of a cell that holds a list, parted by anything but letters and digits.
	 */
	public List<String> list(String column) {
		return Arrays.stream(this.row.value(column).split("[^\\p{L}\\d]+"))
			.filter((each) -> !each.isEmpty())
			.distinct()
			.toList();
	}

}
