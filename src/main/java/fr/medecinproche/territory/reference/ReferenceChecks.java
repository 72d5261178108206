package fr.medecinproche.territory.reference;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import fr.medecinproche.territory.reference.ReferenceData.CommuneLine;
import fr.medecinproche.territory.reference.ReferenceData.DepartementLine;
import fr.medecinproche.territory.reference.ReferenceData.MemberLine;
import fr.medecinproche.territory.reference.ReferenceData.ZoneLine;

/**
 * What the reference files must say of one another.
 */
class ReferenceChecks {

	private final ReferenceData data;

	private final Set<String> departements;

	private final Map<String, CommuneLine> communes;

	private final Map<String, List<MemberLine>> members;

	ReferenceChecks(ReferenceData data) {
		this.data = data;
		this.departements = unique(data.departements(), DepartementLine::code, DepartementLine::line).keySet();
		this.communes = unique(data.communes(), CommuneLine::insee, CommuneLine::line);
		unique(data.zones(), ZoneLine::siren, ZoneLine::line);
		unique(data.members(), MemberLine::insee, MemberLine::line);
		this.members = data.members().stream().collect(Collectors.groupingBy(MemberLine::siren));
	}

	/**
	 * Passes, or refuses.
	 * @throws BrokenReferenceException if a line contradicts another
	 */
	void run() {
		this.data.communes().forEach((commune) -> known(commune.line(), "departement", commune.departement()));
		this.data.zones().forEach(this::checkZone);
		checkMembers();
		for (var formerName : this.data.formerNames()) {
			if (!this.communes.containsKey(formerName.insee())) {
				formerName.line().refuse("code_insee", "is no commune: " + formerName.insee());
			}
		}
	}

	private static <T> Map<String, T> unique(List<T> lines, Function<T, String> key, Function<T, ReferenceLine> line) {
		var unique = new HashMap<String, T>();
		for (T entry : lines) {
			if (unique.put(key.apply(entry), entry) != null) {
				line.apply(entry).refuse("code", "comes twice: " + key.apply(entry));
			}
		}
		return unique;
	}

	private void known(ReferenceLine line, String column, String departement) {
		if (!this.departements.contains(departement)) {
			line.refuse(column, "is no department: " + departement);
		}
	}

	private void checkZone(ZoneLine zone) {
		zone.departements().forEach((departement) -> known(zone.line(), "departements", departement));
		if (!zone.departements().contains(zone.departement())) {
			zone.line().refuse("departements", "lacks the main one, " + zone.departement());
		}
		var communes = this.members.getOrDefault(zone.siren(), List.of()).stream().map(this::communeOf).toList();
		if (communes.size() != zone.communes()) {
			zone.line().refuse("nb_communes", "is " + zone.communes() + " where " + communes.size() + " are listed");
		}
		int inhabitants = communes.stream().mapToInt(CommuneLine::population).sum();
		if (inhabitants != zone.populationMunicipale()) {
			zone.line()
				.refuse("pop_municipale_rp2023",
						"is " + zone.populationMunicipale() + " where the communes add up to " + inhabitants);
		}
		var lying = communes.stream().map(CommuneLine::departement).collect(Collectors.toSet());
		if (!lying.equals(Set.copyOf(zone.departements()))) {
			zone.line().refuse("departements", "are " + zone.departements() + " where the communes lie in " + lying);
		}
	}

	private CommuneLine communeOf(MemberLine member) {
		var commune = this.communes.get(member.insee());
		if (commune == null || !commune.nom().equals(member.nom())) {
			return member.line().refuse("code_insee", "is no commune of that name: " + member.insee());
		}
		return commune;
	}

	private void checkMembers() {
		var zones = this.data.zones().stream().map(ZoneLine::siren).collect(Collectors.toSet());
		var listed = new HashSet<String>();
		for (var member : this.data.members()) {
			if (!zones.contains(member.siren())) {
				member.line().refuse("siren_epci", "is no zone: " + member.siren());
			}
			listed.add(member.insee());
		}
		for (var commune : this.data.communes()) {
			if (commune.priority() != listed.contains(commune.insee())) {
				commune.line().refuse("is_priority", "contradicts the list of the zones' communes");
			}
		}
	}

}
