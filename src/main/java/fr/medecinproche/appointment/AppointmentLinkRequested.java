package fr.medecinproche.appointment;

/**
 * A patient asks how to get back to an appointment they have.
 *
 * @param appointmentId the appointment
 * @param link the secret of a link to it
 */
public record AppointmentLinkRequested(long appointmentId, String link) {

}
