package fr.medecinproche.site;

import fr.medecinproche.territory.GeoPoint;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;

/**
 * Where something takes place: what patients and doctors read to get there. The address
 * of a half-day is formed here and nowhere else: a site's own, or a stop's.
 *
 * @param address street and number
 * @param postalCode five digits
 * @param commune the INSEE code of the commune
 * @param town its name
 * @param position on the map
 */
@Embeddable
public record Place(String address, String postalCode, String commune, String town, @Embedded GeoPoint position) {

	/**
	 * The whole address on one line.
	 * @return "3 rue de l’Église, 32230 Marciac"
	 */
	public String inFull() {
		return "%s, %s\u00a0%s".formatted(this.address, this.postalCode, this.town);
	}

}
