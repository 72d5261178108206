package fr.medecinproche.site.stop;

import fr.medecinproche.site.Place;
import fr.medecinproche.territory.Commune;
import fr.medecinproche.territory.GeoPoint;

/**
 * Where an itinerant site will stand.
 *
 * @param commune its commune and zone, loaded
 * @param address street and number, or the name of a square
 * @param postalCode five digits
 * @param position on the map
 */
public record StopPlace(Commune commune, String address, String postalCode, GeoPoint position) {

	Place toPlace() {
		return new Place(this.address, this.postalCode, this.commune.getInsee(), this.commune.getNom(), this.position);
	}

}
