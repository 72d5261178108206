package fr.medecinproche.territory.zoning;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import fr.medecinproche.territory.imports.BadLineException;
import fr.medecinproche.territory.imports.Changes;
import fr.medecinproche.territory.imports.ImportLine;
import fr.medecinproche.territory.imports.ImportLine.Outcome;
import fr.medecinproche.territory.imports.ImportLine.Reason;
import fr.medecinproche.territory.imports.LineCells;
import fr.medecinproche.territory.zoning.KnownTerritory.Commune;
import fr.medecinproche.web.UploadedTable;
import fr.medecinproche.web.UploadedTable.Column;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Judges the lines of a list of communes, each with its zone: sites stand in communes.
 */
class CommuneListReader {

	/** The file of communes comes after the one of zones. */
	static final int FILE = 2;

	static final List<Column> COLUMNS = List.of(Column.required("code_insee", "insee", "code_commune", "codgeo", "com"),
			Column.required("siren_epci", "siren", "code_siren", "epci"),
			Column.optional("nom", "nom_commune", "commune", "libelle"),
			Column.optional("codes_postaux", "code_postal", "cp"),
			Column.optional("population", "pop_municipale", "habitants"), Column.optional("lat", "latitude"),
			Column.optional("lon", "lng", "longitude"));

	private static final Pattern INSEE = Pattern.compile("(\\d{2}|2[AB])\\d{3}");

	private static final Pattern POSTAL_CODE = Pattern.compile("\\d{5}");

	/** What overseas departments begin with: three digits name them. */
	private static final String OVERSEAS = "97";

	private static final int LONGEST_NAME = 80;

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Map<String, Commune> known;

	private final Set<String> zones;

	private final Set<String> departements;

	private final Set<String> seen = new HashSet<>();

	/**
	 * Prepares to read one file.
	 * @param known the communes as they are, those of the file at least
	 * @param zones the numbers of the zones the agent may give communes to
	 * @param departements all departments of France
	 */
	CommuneListReader(Map<String, Commune> known, Set<String> zones, Set<String> departements) {
		this.known = known;
		this.zones = zones;
		this.departements = departements;
	}

	/** The code a line may be about: spreadsheets take the zero of "09002" away. */
	static String insee(UploadedTable.Row row) {
		var code = row.value("code_insee").replaceAll("\\s", "").toUpperCase(Locale.ROOT);
		return (code.length() == 4) ? "0" + code : code;
	}

	ImportLine read(UploadedTable.Row row) {
		var cells = new LineCells(row);
		try {
			cells.mustBePlain();
			return judge(cells, line(cells, row));
		}
		catch (BadLineException ex) {
			return new ImportLine(FILE, row.line(), Outcome.REFUSED, ex.reason(), ex.quoted(), null, row.value("nom"),
					null, null);
		}
	}

	private CommuneLine line(LineCells cells, UploadedTable.Row row) {
		var insee = insee(row);
		if (!INSEE.matcher(insee).matches() || !this.departements.contains(departement(insee))) {
			throw new BadLineException(Reason.INSEE_FORM, row.value("code_insee"));
		}
		if (!this.seen.add(insee)) {
			throw new BadLineException(Reason.TWICE, insee);
		}
		var siren = cells.siren("siren_epci");
		if (!this.zones.contains(siren)) {
			throw new BadLineException(Reason.ZONE_UNKNOWN, siren);
		}
		var commune = this.known.get(insee);
		if (commune != null && commune.hasSites() && !siren.equals(commune.zone())) {
			throw new BadLineException(Reason.COMMUNE_HAS_SITES, commune.nom());
		}
		return completed(cells, insee, siren, commune);
	}

	private static String departement(String insee) {
		return insee.substring(0, insee.startsWith(OVERSEAS) ? 3 : 2);
	}

	private static CommuneLine completed(LineCells cells, String insee, String siren, @Nullable Commune known) {
		var nom = cells.text("nom", LONGEST_NAME);
		var position = cells.position("lat", "lon");
		var postalCodes = cells.list("codes_postaux");
		var population = cells.count("population");
		if (known == null) {
			if (nom == null || position == null || postalCodes.isEmpty()) {
				throw new BadLineException(Reason.COMMUNE_INCOMPLETE, insee);
			}
			return new CommuneLine(insee, siren, nom, departement(insee), wellFormed(postalCodes), population,
					position.latitude(), position.longitude());
		}
		return new CommuneLine(insee, siren, (nom != null) ? nom : known.nom(), known.departement(),
				postalCodes.isEmpty() ? Arrays.asList(known.postalCodes().split(";")) : wellFormed(postalCodes),
				(population != null) ? population : known.population(),
				(position != null) ? position.latitude() : known.latitude(),
				(position != null) ? position.longitude() : known.longitude());
	}

	private static List<String> wellFormed(List<String> postalCodes) {
		return postalCodes.stream().map((code) -> (code.length() == 4) ? "0" + code : code).map((code) -> {
			if (!POSTAL_CODE.matcher(code).matches()) {
				throw new BadLineException(Reason.POSTAL_CODE_FORM, code);
			}
			return code;
		}).toList();
	}

	private ImportLine judge(LineCells cells, CommuneLine line) {
		var commune = this.known.get(line.insee());
		var changes = (commune != null) ? changes(commune, line) : null;
		var outcome = (commune == null || commune.zone() == null) ? Outcome.ACCEPTED
				: (changes != null) ? Outcome.CORRECTED : Outcome.UNCHANGED;
		return new ImportLine(FILE, cells.number(), outcome, null, null, line.siren(), line.nom(), changes,
				JSON.writeValueAsString(line));
	}

	private static @Nullable String changes(Commune commune, CommuneLine line) {
		return new Changes().of("ZONE", commune.zone(), line.siren())
			.of("NAME", commune.nom(), line.nom())
			.of("POSTAL_CODES", commune.postalCodes(), String.join(";", line.postalCodes()))
			.of("POPULATION_MUNICIPALE", commune.population(), line.population())
			.of("LATITUDE", commune.latitude(), line.latitude())
			.of("LONGITUDE", commune.longitude(), line.longitude())
			.written();
	}

	/** What a line that was kept says. */
	static CommuneLine content(ImportLine line) {
		return JSON.readValue(line.content(), CommuneLine.class);
	}

}
