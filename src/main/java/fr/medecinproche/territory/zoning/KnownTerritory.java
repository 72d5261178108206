package fr.medecinproche.territory.zoning;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What a list is compared with: the zones, the departments and the communes as they are.
 */
@Repository
class KnownTerritory {

	private static final int SHOWN = 10;

	private static final String ZONES = """
			select z.siren, z.nom, z.nom_ars, z.departement, string_agg(d.departement, ' ' order by d.departement) as departements,
			  z.population, z.population_municipale, z.latitude, z.longitude, z.seat,
			  (select max(coalesce(p.ends_on, 'infinity'::date)) > :today from zone_priority p where p.siren = z.siren) as listed
			from intercommunalite z join intercommunalite_departement d on d.siren = z.siren
			group by z.siren
			""";

	private final JdbcClient jdbc;

	KnownTerritory(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Every zone there is or was, by its number. */
	Map<String, Zone> zones(LocalDate today) {
		return this.jdbc.sql(ZONES)
			.param("today", today)
			.query(Zone.class)
			.list()
			.stream()
			.collect(Collectors.toMap(Zone::siren, Function.identity()));
	}

	/** The codes of all departments of France. */
	Set<String> departements() {
		return Set.copyOf(this.jdbc.sql("select departement from region_departement").query(String.class).list());
	}

	/** The codes of the departments an agent sees. */
	Set<String> departementsWithin(@Nullable String perimeter) {
		return (perimeter == null) ? departements()
				: Set.copyOf(this.jdbc.sql("select departement from perimeter_departement where perimeter = ?")
					.param(perimeter)
					.query(String.class)
					.list());
	}

	/** The communes of some codes, by code. */
	Map<String, Commune> communes(Collection<String> insee) {
		return this.jdbc.sql("""
				select c.insee, c.nom, c.departement, c.zone, c.postal_codes, c.population, c.latitude, c.longitude,
				  exists (select from consultation_site s where s.commune = c.insee) as has_sites
				from commune c where c.insee = any (?)""")
			.param(insee.toArray(String[]::new))
			.query(Commune.class)
			.list()
			.stream()
			.collect(Collectors.toMap(Commune::insee, Function.identity()));
	}

	/** How many times the list has changed. */
	long edition() {
		return this.jdbc.sql("select edition from zone_list").query(Long.class).single();
	}

	/** Who changed the list since an instant, the latest first. */
	List<ImportEffect.Change> changesSince(Instant instant) {
		return this.jdbc.sql("""
				select c.label, a.display_name as account, c.at from (
				  select file_names as label, ended_by as account, ended_at as at from territory_import
				    where kind = 'ZONES' and status = 'APPLIED'
				  union all select z.nom_ars, p.declared_by, p.declared_at
				    from zone_priority p join intercommunalite z on z.siren = p.siren
				  union all select z.nom_ars, p.ended_by, p.ended_at
				    from zone_priority p join intercommunalite z on z.siren = p.siren) c
				join account a on a.id = c.account
				where c.at >= ? order by c.at desc, c.label limit ?""")
			.params(Timestamp.from(instant), SHOWN)
			.query(ImportEffect.Change.class)
			.list();
	}

	/**
	 * A zone as it is known.
	 *
	 * @param departements their codes, parted by spaces
	 * @param listed whether it is a zone, or will be one
	 */
	record Zone(String siren, String nom, String nomArs, String departement, String departements, int population,
			int populationMunicipale, @Nullable Double latitude, @Nullable Double longitude, @Nullable String seat,
			@Nullable Boolean listed) {

		boolean isListed() {
			return Boolean.TRUE.equals(this.listed);
		}

		List<String> departementCodes() {
			return Arrays.asList(this.departements.split(" "));
		}

	}

	record Commune(String insee, String nom, String departement, @Nullable String zone, String postalCodes,
			@Nullable Integer population, double latitude, double longitude, boolean hasSites) {
	}

}
