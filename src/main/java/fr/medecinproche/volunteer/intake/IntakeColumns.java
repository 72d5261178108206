package fr.medecinproche.volunteer.intake;

import java.util.List;

import fr.medecinproche.web.UploadedTable.Column;

/**
 * What a list of doctors may hold, under the names people give it.
 */
final class IntakeColumns {

	static final String EMAIL = "e-mail";

	static final String RPPS = "RPPS";

	static final String GIVEN_NAME = "prénom";

	static final String FAMILY_NAME = "nom";

	static final String PHONE = "téléphone";

	static final String COMMUNE = "commune";

	static final String INSEE = "code INSEE";

	static final String POSTAL_CODE = "code postal";

	static final String PRACTICE = "situation";

	static final String SECTEUR = "secteur";

	static final String STATUS = "statut";

	static final String SINCE = "depuis le";

	static final List<Column> ALL = List.of(
			Column.required(EMAIL, "mail", "courriel", "adresse e-mail", "adresse mail", "adresse électronique",
					"adresse de messagerie"),
			Column.required(RPPS, "numéro RPPS", "n° RPPS", "no RPPS", "num RPPS", "identifiant PP",
					"identifiant RPPS"),
			Column.required(GIVEN_NAME, "prénoms", "prénom d’exercice", "first name"),
			Column.required(FAMILY_NAME, "nom d’exercice", "nom de famille", "nom du médecin", "last name"),
			Column.optional(PHONE, "tél", "tel portable", "téléphone portable", "téléphone mobile", "portable",
					"mobile", "numéro de téléphone"),
			Column.optional(COMMUNE, "commune d’exercice", "ville", "ville d’exercice", "libellé commune"),
			Column.optional(INSEE, "INSEE", "code commune", "code INSEE commune"),
			Column.optional(POSTAL_CODE, "CP", "code postal d’exercice"),
			Column.optional(PRACTICE, "mode d’exercice", "exercice", "activité"),
			Column.optional(SECTEUR, "secteur conventionnel", "convention"),
			Column.optional(STATUS, "étape", "état", "état du dossier", "statut du dossier", "dossier"),
			Column.optional(SINCE, "depuis", "date", "date d’activation", "actif depuis", "actif depuis le",
					"date du statut", "date d’entrée"));

	private IntakeColumns() {
	}

}
