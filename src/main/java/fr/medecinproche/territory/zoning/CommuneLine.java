package fr.medecinproche.territory.zoning;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a line says of a commune that belongs to a zone, completed with what is known of
 * it.
 *
 * @param insee its code
 * @param siren the zone it belongs to
 * @param nom its name
 * @param departement its department
 * @param postalCodes at least one
 * @param population its inhabitants, null when nobody says
 * @param latitude the middle of its territory
 * @param longitude the middle of its territory
 */
record CommuneLine(String insee, String siren, String nom, String departement, List<String> postalCodes,
		@Nullable Integer population, double latitude, double longitude) {

}
