package fr.medecinproche.appointment.web;

/**
 * The steps of a booking: choose a time, say who comes, confirmed.
 */
final class Steps {

	static final int LAST = 3;

	private Steps() {
	}

}
