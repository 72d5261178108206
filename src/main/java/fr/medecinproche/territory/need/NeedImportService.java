package fr.medecinproche.territory.need;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

import fr.medecinproche.journal.Act;
import fr.medecinproche.journal.Journal;
import fr.medecinproche.territory.Intercommunalite;
import fr.medecinproche.territory.Intercommunalites;
import fr.medecinproche.territory.TerritoryRefusedException;
import fr.medecinproche.territory.TerritoryRefusedException.Reason;
import fr.medecinproche.territory.imports.ImportKind;
import fr.medecinproche.territory.imports.ImportLine;
import fr.medecinproche.territory.imports.ImportLine.Outcome;
import fr.medecinproche.territory.imports.ImportStatus;
import fr.medecinproche.territory.imports.Imports;
import fr.medecinproche.territory.imports.NewImport;
import fr.medecinproche.territory.imports.TerritoryImport;
import fr.medecinproche.web.UploadedTable.Column;
import fr.medecinproche.web.UploadedTable.Row;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Values of need as files: read and judged first, which records nothing, then applied
 * once, or dropped.
 */
@Service
@Transactional
public class NeedImportService {

	/** What a file of values may hold. */
	public static final List<Column> COLUMNS = NeedListReader.COLUMNS;

	private final Imports imports;

	private final Intercommunalites zones;

	private final NeedFigures figures;

	private final ZoneNeedService need;

	private final Journal journal;

	NeedImportService(Imports imports, Intercommunalites zones, NeedFigures figures, ZoneNeedService need,
			Journal journal) {
		this.imports = imports;
		this.zones = zones;
		this.figures = figures;
		this.need = need;
		this.journal = journal;
	}

	/**
	 * Reads values and keeps what would be done with each line. Nothing is recorded.
	 * @param rows the rows of the file
	 * @param asked what is asked of them
	 * @param advanced told of each line that is read
	 * @return the number of the import
	 */
	public long read(List<Row> rows, NewImport asked, IntConsumer advanced) {
		long last = this.figures.last();
		var names = this.zones.seenFrom(asked.perimeter())
			.stream()
			.collect(Collectors.toMap(Intercommunalite::getSiren, Intercommunalite::getNomArs));
		var reader = new NeedListReader(names, this.figures.all(), this.imports.today().getYear());
		var lines = new ArrayList<ImportLine>();
		for (var row : rows) {
			lines.add(reader.read(row));
			advanced.accept(1);
		}
		return this.imports.keep(asked, last, lines);
	}

	/**
	 * Whether values were recorded since an import was read.
	 * @param of the import
	 * @return {@code true} when it must be read again
	 */
	@Transactional(readOnly = true)
	public boolean isOutdated(TerritoryImport of) {
		return this.figures.last() != of.edition();
	}

	/**
	 * Records what an import announced, all of it or nothing.
	 * @param id the import
	 * @param perimeter what the agent sees
	 * @param account the agent
	 * @return the import as it was, or empty when the agent sees none of that number
	 * @throws TerritoryRefusedException when somebody ended it, or values were recorded
	 * since
	 */
	public Optional<TerritoryImport> apply(long id, @Nullable String perimeter, long account) {
		var found = this.imports.find(ImportKind.NEED, id, perimeter);
		found.ifPresent((of) -> {
			this.need.hold();
			if (!this.imports.end(id, ImportStatus.APPLIED, account)) {
				throw new TerritoryRefusedException(Reason.IMPORT_ENDED);
			}
			if (isOutdated(of)) {
				throw new TerritoryRefusedException(Reason.IMPORT_OUTDATED);
			}
			this.imports.readable(id, NeedListReader.FILE)
				.stream()
				.filter((line) -> line.outcome() != Outcome.UNCHANGED)
				.map(NeedListReader::content)
				.forEach((content) -> this.need.write(content.siren(), content.entries(), account));
			this.journal.note(new Act("need.imported", "need.import:" + id, of.fileNames(), null,
					String.valueOf(of.accepted() + of.corrected())));
		});
		return found;
	}

	/**
	 * Gives an import up.
	 * @param id the import
	 * @param perimeter what the agent sees
	 * @param account the agent
	 * @return {@code false} when the agent sees none of that number
	 * @throws TerritoryRefusedException when somebody ended it
	 */
	public boolean drop(long id, @Nullable String perimeter, long account) {
		if (this.imports.find(ImportKind.NEED, id, perimeter).isEmpty()) {
			return false;
		}
		if (!this.imports.end(id, ImportStatus.DROPPED, account)) {
			throw new TerritoryRefusedException(Reason.IMPORT_ENDED);
		}
		return true;
	}

}
