package fr.medecinproche.appointment.web;

import fr.medecinproche.appointment.RegularDoctor;
import fr.medecinproche.appointment.VisitKind;
import fr.medecinproche.territory.Commune;
import org.jspecify.annotations.Nullable;

/**
 * Where a patient lives, and for what kind of visit they look.
 *
 * @param commune what was typed: a name, a postal code or an INSEE code
 * @param communeCode the commune chosen from a list, if one was
 * @param motif the kind of visit
 * @param medecinTraitant whether they have a « médecin traitant », null when they did not
 * say
 */
record SearchForm(@Nullable String commune, @Nullable String communeCode, @Nullable VisitKind motif,
		@Nullable RegularDoctor medecinTraitant) {

	/** A page nobody has filled in. */
	static SearchForm empty() {
		return new SearchForm(null, null, null, null);
	}

	/**
	 * The form of a search that was understood, in words that will be understood again.
	 * @param lives where the patient lives
	 * @return the form to show above what was found
	 */
	SearchForm understood(Commune lives) {
		return new SearchForm(lives.getLabel(), lives.getInsee(), kind(), this.medecinTraitant);
	}

	/** Somebody has just arrived: nothing is wrong yet. */
	boolean isUntouched() {
		return this.commune == null && this.communeCode == null;
	}

	VisitKind kind() {
		return (this.motif != null) ? this.motif : VisitKind.CONSULTATION;
	}

}
