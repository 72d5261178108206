package fr.medecinproche.messaging;

import fr.medecinproche.site.ConsultationSite;

/**
 * Says where to come.
 *
 * @param site the place
 */
record Place(ConsultationSite site) {

	/** "Maison de santé, 3 rue de l’Église, 32230 Marciac". */
	String inFull() {
		return "%s, %s, %s\u00a0%s".formatted(this.site.getNom(), this.site.getAddress(), this.site.getPostalCode(),
				town());
	}

	String name() {
		return this.site.getNom();
	}

	String town() {
		return this.site.getCommune().getNom();
	}

	String phone() {
		return this.site.getPhone().toString();
	}

}
