package fr.medecinproche.territory.reference;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.medecinproche.territory.reference.ReferenceData.CommuneLine;
import fr.medecinproche.territory.reference.ReferenceData.DepartementLine;
import fr.medecinproche.territory.reference.ReferenceData.FormerNameLine;
import fr.medecinproche.territory.reference.ReferenceData.MemberLine;
import fr.medecinproche.territory.reference.ReferenceData.ZoneLine;
import org.apache.commons.csv.CSVFormat;

/**
 * Reads every reference file, and refuses them all if a cell of one is not what it should
 * be or if a file has not the number of lines its manifest announces.
 */
class ReferenceReader {

	private static final CSVFormat FORMAT = CSVFormat.DEFAULT.builder()
		.setHeader()
		.setSkipHeaderRecord(true)
		.setIgnoreEmptyLines(false)
		.get();

	private final ReferenceFiles files;

	private final Contours zoneContours;

	private final Contours departementContours;

	private final Map<String, Integer> expectedLines;

	ReferenceReader(ReferenceFiles files) {
		this.files = files;
		this.zoneContours = new Contours(files, ReferenceFiles.ZONE_CONTOURS, "siren");
		this.departementContours = new Contours(files, ReferenceFiles.DEPARTEMENT_CONTOURS, "code");
		this.expectedLines = lines(ReferenceFiles.MANIFEST,
				(line) -> Map.entry(line.text("fichier", 80), line.count("lignes")))
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, second) -> second));
	}

	ReferenceData read() {
		var departements = Stream
			.concat(counted(ReferenceFiles.DEPARTEMENTS, this::departement).stream(),
					counted(ReferenceFiles.NEIGHBOUR_DEPARTEMENTS, ReferenceReader::neighbour).stream())
			.toList();
		var communes = Stream
			.concat(counted(ReferenceFiles.COMMUNES, ReferenceReader::commune).stream(),
					counted(ReferenceFiles.NEIGHBOUR_COMMUNES, ReferenceReader::commune).stream())
			.toList();
		return new ReferenceData(departements, counted(ReferenceFiles.ZONES, this::zone),
				counted(ReferenceFiles.ZONE_COMMUNES, ReferenceReader::member), communes,
				counted(ReferenceFiles.FORMER_NAMES, ReferenceReader::formerName));
	}

	private <T> List<T> counted(String file, Function<ReferenceLine, T> reading) {
		var lines = lines(file, reading);
		var expected = this.expectedLines.get(file);
		if (expected == null || expected != lines.size()) {
			throw new BrokenReferenceException(file,
					"has " + lines.size() + " lines where the manifest announces " + expected);
		}
		return lines;
	}

	private <T> List<T> lines(String file, Function<ReferenceLine, T> reading) {
		var lines = new ArrayList<T>();
		try (var parser = FORMAT.parse(new StringReader(this.files.text(file)))) {
			for (var cells : parser) {
				long number = parser.getCurrentLineNumber();
				if (!cells.isConsistent()) {
					throw new BrokenReferenceException(file, number, "has not the cells of the heading");
				}
				lines.add(reading.apply(new ReferenceLine(file, number, cells)));
			}
		}
		catch (IOException | UncheckedIOException | IllegalArgumentException ex) {
			throw new BrokenReferenceException(file, "is not the expected table: " + ex.getMessage());
		}
		return lines;
	}

	private DepartementLine departement(ReferenceLine line) {
		var code = line.departement("code");
		return new DepartementLine(line, code, line.text("nom", 60), true, this.departementContours.path(code),
				line.others(List.of("code", "nom"), 60, 500));
	}

	private static DepartementLine neighbour(ReferenceLine line) {
		return new DepartementLine(line, line.departement("code"), line.text("nom", 60), false, null,
				new LinkedHashMap<>());
	}

	private ZoneLine zone(ReferenceLine line) {
		var siren = line.siren("siren_epci");
		return new ZoneLine(line, siren, line.text("nom_insee", 120), line.text("nom_ars", 120),
				line.departement("departement_principal"), line.departements("departements"),
				line.count("pop_totale_rp2021"), line.count("pop_municipale_rp2023"), line.count("nb_communes"),
				line.decimal("surface_km2"), line.position(), line.optional("siege_nom", 80),
				this.zoneContours.path(siren));
	}

	private static MemberLine member(ReferenceLine line) {
		return new MemberLine(line, line.siren("siren_epci"), line.insee("code_insee"), line.text("nom", 80));
	}

	private static CommuneLine commune(ReferenceLine line) {
		return new CommuneLine(line, line.insee("code_insee"), line.text("nom", 80), line.departement("departement"),
				line.postalCodes("codes_postaux"), line.count("population"), line.position(), line.flag("is_priority"));
	}

	private static FormerNameLine formerName(ReferenceLine line) {
		return new FormerNameLine(line, line.insee("code_insee"), line.text("nom_ancien", 80));
	}

}
