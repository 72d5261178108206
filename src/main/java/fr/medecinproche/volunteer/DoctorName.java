package fr.medecinproche.volunteer;

import fr.medecinproche.territory.FoldedName;
import jakarta.persistence.Embeddable;

/**
 * What a doctor is called.
 *
 * @param givenName as used in practice
 * @param familyName as used in practice
 * @param folded both in the spelling that searches use
 */
@Embeddable
record DoctorName(String givenName, String familyName, String folded) {

	/** In the place of a name that must be forgotten. */
	static final DoctorName FORGOTTEN = of("Compte", "fermé");

	static DoctorName of(String givenName, String familyName) {
		return new DoctorName(givenName, familyName, FoldedName.of(givenName + " " + familyName).value());
	}

	/** How patients and sites call the doctor, such as « Dr Aline Roux ». */
	String title() {
		return "Dr " + this.givenName + " " + this.familyName;
	}

}
