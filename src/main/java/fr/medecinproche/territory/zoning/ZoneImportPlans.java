package fr.medecinproche.territory.zoning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import fr.medecinproche.territory.imports.ImportLine;
import fr.medecinproche.territory.imports.ImportLine.Outcome;
import fr.medecinproche.territory.imports.Imports;
import fr.medecinproche.territory.imports.TerritoryImport;
import fr.medecinproche.territory.zoning.KnownTerritory.Zone;
import fr.medecinproche.territory.zoning.ZoneLine.Act;

import org.springframework.stereotype.Component;

/**
 * Makes a plan of what was kept of a list.
 */
@Component
class ZoneImportPlans {

	private final Imports imports;

	private final KnownTerritory territory;

	ZoneImportPlans(Imports imports, KnownTerritory territory) {
		this.imports = imports;
		this.territory = territory;
	}

	ZoneImportPlan of(TerritoryImport of) {
		var known = this.territory.zones(this.imports.today());
		var lines = this.imports.readable(of.id(), ZoneListReader.FILE);
		var corrected = lines.stream().filter((line) -> line.outcome() == Outcome.CORRECTED).toList();
		var ends = new ArrayList<RetirementEffects.End>();
		contents(lines, Act.RETIRE).stream()
			.filter((line) -> isListed(known, line.siren()))
			.forEach((line) -> ends.add(new RetirementEffects.End(line.siren(), Objects.requireNonNull(line.day()))));
		if (of.complete()) {
			ends.addAll(silentEnds(of, known));
		}
		var communes = this.imports.readable(of.id(), CommuneListReader.FILE)
			.stream()
			.filter((line) -> line.outcome() != Outcome.UNCHANGED)
			.map(CommuneListReader::content)
			.toList();
		return new ZoneImportPlan(contents(lines, Act.ADD), contents(corrected, Act.KEEP), ends, communes);
	}

	private static List<ZoneLine> contents(List<ImportLine> lines, Act act) {
		return lines.stream().map(ZoneListReader::content).filter((line) -> line.act() == act).toList();
	}

	private static boolean isListed(Map<String, Zone> known, String siren) {
		var zone = known.get(siren);
		return zone != null && zone.isListed();
	}

	/** The zones within sight that a complete list names nowhere, not even wrongly. */
	private List<RetirementEffects.End> silentEnds(TerritoryImport of, Map<String, Zone> known) {
		var named = new HashSet<>(this.imports.sirens(of.id(), ZoneListReader.FILE));
		var withinSight = this.territory.departementsWithin(of.perimeter());
		return known.values()
			.stream()
			.filter((zone) -> zone.isListed() && withinSight.contains(zone.departement())
					&& !named.contains(zone.siren()))
			.map((zone) -> new RetirementEffects.End(zone.siren(), of.startsOn()))
			.toList();
	}

}
