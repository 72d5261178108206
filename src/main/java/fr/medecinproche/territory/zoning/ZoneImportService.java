package fr.medecinproche.territory.zoning;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.medecinproche.journal.Act;
import fr.medecinproche.journal.Journal;
import fr.medecinproche.territory.TerritoryRefusedException;
import fr.medecinproche.territory.TerritoryRefusedException.Reason;
import fr.medecinproche.territory.imports.ImportKind;
import fr.medecinproche.territory.imports.ImportLine;
import fr.medecinproche.territory.imports.ImportLine.Outcome;
import fr.medecinproche.territory.imports.ImportStatus;
import fr.medecinproche.territory.imports.Imports;
import fr.medecinproche.territory.imports.NewImport;
import fr.medecinproche.territory.imports.TerritoryImport;
import fr.medecinproche.territory.zoning.KnownTerritory.Zone;
import fr.medecinproche.web.UploadedTable.Column;
import fr.medecinproche.web.UploadedTable.Row;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lists of zones as files: read and judged first, which changes no zone, then applied
 * once, or dropped.
 */
@Service
public class ZoneImportService {

	/** What a file of zones may hold. */
	public static final List<Column> ZONE_COLUMNS = ZoneColumns.ALL;

	/** What a file of communes may hold. */
	public static final List<Column> COMMUNE_COLUMNS = CommuneListReader.COLUMNS;

	private static final int COMMUNES_AT_ONCE = 500;

	private final Imports imports;

	private final KnownTerritory territory;

	private final ZoneImportPlans plans;

	private final ZoneActs acts;

	private final RetirementEffects effects;

	private final Journal journal;

	ZoneImportService(Imports imports, KnownTerritory territory, ZoneImportPlans plans, ZoneActs acts,
			RetirementEffects effects, Journal journal) {
		this.imports = imports;
		this.territory = territory;
		this.plans = plans;
		this.acts = acts;
		this.effects = effects;
		this.journal = journal;
	}

	/**
	 * Reads a list and keeps what would be done with each line. No zone changes.
	 * @param zones the rows of the file of zones, perhaps none
	 * @param communes the rows of the file of communes, perhaps none
	 * @param asked what is asked of them
	 * @param advanced told of each line that is read
	 * @return the number of the import
	 */
	@Transactional
	public long read(List<Row> zones, List<Row> communes, NewImport asked, IntConsumer advanced) {
		long edition = this.territory.edition();
		var today = this.imports.today();
		var known = this.territory.zones(today);
		var departements = this.territory.departements();
		var withinSight = this.territory.departementsWithin(asked.perimeter());
		var zoneReader = new ZoneListReader(known, departements, withinSight, today, asked.startsOn());
		var lines = new ArrayList<ImportLine>();
		for (var row : zones) {
			lines.add(zoneReader.read(row));
			advanced.accept(1);
		}
		var sirens = Stream
			.concat(lines.stream()
				.filter((line) -> line.outcome() != Outcome.REFUSED)
				.map(ImportLine::siren)
				.filter(Objects::nonNull),
					known.values().stream().filter((zone) -> withinSight.contains(zone.departement())).map(Zone::siren))
			.collect(Collectors.toSet());
		var inHand = this.territory.communes(communes.stream().map(CommuneListReader::insee).toList());
		var communeReader = new CommuneListReader(inHand, sirens, departements);
		for (var row : communes) {
			lines.add(communeReader.read(row));
			advanced.accept(1);
		}
		return this.imports.keep(asked, edition, lines);
	}

	/**
	 * Says what applying an import would do now.
	 * @param of the import
	 * @return its effect; nothing is changed
	 */
	@Transactional(readOnly = true)
	public ImportEffect effect(TerritoryImport of) {
		var plan = this.plans.of(of);
		boolean outdated = this.territory.edition() != of.edition() || plan.comesTooLate(this.imports.today());
		return new ImportEffect(plan.added().size(), plan.corrected().size(), plan.communes().size(),
				this.effects.of(plan.ends()), outdated,
				outdated ? this.territory.changesSince(of.createdAt()) : List.of());
	}

	/**
	 * Does what an import announced, all of it or nothing.
	 * @param id the import
	 * @param perimeter what the agent sees
	 * @param account the agent
	 * @param advanced told of each line that is done
	 * @return the import as it was, or empty when the agent sees none of that number
	 * @throws TerritoryRefusedException when somebody ended it, the list has changed
	 * since, a list that should be complete has refused lines, or half-days are to come
	 * in a zone that ends
	 */
	@Transactional
	public Optional<TerritoryImport> apply(long id, @Nullable String perimeter, long account, IntConsumer advanced) {
		var found = this.imports.find(ImportKind.ZONES, id, perimeter);
		found.ifPresent((of) -> {
			long edition = this.acts.hold();
			if (!this.imports.end(id, ImportStatus.APPLIED, account)) {
				throw new TerritoryRefusedException(Reason.IMPORT_ENDED);
			}
			if (of.edition() != edition - 1) {
				throw new TerritoryRefusedException(Reason.IMPORT_OUTDATED);
			}
			if (of.complete() && of.refused() > 0) {
				throw new TerritoryRefusedException(Reason.IMPORT_INCOMPLETE);
			}
			apply(of, account, advanced);
		});
		return found;
	}

	private void apply(TerritoryImport of, long account, IntConsumer advanced) {
		var plan = this.plans.of(of);
		if (plan.comesTooLate(this.imports.today())) {
			throw new TerritoryRefusedException(Reason.IMPORT_OUTDATED);
		}
		try {
			for (var line : plan.added()) {
				this.acts.add(line, of.fileNames(), account);
				advanced.accept(1);
			}
			for (var line : plan.corrected()) {
				this.acts.describe(line, of.fileNames());
				advanced.accept(1);
			}
			for (var end : plan.ends()) {
				this.acts.retire(end.siren(), end.day(), account);
				advanced.accept(1);
			}
			describe(plan.communes(), advanced);
			this.acts.bringInStep();
			this.journal.note(new Act("zones.imported", "zones.import:" + of.id(), of.fileNames(), null, plan.words()));
		}
		catch (DataIntegrityViolationException ex) {
			// a site or a half-day came between the look and the act
			throw new TerritoryRefusedException(Reason.IMPORT_OUTDATED);
		}
	}

	private void describe(List<CommuneLine> communes, IntConsumer advanced) {
		for (int from = 0; from < communes.size(); from += COMMUNES_AT_ONCE) {
			var some = communes.subList(from, Math.min(communes.size(), from + COMMUNES_AT_ONCE));
			this.acts.describe(some);
			advanced.accept(some.size());
		}
	}

	/**
	 * Gives an import up.
	 * @param id the import
	 * @param perimeter what the agent sees
	 * @param account the agent
	 * @return {@code false} when the agent sees none of that number
	 * @throws TerritoryRefusedException when somebody ended it
	 */
	@Transactional
	public boolean drop(long id, @Nullable String perimeter, long account) {
		if (this.imports.find(ImportKind.ZONES, id, perimeter).isEmpty()) {
			return false;
		}
		if (!this.imports.end(id, ImportStatus.DROPPED, account)) {
			throw new TerritoryRefusedException(Reason.IMPORT_ENDED);
		}
		return true;
	}

}
