package fr.medecinproche.insight.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import fr.medecinproche.insight.OpenDataReader;

import org.springframework.http.MediaType;

/**
 * The files open to everybody.
 */
enum OpenDataFile {

	ZONES("zones.csv", "openData.zones.", OpenDataReader.ZONES),
	LIEUX("lieux.csv", "openData.lieux.", OpenDataReader.SITES),
	COUVERTURE("couverture.csv", "openData.couverture.", OpenDataReader.COVERAGE),
	CONTOURS("zones.geojson", "openData.contours.", List.of());

	private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

	private static final MediaType GEOJSON = MediaType.parseMediaType("application/geo+json");

	private final String fileName;

	private final String key;

	private final List<String> columns;

	OpenDataFile(String fileName, String key, List<String> columns) {
		this.fileName = fileName;
		this.key = key;
		this.columns = columns;
	}

	/** The file of that name, if there is one. */
	static Optional<OpenDataFile> named(String fileName) {
		return Stream.of(values()).filter((file) -> file.fileName.equals(fileName)).findFirst();
	}

	public String fileName() {
		return this.fileName;
	}

	/** The names of its columns; none for what is no table. */
	public List<String> columns() {
		return this.columns;
	}

	/** What its messages begin with. */
	public String key() {
		return this.key;
	}

	MediaType type() {
		return (this == CONTOURS) ? GEOJSON : CSV;
	}

}
