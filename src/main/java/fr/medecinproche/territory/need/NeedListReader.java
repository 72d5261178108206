package fr.medecinproche.territory.need;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import fr.medecinproche.territory.imports.BadLineException;
import fr.medecinproche.territory.imports.Changes;
import fr.medecinproche.territory.imports.ImportLine;
import fr.medecinproche.territory.imports.ImportLine.Outcome;
import fr.medecinproche.territory.imports.ImportLine.Reason;
import fr.medecinproche.territory.imports.LineCells;
import fr.medecinproche.web.UploadedTable;
import fr.medecinproche.web.UploadedTable.Column;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Judges the lines of a list of values: a zone, its criteria, their year and source. An
 * empty cell says nothing: it withdraws no value.
 */
class NeedListReader {

	static final int FILE = 1;

	private static final Map<Criterion, Column> CRITERIA = Map.of(Criterion.ACCESS,
			Column.optional("apl", "acces", "acces_aux_generalistes"), Criterion.YOUNG_DOCTORS,
			Column.optional("jeunes_medecins", "part_jeunes_medecins", "presence_de_jeunes_medecins"),
			Criterion.LONG_ILLNESS, Column.optional("ald", "part_ald", "patients_en_ald"), Criterion.EMERGENCY,
			Column.optional("minutes_urgences", "urgences", "eloignement_des_urgences"), Criterion.LIVING_STANDARD,
			Column.optional("niveau_de_vie", "niveau_vie", "revenu_median"));

	static final List<Column> COLUMNS = Stream
		.concat(Stream.of(Column.required("siren_epci", "siren", "code_siren", "epci"),
				Column.required("annee", "millesime"), Column.required("source")),
				Arrays.stream(Criterion.values()).map(CRITERIA::get))
		.toList();

	private static final int FIRST_YEAR = 1990;

	private static final int LONGEST_SOURCE = 200;

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Map<String, String> zones;

	private final Map<String, Map<Criterion, NeedValue>> known;

	private final int thisYear;

	private final Set<String> seen = new HashSet<>();

	/**
	 * Prepares to read one file.
	 * @param zones the names of the zones the agent sees, by number
	 * @param known what is known of them
	 * @param thisYear no value tells of a later one
	 */
	NeedListReader(Map<String, String> zones, Map<String, Map<Criterion, NeedValue>> known, int thisYear) {
		this.zones = zones;
		this.known = known;
		this.thisYear = thisYear;
	}

	ImportLine read(UploadedTable.Row row) {
		var cells = new LineCells(row);
		try {
			cells.mustBePlain();
			var siren = cells.siren("siren_epci");
			if (!this.zones.containsKey(siren)) {
				throw new BadLineException(Reason.ZONE_UNKNOWN, siren);
			}
			if (!this.seen.add(siren)) {
				throw new BadLineException(Reason.TWICE, siren);
			}
			return judge(cells, siren, entries(cells));
		}
		catch (BadLineException ex) {
			return new ImportLine(FILE, row.line(), Outcome.REFUSED, ex.reason(), ex.quoted(), null,
					this.zones.get(row.value("siren_epci")), null, null);
		}
	}

	private List<NeedEntry> entries(LineCells cells) {
		var year = cells.count("annee");
		if (year == null || year < FIRST_YEAR || year > this.thisYear) {
			throw new BadLineException(Reason.YEAR_FORM, cells.text("annee"));
		}
		var source = cells.text("source", LONGEST_SOURCE);
		if (source == null) {
			throw new BadLineException(Reason.SOURCE_MISSING, "");
		}
		var entries = new ArrayList<NeedEntry>();
		for (var criterion : Criterion.values()) {
			var value = value(cells, criterion);
			if (value != null) {
				entries.add(new NeedEntry(criterion, value, year, source));
			}
		}
		if (entries.isEmpty()) {
			throw new BadLineException(Reason.NOTHING_SAID, "");
		}
		return entries;
	}

	private static @Nullable BigDecimal value(LineCells cells, Criterion criterion) {
		var column = CRITERIA.get(criterion).name();
		var value = cells.decimal(column);
		if (value != null && !criterion.allows(value)) {
			throw new BadLineException(Reason.VALUE_RANGE, column + " " + cells.text(column));
		}
		return (value != null) ? value.setScale(2, java.math.RoundingMode.HALF_UP).stripTrailingZeros() : null;
	}

	private ImportLine judge(LineCells cells, String siren, List<NeedEntry> entries) {
		var before = this.known.getOrDefault(siren, Map.of());
		var fresh = entries.stream().filter((entry) -> !entry.repeats(before.get(entry.criterion()))).toList();
		var changes = new Changes();
		fresh.forEach((entry) -> changes.of(entry.criterion().name(), words(before.get(entry.criterion())),
				entry.value().toPlainString() + " (" + entry.year() + ")"));
		var outcome = fresh.isEmpty() ? Outcome.UNCHANGED
				: fresh.stream().anyMatch((entry) -> before.containsKey(entry.criterion())) ? Outcome.CORRECTED
						: Outcome.ACCEPTED;
		return new ImportLine(FILE, cells.number(), outcome, null, null, siren, this.zones.get(siren),
				changes.written(), JSON.writeValueAsString(new Content(siren, fresh)));
	}

	private static @Nullable String words(@Nullable NeedValue known) {
		return (known != null && known.value() != null)
				? known.value().stripTrailingZeros().toPlainString() + " (" + known.year() + ")" : null;
	}

	/** What a line that was kept says. */
	static Content content(ImportLine line) {
		return JSON.readValue(line.content(), Content.class);
	}

	record Content(String siren, List<NeedEntry> entries) {
	}

}
