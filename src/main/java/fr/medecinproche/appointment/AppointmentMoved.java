package fr.medecinproche.appointment;

/**
 * A patient comes at another time, or to another site.
 *
 * @param fromId the appointment they had
 * @param appointmentId the appointment they have
 * @param by who moved it
 * @param link the secret of a link to it
 */
public record AppointmentMoved(long fromId, long appointmentId, Canceller by, String link) {

}
