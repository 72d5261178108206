package fr.medecinproche.territory.zoning;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a line of a list says of a zone, completed with what is known of it.
 *
 * @param act what is done with it
 * @param siren the zone
 * @param nom its official name
 * @param nomArs its name in daily use
 * @param departement its main department
 * @param departements all its departments, the main one included
 * @param population its inhabitants, double counts included
 * @param populationMunicipale its inhabitants
 * @param latitude where it is, with the longitude; null when nobody says
 * @param longitude where it is
 * @param seat where its head office is, null when nobody says
 * @param day from when: its first day as a zone, or the first it no longer is one; null
 * when neither changes
 */
record ZoneLine(Act act, String siren, String nom, String nomArs, String departement, List<String> departements,
		int population, int populationMunicipale, @Nullable Double latitude, @Nullable Double longitude,
		@Nullable String seat, @Nullable LocalDate day) {

	/**
	 * What is done with a zone.
	 */
	enum Act {

		/** It becomes a zone, for the first time or again. */
		ADD,
		/** It stays one; what is known of it may change. */
		KEEP,
		/** It is no longer one from a day on. */
		RETIRE

	}

}
