package fr.medecinproche.site;

import java.util.Set;

import fr.medecinproche.account.PhoneNumber;
import fr.medecinproche.territory.Commune;
import fr.medecinproche.territory.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * All that an agent says of a site.
 *
 * @param nom its name
 * @param kind what kind of place
 * @param address street and number
 * @param postalCode five digits
 * @param commune its commune, in a priority zone
 * @param position where it stands
 * @param rooms how many doctors may receive at once, from 1 to 20
 * @param phone where patients book by phone
 * @param stepFree whether a wheelchair gets in
 * @param secretary whether somebody receives the patients
 * @param lodging whether the doctor may stay the night
 * @param equipment what is in the room
 * @param hours when it receives
 * @param software the software doctors use there, null when unknown
 * @param howToCome how to get there, for patients
 * @param welcomeNotes keys and arrival, for doctors, null when nothing to say
 */
public record SiteDescription(String nom, SiteKind kind, String address, String postalCode, Commune commune,
		GeoPoint position, int rooms, PhoneNumber phone, boolean stepFree, boolean secretary, boolean lodging,
		Set<Equipment> equipment, ConsultationHours hours, @Nullable String software, HowToCome howToCome,
		@Nullable String welcomeNotes) {

}
