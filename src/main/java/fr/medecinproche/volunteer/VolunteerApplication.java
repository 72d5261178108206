package fr.medecinproche.volunteer;

import fr.medecinproche.account.PhoneNumber;
import fr.medecinproche.territory.Commune;

/**
 * What a doctor says of themself to join.
 *
 * @param givenName as used in practice
 * @param familyName as used in practice
 * @param rpps their number
 * @param mobile where the agency and sites reach them
 * @param commune where they practise, or lived last when retired
 * @param practice how they practise
 * @param secteur their agreement with the health insurance
 */
public record VolunteerApplication(String givenName, String familyName, Rpps rpps, PhoneNumber mobile, Commune commune,
		Practice practice, Secteur secteur) {

	/**
	 * How patients and sites call the doctor.
	 * @return such as « Dr Aline Roux »
	 */
	String title() {
		return "Dr " + this.givenName + " " + this.familyName;
	}

}
