package fr.medecinproche.territory.reference;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

import fr.medecinproche.territory.GeoPoint;
import fr.medecinproche.territory.Siren;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * One line of a reference file, whose cells are read as what they should be or refused
 * with their place.
 */
class ReferenceLine {

	private static final Pattern INSEE = Pattern.compile("(\\d{2}|2[AB])\\d{3}");

	private static final Pattern DEPARTEMENT = Pattern.compile("\\d{2}|2[AB]");

	private static final Pattern POSTAL_CODE = Pattern.compile("\\d{5}");

	private static final Pattern SIREN_FORM = Pattern.compile("\\d{9}");

	/** Metropolitan France. */
	private static final GeoPoint.BoundingBox BOUNDS = new GeoPoint.BoundingBox(41.3, 51.1, -5.2, 9.6);

	private final String file;

	private final long number;

	private final CSVRecord cells;

	ReferenceLine(String file, long number, CSVRecord cells) {
		this.file = file;
		this.number = number;
		this.cells = cells;
	}

	String text(String column, int longest) {
		var text = optional(column, longest);
		return (text != null) ? text : refuse(column, "must not be empty");
	}

	@Nullable String optional(String column, int longest) {
		var text = this.cells.get(column).strip();
		if (text.length() > longest) {
			return refuse(column, "has more than " + longest + " characters");
		}
		return text.isEmpty() ? null : text;
	}

	String insee(String column) {
		return matching(column, INSEE, "an INSEE code");
	}

	String departement(String column) {
		return matching(column, DEPARTEMENT, "the code of a department");
	}

	List<String> departements(String column) {
		return list(column, DEPARTEMENT, "the code of a department");
	}

	List<String> postalCodes(String column) {
		return list(column, POSTAL_CODE, "a postal code");
	}

	String siren(String column) {
		var siren = matching(column, SIREN_FORM, "a SIREN number");
		return Siren.hasCheckDigit(siren) ? siren : refuse(column, "the check digit of " + siren + " is wrong");
	}

	int count(String column) {
		int count = number(column, Integer::valueOf);
		return (count >= 0) ? count : refuse(column, "must not be negative");
	}

	BigDecimal decimal(String column) {
		return number(column, BigDecimal::new);
	}

	boolean flag(String column) {
		var text = text(column, 5);
		return switch (text) {
			case "true" -> true;
			case "false" -> false;
			default -> refuse(column, "is neither true nor false: " + text);
		};
	}

	GeoPoint position() {
		double latitude = number("lat", Double::valueOf);
		double longitude = number("lon", Double::valueOf);
		if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) {
			var point = new GeoPoint(latitude, longitude);
			if (BOUNDS.contains(point)) {
				return point;
			}
		}
		return refuse("lat, lon", "is not in mainland France: " + latitude + ", " + longitude);
	}

	/** The cells of all other columns that are not empty, by their heading. */
	Map<String, String> others(List<String> columns, int longestHeading, int longest) {
		var others = new TreeMap<String, String>();
		for (String heading : this.cells.getParser().getHeaderNames()) {
			var text = columns.contains(heading) ? null : optional(heading, longest);
			if (text != null) {
				others.put((heading.length() <= longestHeading) ? heading : refuse(heading, "is too long"), text);
			}
		}
		return others;
	}

	/** Refuses the whole load because of this line. */
	<T> T refuse(String column, String what) {
		throw new BrokenReferenceException(this.file, this.number, column + " " + what);
	}

	private String matching(String column, Pattern pattern, String expected) {
		return matching(column, text(column, 200), pattern, expected);
	}

	private List<String> list(String column, Pattern pattern, String expected) {
		var values = List.of(text(column, 200).split(";", -1));
		values.forEach((value) -> matching(column, value, pattern, expected));
		return values;
	}

	private String matching(String column, String text, Pattern pattern, String expected) {
		return pattern.matcher(text).matches() ? text : refuse(column, "is not " + expected + ": " + text);
	}

	private <T> T number(String column, Function<String, T> reading) {
		var text = text(column, 20);
		try {
			return reading.apply(text);
		}
		catch (NumberFormatException ex) {
			return refuse(column, "is not a number: " + text);
		}
	}

}
