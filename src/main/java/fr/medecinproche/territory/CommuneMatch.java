package fr.medecinproche.territory;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A commune that answers to what somebody typed.
 *
 * @param insee its code
 * @param nom its name of today
 * @param departement the name of its department
 * @param postalCodes its postal codes
 * @param formerName the former name that was recognised, if it was not found by today's
 */
public record CommuneMatch(String insee, String nom, String departement, List<String> postalCodes,
		@Nullable String formerName) {

	/**
	 * What tells it from every other commune, in the words {@link CommuneSearch}
	 * understands.
	 * @return such as "Plaisance (Gers) – 32160"
	 */
	public String label() {
		return label(this.nom, this.departement, this.postalCodes);
	}

	static String label(String nom, String departement, List<String> postalCodes) {
		return nom + " (" + departement + ") – " + postalCodes.getFirst();
	}

}
