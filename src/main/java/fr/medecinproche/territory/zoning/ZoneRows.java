package fr.medecinproche.territory.zoning;

import java.util.List;
import java.util.stream.Stream;

import fr.medecinproche.territory.FoldedName;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes zones, departments and communes that agents bring. What it writes is the
 * agency's: the reference files leave it alone from then on.
 */
@Component
class ZoneRows {

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	ZoneRows(JdbcClient jdbc, JdbcTemplate batches) {
		this.jdbc = jdbc;
		this.batches = batches;
	}

	/**
	 * Writes what a zone is, not since when.
	 * @param zone the zone
	 * @param source where its populations come from
	 */
	void write(ZoneLine zone, String source) {
		departements(zone);
		this.jdbc.sql("""
				insert into intercommunalite (siren, nom, nom_ars, folded, departement, population,
				  population_municipale, latitude, longitude, seat, population_source, origin)
				values (:siren, :nom, :nomArs, :folded, :departement, :population, :municipal, :latitude, :longitude,
				  :seat, :source, 'AGENCY')
				on conflict (siren) do update set nom = excluded.nom, nom_ars = excluded.nom_ars,
				  folded = excluded.folded, departement = excluded.departement, population = excluded.population,
				  population_municipale = excluded.population_municipale, latitude = excluded.latitude,
				  longitude = excluded.longitude, seat = excluded.seat, origin = 'AGENCY',
				  population_source = case when (intercommunalite.population, intercommunalite.population_municipale)
				    is distinct from (excluded.population, excluded.population_municipale)
				    then excluded.population_source else intercommunalite.population_source end""")
			.param("siren", zone.siren())
			.param("nom", zone.nom())
			.param("nomArs", zone.nomArs())
			.param("folded", FoldedName.of(zone.nomArs() + " " + zone.nom()).value())
			.param("departement", zone.departement())
			.param("population", zone.population())
			.param("municipal", zone.populationMunicipale())
			.param("latitude", zone.latitude())
			.param("longitude", zone.longitude())
			.param("seat", zone.seat())
			.param("source", source)
			.update();
		this.jdbc.sql("delete from intercommunalite_departement where siren = ? and departement <> all (?)")
			.params(zone.siren(), zone.departements().toArray(String[]::new))
			.update();
		for (var departement : zone.departements()) {
			this.jdbc.sql("insert into intercommunalite_departement values (?, ?) on conflict do nothing")
				.params(zone.siren(), departement)
				.update();
		}
	}

	/** The main one is of the scheme from now on; the others are known at least. */
	private void departements(ZoneLine zone) {
		for (var code : zone.departements()) {
			known(code);
		}
		this.jdbc.sql("update departement set in_region = true, origin = 'AGENCY' where code = ? and not in_region")
			.param(zone.departement())
			.update();
	}

	private void known(String departement) {
		this.jdbc.sql("""
				insert into departement (code, nom, in_region, origin)
				select departement, nom, false, 'AGENCY' from region_departement where departement = ?
				on conflict do nothing""").param(departement).update();
	}

	/** Writes communes, so that they are found and sites may stand in them. */
	void write(List<CommuneLine> communes) {
		communes.stream().map(CommuneLine::departement).distinct().forEach(this::known);
		batch("""
				insert into commune (insee, nom, departement, population, latitude, longitude, zone, postal_codes, origin)
				values (?, ?, ?, ?, ?, ?, ?, ?, 'AGENCY')
				on conflict (insee) do update set nom = excluded.nom, population = excluded.population,
				  latitude = excluded.latitude, longitude = excluded.longitude, zone = excluded.zone,
				  postal_codes = excluded.postal_codes, origin = 'AGENCY'""",
				communes.stream()
					.map((commune) -> new @Nullable Object[] { commune.insee(), commune.nom(), commune.departement(),
							commune.population(), commune.latitude(), commune.longitude(), commune.siren(),
							String.join(";", commune.postalCodes()) })
					.toList());
		batch("delete from commune_postal_code where insee = ?",
				communes.stream().map((commune) -> new @Nullable Object[] { commune.insee() }).toList());
		batch("insert into commune_postal_code (postal_code, insee) values (?, ?) on conflict do nothing",
				communes.stream()
					.flatMap((commune) -> commune.postalCodes()
						.stream()
						.map((code) -> new @Nullable Object[] { code, commune.insee() }))
					.toList());
		batch("""
				insert into commune_name (insee, nom, folded, former) values (?, ?, ?, false)
				on conflict (insee, folded) do update set nom = excluded.nom, former = false""",
				communes.stream().flatMap(ZoneRows::names).toList());
	}

	/** A commune also answers to its name without the article. */
	private static Stream<@Nullable Object[]> names(CommuneLine commune) {
		var folded = FoldedName.of(commune.nom());
		return Stream.of(folded, folded.withoutArticle())
			.distinct()
			.map((spelling) -> new @Nullable Object[] { commune.insee(), commune.nom(), spelling.value() });
	}

	private void batch(String sql, List<@Nullable Object[]> rows) {
		this.batches.batchUpdate(sql, rows);
	}

}
