package fr.medecinproche.territory.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import fr.medecinproche.territory.RegionDrawing;
import fr.medecinproche.territory.ZoneContours;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Draws the region and its priority zones, from the contours in the tables.
 */
@Component
class RegionMaps {

	private final JdbcClient jdbc;

	private final ZoneContours contours;

	private final Clock clock;

	RegionMaps(JdbcClient jdbc, ZoneContours contours, Clock clock) {
		this.jdbc = jdbc;
		this.contours = contours;
		this.clock = clock;
	}

	/** The region, with the zones the agent sees, but for those without a contour. */
	RegionMap seenFrom(@Nullable String perimeter) {
		var departements = this.jdbc
			.sql("select nom, contour from departement where in_region and contour is not null order by code")
			.query(Outline.class)
			.list();
		var zones = this.jdbc.sql("""
				select z.siren, z.nom_ars as nom, z.contour, exists (select from consultation_site s
				  join half_day_slot h on h.site_id = s.id
				  where s.zone = z.siren and h.day >= :today and h.status = 'TAKEN') as served
				from intercommunalite z where z.priority and z.contour is not null
				  and (cast(:perimeter as text) is null or exists (select from intercommunalite_departement p
				    where p.siren = z.siren and p.departement in (select departement from perimeter_departement
				   where perimeter = cast(:perimeter as text))))
				order by z.departement, z.nom_ars""")
			.param("today", LocalDate.now(this.clock))
			.param("perimeter", perimeter)
			.query(Zone.class)
			.list();
		return new RegionMap(RegionDrawing.VIEW_BOX, departements, zones);
	}

	/** One zone in a frame of its own, if its contour is known. */
	Optional<ZoneMap> of(String siren) {
		return this.contours.of(siren).map(ZoneMap::new);
	}

	record RegionMap(String viewBox, List<Outline> departements, List<Zone> zones) {
	}

	record Outline(String nom, String contour) {
	}

	record Zone(String siren, String nom, String contour, boolean served) {
	}

}
