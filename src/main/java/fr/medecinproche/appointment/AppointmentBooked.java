package fr.medecinproche.appointment;

/**
 * A patient has an appointment.
 *
 * @param appointmentId the appointment
 * @param link the secret of the patient's own link; kept nowhere else than in the message
 * it is sent in
 */
public record AppointmentBooked(long appointmentId, String link) {

}
