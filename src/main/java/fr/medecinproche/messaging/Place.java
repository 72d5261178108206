package fr.medecinproche.messaging;

import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.site.ConsultationSite;

/**
 * Says where to come.
 *
 * @param site the place
 * @param at its address that half-day
 */
record Place(ConsultationSite site, fr.medecinproche.site.Place at) {

	static Place of(HalfDaySlot slot) {
		return new Place(slot.getSite(), slot.getPlace());
	}

	/** "Maison de santé, 3 rue de l’Église, 32230 Marciac". */
	String inFull() {
		return this.site.getNom() + ", " + this.at.inFull();
	}

	/** What it is called; of a site that travels, also the town it is in that day. */
	String name() {
		return this.site.isItinerant() ? this.site.getNom() + ", " + town() : this.site.getNom();
	}

	String town() {
		return this.at.town();
	}

	String phone() {
		return this.site.getPhone().toString();
	}

}
