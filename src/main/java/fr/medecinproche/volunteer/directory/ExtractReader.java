package fr.medecinproche.volunteer.directory;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import org.springframework.core.io.Resource;

/**
 * Reads the doctors of an extract « PS_LibreAcces »: UTF-8, a line of names, cells parted
 * by « | » and never quoted. The file of activities and the one of skills have the
 * columns we need under the same names; they are found by these names, since extracts
 * come with others in between. One line is held at a time: the file has a gigabyte.
 */
class ExtractReader {

	private static final String ID_TYPE = "Type d'identifiant PP";

	private static final String ID = "Identifiant PP";

	private static final String GIVEN_NAME = "Prénom d'exercice";

	private static final String FAMILY_NAME = "Nom d'exercice";

	private static final String PROFESSION = "Code profession";

	private static final String SKILL = "Code savoir-faire";

	private static final List<String> COLUMNS = List.of(ID_TYPE, ID, GIVEN_NAME, FAMILY_NAME, PROFESSION, SKILL);

	/** Of the types of identifier, RPPS. */
	private static final String RPPS = "8";

	/** Of the professions (TRE_G15), doctor. */
	private static final String DOCTOR = "10";

	private static final Pattern RPPS_FORM = Pattern.compile("[0-9]{11}");

	private static final CSVFormat FORMAT = CSVFormat.DEFAULT.builder()
		.setDelimiter('|')
		.setQuote(null)
		.setIgnoreEmptyLines(true)
		.get();

	private final Resource file;

	private final String name;

	ExtractReader(Resource file) {
		this.file = file;
		this.name = String.valueOf(file.getFilename());
	}

	/**
	 * Reads the lines about doctors.
	 * @param each takes them one by one
	 * @throws BrokenExtractException at the first line that is not what it should be
	 */
	void read(Consumer<ExtractLine> each) {
		var decoder = StandardCharsets.UTF_8.newDecoder()
			.onMalformedInput(CodingErrorAction.REPORT)
			.onUnmappableCharacter(CodingErrorAction.REPORT);
		try (var reader = new BufferedReader(new InputStreamReader(this.file.getInputStream(), decoder));
				var parser = CSVParser.parse(reader, FORMAT)) {
			read(parser, each);
		}
		catch (IOException ex) {
			throw new BrokenExtractException(this.name + " cannot be read: " + ex.getMessage());
		}
	}

	private void read(CSVParser parser, Consumer<ExtractLine> each) {
		try {
			var lines = parser.iterator();
			if (!lines.hasNext()) {
				throw new BrokenExtractException(this.name, 1, "the file is empty");
			}
			var heading = heading(lines.next());
			while (lines.hasNext()) {
				var cells = lines.next();
				if (heading.tellsOfADoctor(cells, this.name)) {
					each.accept(heading.line(cells, this.name));
				}
			}
		}
		catch (UncheckedIOException ex) {
			var what = (ex.getCause() instanceof CharacterCodingException) ? "not in UTF-8, here or a little below"
					: "cannot be read: " + ex.getMessage();
			throw new BrokenExtractException(this.name, parser.getCurrentLineNumber() + 1, what);
		}
	}

	private Heading heading(CSVRecord names) {
		var places = new HashMap<String, Integer>();
		for (int i = 0; i < names.size(); i++) {
			places.putIfAbsent(names.get(i).replace("\uFEFF", "").replace('’', '\'').strip(), i);
		}
		COLUMNS.stream().filter((column) -> !places.containsKey(column)).findFirst().ifPresent((missing) -> {
			throw new BrokenExtractException(this.name, 1, "no column « " + missing + " »");
		});
		return new Heading(places, names.size());
	}

	/**
	 * The line of names.
	 *
	 * @param places where each column is; of two of one name, the first
	 * @param size how many columns there are; some extracts end their lines with one
	 * separator more, or less
	 */
	private record Heading(Map<String, Integer> places, int size) {

		boolean tellsOfADoctor(CSVRecord cells, String file) {
			if (Math.abs(cells.size() - this.size) > 1) {
				throw new BrokenExtractException(file, cells.getRecordNumber(),
						cells.size() + " cells, where the first line has " + this.size);
			}
			return cell(cells, ID_TYPE).equals(RPPS) && cell(cells, PROFESSION).equals(DOCTOR);
		}

		ExtractLine line(CSVRecord cells, String file) {
			var rpps = cell(cells, ID);
			if (!RPPS_FORM.matcher(rpps).matches()) {
				throw new BrokenExtractException(file, cells.getRecordNumber(), "the RPPS number has not 11 digits");
			}
			var familyName = cell(cells, FAMILY_NAME);
			if (familyName.isEmpty()) {
				throw new BrokenExtractException(file, cells.getRecordNumber(), "no « " + FAMILY_NAME + " »");
			}
			return new ExtractLine(rpps, cell(cells, GIVEN_NAME), familyName, cell(cells, SKILL));
		}

		private String cell(CSVRecord cells, String column) {
			int place = this.places.get(column);
			return (place < cells.size()) ? cells.get(place).strip() : "";
		}

	}

}
