package fr.medecinproche.appointment.web;

import fr.medecinproche.account.Secret;

import org.springframework.stereotype.Component;

/**
 * Draws what a list of times carries so that a button of it, pressed twice, makes one
 * hold: the second press finds the first.
 */
@Component
class HoldKeys {

	public String draw() {
		return Secret.random().value();
	}

}
