package fr.medecinproche.appointment;

import fr.medecinproche.account.Secret;

/**
 * An appointment just made, and the patient's link to it.
 *
 * @param link the secret of the link, kept nowhere else
 * @param appointment the appointment
 */
public record Booking(Secret link, Appointment appointment) {

}
