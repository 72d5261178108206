package fr.medecinproche.appointment;

import fr.medecinproche.account.Secret;

/**
 * A time kept for somebody who is writing their name.
 *
 * @param secret what confirms it; known to that page alone
 * @param appointment the time, not booked yet
 */
public record Hold(Secret secret, Appointment appointment) {

}
