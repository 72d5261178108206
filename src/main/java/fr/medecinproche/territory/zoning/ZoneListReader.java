package fr.medecinproche.territory.zoning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import fr.medecinproche.territory.imports.BadLineException;
import fr.medecinproche.territory.imports.Changes;
import fr.medecinproche.territory.imports.ImportLine;
import fr.medecinproche.territory.imports.ImportLine.Outcome;
import fr.medecinproche.territory.imports.ImportLine.Reason;
import fr.medecinproche.territory.imports.LineCells;
import fr.medecinproche.territory.zoning.KnownTerritory.Zone;
import fr.medecinproche.territory.zoning.ZoneLine.Act;
import fr.medecinproche.web.UploadedTable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Judges the lines of a list of zones, one after the other.
 */
class ZoneListReader {

	/** The file of zones is the first one. */
	static final int FILE = 1;

	private static final int LONGEST_NAME = 120;

	private static final int LONGEST_SEAT = 80;

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Map<String, Zone> known;

	private final Set<String> departements;

	private final Set<String> withinSight;

	private final LocalDate today;

	private final LocalDate startsOn;

	private final Set<String> seen = new HashSet<>();

	/**
	 * Prepares to read one file.
	 * @param known the zones as they are
	 * @param departements all departments of France
	 * @param withinSight those the agent sees
	 * @param today the current day
	 * @param startsOn from when, where a line does not say
	 */
	ZoneListReader(Map<String, Zone> known, Set<String> departements, Set<String> withinSight, LocalDate today,
			LocalDate startsOn) {
		this.known = known;
		this.departements = departements;
		this.withinSight = withinSight;
		this.today = today;
		this.startsOn = startsOn;
	}

	ImportLine read(UploadedTable.Row row) {
		var cells = new LineCells(row);
		try {
			cells.mustBePlain();
			return judge(cells, line(cells));
		}
		catch (BadLineException ex) {
			var siren = row.value("siren_epci").replaceAll("\\s", "");
			return new ImportLine(FILE, row.line(), Outcome.REFUSED, ex.reason(), ex.quoted(),
					siren.matches("\\d{9}") ? siren : null, row.value("nom_insee"), null, null);
		}
	}

	private ZoneLine line(LineCells cells) {
		var siren = cells.siren("siren_epci");
		if (!this.seen.add(siren)) {
			throw new BadLineException(Reason.TWICE, siren);
		}
		var zone = this.known.get(siren);
		var start = cells.day("date_debut", this.today);
		var end = cells.day("date_fin", this.today);
		if (start != null && end != null && !start.isBefore(end)) {
			throw new BadLineException(Reason.END_BEFORE_START, cells.text("date_fin"));
		}
		if (zone == null && end != null) {
			throw new BadLineException(Reason.ZONE_UNKNOWN, siren);
		}
		var departements = departements(cells, zone);
		var position = cells.position("lat", "lon");
		var nom = or(cells.text("nom_insee", LONGEST_NAME), (zone != null) ? zone.nom() : null, Reason.NAME_MISSING);
		var populations = populations(cells, zone);
		return new ZoneLine(act(zone, end), siren, nom,
				or(cells.text("nom_ars", LONGEST_NAME), (zone != null) ? zone.nomArs() : nom, Reason.NAME_MISSING),
				departements.getFirst(), departements, populations.getFirst(), populations.getLast(),
				(position != null) ? Double.valueOf(position.latitude()) : (zone != null) ? zone.latitude() : null,
				(position != null) ? Double.valueOf(position.longitude()) : (zone != null) ? zone.longitude() : null,
				(cells.text("siege_nom", LONGEST_SEAT) != null) ? cells.text("siege_nom", LONGEST_SEAT)
						: (zone != null) ? zone.seat() : null,
				day(zone, start, end));
	}

	private static Act act(@Nullable Zone zone, @Nullable LocalDate end) {
		if (end != null) {
			return Act.RETIRE;
		}
		return (zone != null && zone.isListed()) ? Act.KEEP : Act.ADD;
	}

	private @Nullable LocalDate day(@Nullable Zone zone, @Nullable LocalDate start, @Nullable LocalDate end) {
		return switch (act(zone, end)) {
			case RETIRE -> end;
			case ADD -> (start != null) ? start : this.startsOn;
			case KEEP -> null;
		};
	}

	/** The main one first. */
	private List<String> departements(LineCells cells, @Nullable Zone zone) {
		var main = cells.text("departement_principal");
		var all = new TreeSet<>(cells.list("departements"));
		if (main.isEmpty() && zone != null) {
			main = zone.departement();
		}
		if (main.isEmpty()) {
			throw new BadLineException(Reason.DEPARTEMENT_MISSING, "");
		}
		main = code(main);
		if (all.isEmpty() && zone != null) {
			all.addAll(zone.departementCodes());
		}
		if (!this.withinSight.contains(main) || (zone != null && !this.withinSight.contains(zone.departement()))) {
			throw new BadLineException(Reason.OUT_OF_SIGHT, main);
		}
		var codes = new ArrayList<>(List.of(main));
		all.stream().map(this::code).filter((code) -> !codes.contains(code)).forEach(codes::add);
		return codes;
	}

	/** Spreadsheets take the zero of "09" away. */
	private String code(String written) {
		var code = (written.length() == 1) ? "0" + written : written.toUpperCase(Locale.ROOT);
		if (!this.departements.contains(code)) {
			throw new BadLineException(Reason.DEPARTEMENT_UNKNOWN, written);
		}
		return code;
	}

	/** With double counts, then without; where only one is said it stands for both. */
	private static List<Integer> populations(LineCells cells, @Nullable Zone zone) {
		var total = cells.count(ZoneColumns.ofAnyCensus("pop_totale"));
		var municipal = cells.count(ZoneColumns.ofAnyCensus("pop_municipale"));
		if (zone != null) {
			total = (total != null) ? total : Integer.valueOf(zone.population());
			municipal = (municipal != null) ? municipal : Integer.valueOf(zone.populationMunicipale());
		}
		total = (total != null) ? total : municipal;
		municipal = (municipal != null) ? municipal : total;
		if (total == null || municipal == null || total == 0 || municipal == 0) {
			throw new BadLineException(Reason.POPULATION_MISSING, "");
		}
		return List.of(total, municipal);
	}

	private static String or(@Nullable String said, @Nullable String known, Reason missing) {
		if (said == null && known == null) {
			throw new BadLineException(missing, "");
		}
		return (said != null) ? said : known;
	}

	private ImportLine judge(LineCells cells, ZoneLine line) {
		var zone = this.known.get(line.siren());
		var changes = (zone != null) ? changes(zone, line) : null;
		var outcome = switch (line.act()) {
			case ADD -> Outcome.ACCEPTED;
			case KEEP -> (changes != null) ? Outcome.CORRECTED : Outcome.UNCHANGED;
			case RETIRE -> (zone != null && zone.isListed()) ? Outcome.ACCEPTED : Outcome.UNCHANGED;
		};
		return new ImportLine(FILE, cells.number(), outcome, null, null, line.siren(), line.nomArs(), changes,
				JSON.writeValueAsString(line));
	}

	private static @Nullable String changes(Zone zone, ZoneLine line) {
		return new Changes().of("NAME", zone.nom(), line.nom())
			.of("SHORT_NAME", zone.nomArs(), line.nomArs())
			.of("DEPARTEMENT", zone.departement(), line.departement())
			.of("DEPARTEMENTS", zone.departements(), String.join(" ", new TreeSet<>(line.departements())))
			.of("POPULATION", zone.population(), line.population())
			.of("POPULATION_MUNICIPALE", zone.populationMunicipale(), line.populationMunicipale())
			.of("LATITUDE", zone.latitude(), line.latitude())
			.of("LONGITUDE", zone.longitude(), line.longitude())
			.of("SEAT", zone.seat(), line.seat())
			.written();
	}

	/** What a line that was kept says. */
	static ZoneLine content(ImportLine line) {
		return JSON.readValue(line.content(), ZoneLine.class);
	}

}
