package fr.medecinproche.territory.reference;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

import fr.medecinproche.territory.FoldedName;
import fr.medecinproche.territory.reference.ReferenceData.CommuneLine;
import fr.medecinproche.territory.reference.ReferenceData.DepartementLine;
import fr.medecinproche.territory.reference.ReferenceData.FormerNameLine;
import fr.medecinproche.territory.reference.ReferenceData.MemberLine;
import fr.medecinproche.territory.reference.ReferenceData.ZoneLine;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Makes the room's tables say what the reference files say.
 */
class ReferenceLoad {

	private final ReferenceTable departements = new ReferenceTable("departement", "departement.code = code", 1,
			"code text", "nom text", "in_region boolean", "contour text");

	private final ReferenceTable indicators = new ReferenceTable("departement_indicator",
			"departement.code = departement", 2, "departement text", "name text", "value text");

	private final ReferenceTable zones = new ReferenceTable("intercommunalite", "intercommunalite.siren = siren", 1,
			"siren text", "nom text", "nom_ars text", "folded text", "departement text", "population integer",
			"population_municipale integer", "surface_km2 numeric", "latitude float8", "longitude float8", "seat text",
			"contour text");

	private final ReferenceTable zoneDepartements = new ReferenceTable("intercommunalite_departement",
			"intercommunalite.siren = siren", 2, "siren text", "departement text");

	private final ReferenceTable communes = new ReferenceTable("commune", "commune.insee = insee", 1, "insee text",
			"nom text", "departement text", "population integer", "latitude float8", "longitude float8", "zone text",
			"postal_codes text");

	private final ReferenceTable postalCodes = new ReferenceTable("commune_postal_code", "commune.insee = insee", 2,
			"postal_code text", "insee text");

	private final ReferenceTable names = new ReferenceTable("commune_name", "commune.insee = insee", 2, "insee text",
			"folded text", "nom text", "former boolean");

	private final HashSet<String> namesTaken = new HashSet<>();

	ReferenceLoad(ReferenceData data) {
		data.departements().forEach(this::add);
		data.zones().forEach(this::add);
		var zoneOf = new HashMap<String, String>();
		for (MemberLine member : data.members()) {
			zoneOf.put(member.insee(), member.siren());
		}
		data.communes().forEach((commune) -> add(commune, zoneOf));
		data.communes().forEach((commune) -> addName(commune.insee(), commune.nom(), false));
		for (FormerNameLine formerName : data.formerNames()) {
			addName(formerName.insee(), formerName.formerName(), true);
		}
	}

	/**
	 * Writes what differs, in the caller's transaction.
	 * @return how many rows were new, changed or gone
	 * @throws BrokenReferenceException if something still points to a row that is gone
	 */
	int into(Connection connection) throws SQLException {
		int changes = 0;
		var parentsFirst = List.of(this.departements, this.indicators, this.zones, this.zoneDepartements, this.communes,
				this.postalCodes, this.names);
		try {
			for (ReferenceTable table : parentsFirst) {
				changes += table.write(connection);
			}
			for (ReferenceTable table : parentsFirst.reversed()) {
				changes += table.removeOthers(connection);
			}
			begin(connection);
			for (ReferenceTable table : parentsFirst) {
				table.analyze(connection);
			}
		}
		catch (SQLException ex) {
			if ("23503".equals(ex.getSQLState())) {
				throw new BrokenReferenceException(
						"A row that is gone from the files is still used: " + ex.getMessage() + detail(ex), ex);
			}
			throw ex;
		}
		return changes;
	}

	/** A zone of which nobody has said since when it is one has always been one. */
	private static void begin(Connection connection) throws SQLException {
		try (var statement = connection.createStatement()) {
			statement.execute("""
					with new as (insert into zone_priority (siren) select siren from intercommunalite z
					  where not exists (select from zone_priority p where p.siren = z.siren) returning siren)
					update intercommunalite z set priority = true from new where new.siren = z.siren""");
		}
	}

	/**
	 * Which row: the driver leaves that out of its messages, but departments and zones
	 * are nobody's secret.
	 */
	private static String detail(SQLException ex) {
		return (ex instanceof PSQLException refusal) ? Optional.ofNullable(refusal.getServerErrorMessage())
			.map(ServerErrorMessage::getDetail)
			.map((detail) -> " (" + detail + ")")
			.orElse("") : "";
	}

	String summary() {
		return "%d departments, %d zones, %d communes, %d names".formatted(this.departements.size(), this.zones.size(),
				this.communes.size(), this.names.size());
	}

	private void add(DepartementLine line) {
		this.departements.add(line.code(), line.nom(), line.inRegion(), line.contour());
		line.indicators().forEach((name, value) -> this.indicators.add(line.code(), name, value));
	}

	private void add(ZoneLine line) {
		this.zones.add(line.siren(), line.nom(), line.nomArs(), FoldedName.of(line.nomArs() + " " + line.nom()).value(),
				line.departement(), line.population(), line.populationMunicipale(), line.surfaceKm2(),
				line.position().latitude(), line.position().longitude(), line.seat(), line.contour());
		line.departements().forEach((departement) -> this.zoneDepartements.add(line.siren(), departement));
	}

	private void add(CommuneLine line, HashMap<String, String> zoneOf) {
		this.communes.add(line.insee(), line.nom(), line.departement(), line.population(), line.position().latitude(),
				line.position().longitude(), zoneOf.get(line.insee()), String.join(";", line.postalCodes()));
		line.postalCodes().forEach((code) -> this.postalCodes.add(code, line.insee()));
	}

	/** A commune also answers to its name without the article. */
	private void addName(String insee, String nom, boolean former) {
		var folded = FoldedName.of(nom);
		for (FoldedName spelling : List.of(folded, folded.withoutArticle())) {
			if (this.namesTaken.add(insee + spelling)) {
				this.names.add(insee, spelling.value(), nom, former);
			}
		}
	}

}
