package fr.medecinproche.territory.zoning;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import fr.medecinproche.web.UploadedTable.Column;

/**
 * The columns of a list of zones, by the names people give them.
 */
final class ZoneColumns {

	private static final int FIRST_CENSUS = 2018;

	private static final int LAST_CENSUS = 2035;

	static final List<Column> ALL = Stream
		.concat(Stream.of(Column.required("siren_epci", "siren", "code_siren", "numero_siren", "n_siren", "epci"),
				Column.optional("nom_insee", "nom", "nom_epci", "raison_sociale", "intercommunalite", "libelle"),
				Column.optional("nom_ars", "nom_usuel", "nom_court"),
				Column.optional("departement_principal", "departement", "code_departement", "dep"),
				Column.optional("departements"),
				Column.optional("pop_totale", "population_totale", "population", "habitants"),
				Column.optional("pop_municipale", "population_municipale"), Column.optional("lat", "latitude"),
				Column.optional("lon", "lng", "longitude"), Column.optional("siege_nom", "siege"),
				Column.optional("date_debut", "date_de_debut", "debut", "a_compter_du", "depuis"),
				Column.optional("date_fin", "date_de_fin", "fin", "date_de_retrait", "retrait")),
				Stream.of("pop_totale", "pop_municipale").flatMap(ZoneColumns::ofEachCensus).map(Column::optional))
		.toList();

	private ZoneColumns() {
	}

	/** The columns of a figure, the latest census first, and the one without a year. */
	static String[] ofAnyCensus(String figure) {
		return Stream.concat(ofEachCensus(figure), Stream.of(figure)).toArray(String[]::new);
	}

	private static Stream<String> ofEachCensus(String figure) {
		return IntStream.rangeClosed(FIRST_CENSUS, LAST_CENSUS)
			.mapToObj((year) -> figure + "_rp" + (FIRST_CENSUS + LAST_CENSUS - year));
	}

}
