package fr.medecinproche.volunteer;

import fr.medecinproche.account.PhoneNumber;
import fr.medecinproche.territory.Commune;
import org.jspecify.annotations.Nullable;

/**
 * What a doctor says of themself to join.
 *
 * @param givenName as used in practice
 * @param familyName as used in practice
 * @param rpps their number
 * @param mobile where the agency and sites reach them, null when a list does not say it
 * @param commune where they practise, or lived last when retired
 * @param practice how they practise
 * @param secteur their agreement with the health insurance
 */
public record VolunteerApplication(String givenName, String familyName, Rpps rpps, @Nullable PhoneNumber mobile,
		Commune commune, Practice practice, Secteur secteur) {

	DoctorName name() {
		return DoctorName.of(this.givenName, this.familyName);
	}

}
