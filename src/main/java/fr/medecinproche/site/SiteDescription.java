package fr.medecinproche.site;

import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

	/**
	 * All of it field by field, to be compared, kept and shown.
	 * @return texts by the name of the field, in the order of the form; empty where
	 * nothing is said
	 */
	public SequencedMap<String, String> texts() {
		var texts = new LinkedHashMap<String, String>();
		texts.put("nom", this.nom);
		texts.put("kind", this.kind.name());
		texts.put("phone", this.phone.e164());
		texts.put("address", this.address);
		texts.put("commune", this.commune.getInsee());
		texts.put("postalCode", this.postalCode);
		texts.put("position", this.position.latitude() + " " + this.position.longitude());
		texts.put("stepFree", String.valueOf(this.stepFree));
		texts.put("accessNotes", text(this.howToCome.accessNotes()));
		texts.put("parking", text(this.howToCome.parking()));
		texts.put("publicTransport", text(this.howToCome.publicTransport()));
		texts.put("patientNotes", text(this.howToCome.patientNotes()));
		texts.put("rooms", String.valueOf(this.rooms));
		texts.put("equipment", this.equipment.stream().sorted().map(Equipment::name).collect(Collectors.joining(",")));
		texts.put("secretary", String.valueOf(this.secretary));
		texts.put("lodging", String.valueOf(this.lodging));
		texts.put("software", text(this.software));
		texts.put("welcomeNotes", text(this.welcomeNotes));
		texts.put("hours",
				Stream
					.of(this.hours.morningStart(), this.hours.morningEnd(), this.hours.afternoonStart(),
							this.hours.afternoonEnd())
					.map(LocalTime::toString)
					.collect(Collectors.joining(",")));
		return texts;
	}

	private static String text(@Nullable String said) {
		return (said != null) ? said : "";
	}

}
