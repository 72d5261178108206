package fr.medecinproche.appointment.web;

import fr.medecinproche.appointment.VisitKind;
import fr.medecinproche.territory.Commune;
import org.jspecify.annotations.Nullable;

/**
 * Where a patient lives, and for what kind of visit they look.
 *
 * @param commune what was typed: a name, a postal code or an INSEE code
 * @param communeCode the commune chosen from a list, if one was
 * @param motif the kind of visit
 */
record SearchForm(@Nullable String commune, @Nullable String communeCode, @Nullable VisitKind motif) {

	/**
	 * The form of a search that was understood, in words that will be understood again.
	 * @param lives where the patient lives
	 * @param kind the kind of visit
	 * @return the form to show above what was found
	 */
	static SearchForm understood(Commune lives, VisitKind kind) {
		return new SearchForm(lives.getLabel(), lives.getInsee(), kind);
	}

	VisitKind kind() {
		return (this.motif != null) ? this.motif : VisitKind.CONSULTATION;
	}

}
