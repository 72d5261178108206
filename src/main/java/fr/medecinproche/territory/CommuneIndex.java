package fr.medecinproche.territory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks communes up in the indexes made for it. A name is compared as a range of its
 * first letters, not with {@code like}, so that the index serves whatever the plan and no
 * letter is a wildcard.
 */
@Component
class CommuneIndex {

	static final String BY_NAME = """
			with hit as (
			  select distinct on (n.insee) n.insee, n.nom, n.former, n.folded = :name as exact
			  from commune_name n where n.folded ~>=~ :name and n.folded ~<~ :end
			  order by n.insee, n.folded = :name desc, n.former)
			select c.insee, c.nom, d.nom as departement, c.postal_codes,
			  case when hit.former then hit.nom end as former_name, hit.exact
			from hit join commune c on c.insee = hit.insee join departement d on d.code = c.departement
			where (cast(:departement as text) is null or c.departement = :departement)
			  and (cast(:postalCode as text) is null or exists (select from commune_postal_code p
			    where p.insee = c.insee and p.postal_code = cast(:postalCode as text)))
			order by hit.exact desc, hit.former, c.population desc nulls last, c.insee limit :limit""";

	static final String NEAREST = """
			select insee from commune
			where latitude between :south and :north and longitude between :west and :east
			order by (latitude - :latitude) ^ 2 + ((longitude - :longitude) * cosd(:latitude)) ^ 2, insee limit 1""";

	/** Below 0.35 the likeness is of sounds, not of a slip of the finger. */
	static final String BY_LIKENESS = """
			with near as (
			  select n.insee, n.nom, n.former, 1 - (n.folded <-> cast(:name as text)) as likeness
			  from commune_name n where n.folded % cast(:name as text)
			  order by n.folded <-> cast(:name as text) limit 100),
			hit as (
			  select distinct on (insee) * from near where likeness >= 0.35 order by insee, likeness desc, former)
			select c.insee, c.nom, d.nom as departement, c.postal_codes,
			  case when hit.former then hit.nom end as former_name, false as exact
			from hit join commune c on c.insee = hit.insee join departement d on d.code = c.departement
			where (cast(:departement as text) is null or c.departement = :departement)
			order by hit.likeness desc, hit.former, c.population desc nulls last, c.insee limit :limit""";

	static final String BY_POSTAL_CODE = """
			with hit as (
			  select distinct p.insee from commune_postal_code p
			  where p.postal_code >= cast(:from as char(5)) and p.postal_code <= cast(:to as char(5)))
			select c.insee, c.nom, d.nom as departement, c.postal_codes, null as former_name, true as exact
			from hit join commune c on c.insee = hit.insee join departement d on d.code = c.departement
			order by c.population desc nulls last, c.insee limit :limit""";

	private final JdbcClient jdbc;

	CommuneIndex(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The communes whose name, or a former one, begins so: exact ones first, then by
	 * population.
	 */
	List<Hit> byName(TypedPlace place, int limit) {
		return this.jdbc.sql(BY_NAME)
			.param("name", place.name().value())
			.param("end", place.name().value() + '\uFFFF')
			.param("departement", place.departement())
			.param("postalCode", place.postalCode())
			.param("limit", limit)
			.query(Hit.class)
			.list();
	}

	/** The communes whose name resembles it, the likest first. */
	List<Hit> byLikeness(TypedPlace place, int limit) {
		return this.jdbc.sql(BY_LIKENESS)
			.param("name", place.name().value())
			.param("departement", place.departement())
			.param("limit", limit)
			.query(Hit.class)
			.list();
	}

	/** The communes with a postal code that begins so, the largest first. */
	List<Hit> byPostalCode(String firstDigits, int limit) {
		return this.jdbc.sql(BY_POSTAL_CODE)
			.param("from", firstDigits + "0".repeat(5 - firstDigits.length()))
			.param("to", firstDigits + "9".repeat(5 - firstDigits.length()))
			.param("limit", limit)
			.query(Hit.class)
			.list();
	}

	/** The commune whose middle is nearest to a point, if one is within a distance. */
	Optional<String> nearest(GeoPoint point, double km) {
		var box = point.boundingBox(km);
		return this.jdbc.sql(NEAREST)
			.param("south", box.south())
			.param("north", box.north())
			.param("west", box.west())
			.param("east", box.east())
			.param("latitude", point.latitude())
			.param("longitude", point.longitude())
			.query(String.class)
			.optional();
	}

	/** The codes of the departments by their folded names. */
	Map<FoldedName, String> departements() {
		var codes = new HashMap<FoldedName, String>();
		this.jdbc.sql("select code, nom from departement").query((row) -> {
			codes.put(FoldedName.of(row.getString("nom")), row.getString("code"));
		});
		return codes;
	}

	record Hit(String insee, String nom, String departement, String postalCodes, @Nullable String formerName,
			boolean exact) {

		CommuneMatch match() {
			return new CommuneMatch(this.insee, this.nom, this.departement, List.of(this.postalCodes.split(";")),
					this.formerName);
		}

	}

}
